import { parseArgs } from 'node:util';
import { type Anchor, readAnchors } from '#src/domain/audit/audit-anchors.ts';
import { AuditKeys } from '#src/domain/audit/audit-keys.ts';
import { verifyTrail } from '#src/domain/audit/verify-trail.ts';
import { readConfig } from '#src/platform/config.ts';
import { openDatabase } from '#src/platform/db/open-database.ts';
import { createLog } from '#src/platform/log.ts';

/**
 * Checks the audit trail of the database and the keys of the environment, as the gateway reads them. Ends with 0 when
 * it is whole, 1 when it is not, 2 when it could not be checked. `--anchors` names further anchor files, such as those
 * of other replicas. An embedded database can be checked while no gateway uses it.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { anchors: { type: 'string', multiple: true, default: [] } } });
  const config = readConfig(process.env);
  const keys = new AuditKeys(config.auditKeys);
  const anchors: Anchor[] = [];
  let forged = 0;
  for (const file of [config.auditAnchorFile, ...values.anchors]) {
    const read = await readAnchors(file, keys);
    anchors.push(...read.anchors);
    forged += read.forged.length;
    console.log(`${file}: ${read.anchors.length} anchors`);
    for (const line of read.forged) console.error(`${file}:${line} was not written by this gateway`);
  }
  if (anchors.length === 0)
    console.error(
      'There are no anchors: a trail that was put back to an earlier state would not be found out.',
    );
  const database = await openDatabase(
    {
      databaseUrl: config.databaseUrl,
      embeddedDirectory: config.dataDir,
      poolSize: 1,
      statementTimeoutMs: 0,
    },
    createLog({ level: 'warn', form: 'line', sensitiveNames: [], destination: process.stderr }),
  );
  try {
    const started = performance.now();
    const rate = (checked: number) => Math.round(checked / ((performance.now() - started) / 1000));
    let printed = 0;
    const result = await verifyTrail(database, keys, {
      anchors,
      onProgress(checked, end) {
        if (performance.now() - printed < 1000) return;
        printed = performance.now();
        console.log(`${checked} of ${end} entries, ${rate(checked)} a second`);
      },
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${result.checked} entries and ${result.anchorsChecked} anchors in ${seconds} s`);
    if (result.break !== undefined)
      console.error(`BROKEN at entry ${result.break.seq} (${result.break.kind}): ${result.break.what}`);
    else if (forged === 0) console.log('The trail is whole.');
    return result.break === undefined && forged === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
