import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Document } from 'openapi-backend';

/** The contract and the pages' assets, from the source tree or beside the bundle. */
export interface ContractFiles {
  /** Parses it when it is first asked for: a start does without. */
  document(): Document;
  /** The files of the pages, read on demand. */
  pages(): PageFiles;
}

export interface PageFiles {
  readonly title: string;
  readonly yaml: string;
  readonly json: string;
  readonly swaggerFolder: string;
  readonly redocFile: string | undefined;
}

/** Reads what the server shows of its contract. Throws when the contract itself is missing. */
export function loadContractFiles(): ContractFiles {
  const here = import.meta.dirname;
  const bundled = existsSync(join(here, 'openapi.gen.json'));
  const file = join(here, bundled ? 'openapi.gen.json' : 'generated/openapi.gen.json');
  accessSync(file, constants.R_OK);
  const json = (): string => readFileSync(file, 'utf8');
  let parsed: Document | undefined;
  const document = (): Document => {
    parsed ??= JSON.parse(json()) as Document;
    return parsed;
  };
  return {
    document,
    pages() {
      const require = createRequire(import.meta.url);
      return {
        title: document().info.title,
        yaml: readFileSync(join(here, bundled ? 'openapi.yaml' : '../openapi.yaml'), 'utf8'),
        json: json(),
        swaggerFolder: dirname(require.resolve('swagger-ui-dist/package.json')),
        redocFile: bundled ? join(here, 'assets/redoc.standalone.js') : installedRedoc(require),
      };
    },
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
