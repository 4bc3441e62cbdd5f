import { type Browser, type ConsoleMessage, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#test/support/contract.ts';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';

const executablePath = process.env.CHROMIUM_PATH;

/** Needs a Chromium; the gate brings one. */
describe.skipIf(!executablePath)('a page in Chromium', () => {
  let gateway: TestGateway;
  let browser: Browser;
  beforeAll(async () => {
    gateway = await theGateway();
    browser = await chromium.launch({ executablePath: executablePath as string, args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  async function open(path: string) {
    const page = await browser.newPage();
    const complaints: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(gateway.baseUrl))
        foreign.push(request.url());
    });
    await page.goto(`${gateway.baseUrl}${path}`, { waitUntil: 'load' });
    return { page, complaints, foreign };
  }

  it('/docs shows every operation, loads nothing from other hosts, and violates no security policy', async () => {
    const { page, complaints, foreign } = await open('/docs');
    await page.waitForSelector('.opblock');
    expect(await page.locator('.opblock').count()).toBe(operations.length);
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
    await page.close();
  });

  it('/docs calls an operation', async () => {
    const { page, complaints } = await open('/docs#/health/getHealth');
    await page.locator('#operations-health-getHealth button.execute').click();
    await page.waitForSelector('#operations-health-getHealth .live-responses-table .response-col_status');
    expect(
      await page
        .locator('#operations-health-getHealth .live-responses-table tbody td.response-col_status')
        .innerText(),
    ).toContain('200');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('/redoc shows the contract, loads nothing from other hosts, and violates no security policy', async () => {
    const { page, complaints, foreign } = await open('/redoc');
    await page.waitForSelector(
      '[data-section-id="operation/listConversations"], #operation\\/listConversations',
    );
    expect(await page.locator('h1').first().innerText()).toContain('VoiceAssist API Gateway');
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
    await page.close();
  });
});
