import { register } from 'tsx/esm/api';

/** Starts the thread from the source tree, where Node has to be shown how to read TypeScript. */
register();
await import('./pdf-worker.ts');
