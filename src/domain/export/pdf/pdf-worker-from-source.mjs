import { register } from 'tsx/esm/api';

/** Starts the thread from the source tree, where Node needs a loader for TypeScript. */
register();
await import('./pdf-worker.ts');
