import { spawn } from 'node:child_process';

/** Regenerates on a save of the contract and restarts the server on any change of code. */
const children = [
  spawn(process.execPath, ['--import', 'tsx', 'codegen/main.ts', '--watch'], { stdio: 'inherit' }),
  spawn(process.execPath, ['--watch', '--watch-preserve-output', '--import', 'tsx', 'src/main.ts'], {
    stdio: 'inherit',
  }),
];

const stop = (): void => {
  for (const child of children) child.kill();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
for (const child of children) child.once('exit', stop);
