import { describe, expect, it } from 'vitest';
import { createMetrics } from '#src/platform/metrics.ts';

describe('the metrics', () => {
  it('count requests by operation, method and status', async () => {
    const metrics = createMetrics();
    metrics.observeRequest('listFolders', 'GET', 200, 0.004);
    metrics.observeRequest('listFolders', 'GET', 200, 0.2);
    const text = await metrics.render();
    expect(text).toContain(
      'http_request_duration_seconds_count{operation="listFolders",method="GET",status="200"} 2',
    );
    expect(text).toMatch(/le="0.005",operation="listFolders",method="GET",status="200"} 1\n/);
  });

  it('count unknown methods under one label', async () => {
    const metrics = createMetrics();
    for (let i = 0; i < 50; i++) metrics.observeRequest('unknown', `METHOD${i}`, 405, 0.001);
    const counts = (await metrics.render()).match(/^http_request_duration_seconds_count.*$/gm);
    expect(counts).toEqual([
      'http_request_duration_seconds_count{operation="unknown",method="other",status="405"} 50',
    ]);
  });

  it('read a gauge when they are rendered', async () => {
    const metrics = createMetrics();
    let connections = 1;
    metrics.gauge('database_connections', 'Connections.', () => connections);
    connections = 7;
    expect(await metrics.render()).toMatch(/^database_connections 7$/m);
  });

  it('are separate for two applications in one process', async () => {
    const [first, second] = [createMetrics(), createMetrics()];
    first.observeRequest('getHealth', 'GET', 200, 0.001);
    expect(await second.render()).not.toContain('getHealth');
  });
});
