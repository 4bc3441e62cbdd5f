import { describe, expect, it } from 'vitest';
import { startGateway } from '#test/support/gateway.ts';
import { providerSettings } from '#test/support/oidc.ts';

describe('getOauthProviderStatus', () => {
  it('returns which providers are configured without asking them, and 404 for an unknown one', async () => {
    const gateway = await startGateway(providerSettings('http://127.0.0.1:9'));
    const status = async (provider: string) => {
      const { data, response } = await gateway.anonymous.GET('/api/auth/oauth/{provider}/status', {
        params: { path: { provider } },
      });
      return [response.status, data?.configured];
    };
    expect(await status('hospital')).toEqual([200, true]);
    expect(await status('google')).toEqual([200, false]);
    expect(await status('microsoft')).toEqual([200, false]);
    expect(await status('nowhere')).toEqual([404, undefined]);
    await gateway.close();
  });
});
