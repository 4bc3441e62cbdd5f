/** The query parameters of every list. */
interface PageQuery {
  readonly page_size: number;
  readonly cursor?: string;
  readonly page?: number;
}

/** A page as services answer it. */
interface AnsweredPage<T> {
  readonly items: readonly T[];
  readonly size: number;
  readonly total: number;
  readonly nextCursor: string | undefined;
  readonly page: number | undefined;
}

/** The request of a page in the terms of services. */
export function readPageQuery(query: PageQuery): {
  size: number;
  cursor: string | undefined;
  page: number | undefined;
} {
  return { size: query.page_size, cursor: query.cursor, page: query.page };
}

/** The page form of the contract, with each item as `toWire` shows it. */
export function toPageBody<T, Wire>(page: AnsweredPage<T>, toWire: (item: T) => Wire) {
  return {
    items: page.items.map(toWire),
    page_size: page.size,
    total: page.total,
    next_cursor: page.nextCursor ?? null,
    ...(page.page === undefined ? {} : { page: page.page }),
  };
}
