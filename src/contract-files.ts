import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The contract and the pages' assets, from the source tree or beside the bundle. */
export interface ContractFiles {
  readonly title: string;
  readonly version: string;
  readonly yaml: string;
  readonly json: string;
  readonly swaggerFolder: string;
  readonly redocFile: string | undefined;
}

/** Reads what the server shows of its contract. Throws when the contract itself is missing. */
export function loadContractFiles(): ContractFiles {
  const here = import.meta.dirname;
  const bundled = existsSync(join(here, 'openapi.gen.json'));
  const json = readFileSync(join(here, bundled ? 'openapi.gen.json' : 'generated/openapi.gen.json'), 'utf8');
  const yaml = readFileSync(join(here, bundled ? 'openapi.yaml' : '../openapi.yaml'), 'utf8');
  const { info } = JSON.parse(json) as { info: { title: string; version: string } };
  const require = createRequire(import.meta.url);
  return {
    title: info.title,
    version: info.version,
    yaml,
    json,
    swaggerFolder: dirname(require.resolve('swagger-ui-dist/package.json')),
    redocFile: bundled ? join(here, 'assets/redoc.standalone.js') : installedRedoc(require),
  };
}

/** ReDoc is a development dependency, since its package is large: the bundle carries a copy of the one file. */
function installedRedoc(require: NodeJS.Require): string | undefined {
  try {
    return join(dirname(require.resolve('redoc/package.json')), 'bundles/redoc.standalone.js');
  } catch {
    return undefined;
  }
}
