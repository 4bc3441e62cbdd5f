'use strict';
/* Starts the bundle beside it from V8's code cache; a cache of another version of Node is passed over. */
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { constants, Script } = require('node:vm');

const filename = `${__dirname}/program.cjs`;
const cacheFile = `${__dirname}/program.cache`;

function readCache() {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

// The bundler writes ASCII only.
const script = new Script(readFileSync(filename, 'latin1'), {
  filename,
  cachedData: readCache(),
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const own = { exports: {} };
script.runInThisContext()(own.exports, require, own, filename, __dirname);

if (process.env.WRITE_CODE_CACHE === '1') {
  // Everything that runs before the server is composed has run: its functions are in the cache.
  writeFileSync(`${cacheFile}.new`, script.createCachedData());
  renameSync(`${cacheFile}.new`, cacheFile);
  process.exit(0);
}
