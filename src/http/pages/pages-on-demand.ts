import type { ServerResponse } from 'node:http';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { HeldRequest } from '#src/http/exchange/held-request.ts';
import type { PagesParts } from '#src/http/pages/pages.ts';

/** Answers requests outside the contract. */
export type Pages = (req: HeldRequest, res: ServerResponse, exchange: Exchange) => void | Promise<void>;

/** The pages, loaded with Express and their texts when the first request leaves the contract, not before the server is up. */
export function pagesOnDemand(parts: () => PagesParts): Pages {
  let pages: Promise<Pages> | undefined;
  let loaded: Pages | undefined;
  const load = async (): Promise<Pages> => {
    const { createPages } = await import('#src/http/pages/pages.ts');
    loaded = createPages(parts());
    return loaded;
  };
  return (req, res, exchange) => {
    if (loaded !== undefined) return loaded(req, res, exchange);
    pages ??= load();
    return pages.then((serve) => serve(req, res, exchange));
  };
}
