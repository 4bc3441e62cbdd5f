/** The ids in the paths of a user's lists. */
export interface Place {
  /** The conversation with the most messages. */
  readonly longestId: string;
  readonly folderId: string;
}

/** One page of a list, as a path for a user. */
export interface ListPage {
  readonly name: string;
  /** `fetchJson` reads a path of the user, for pages that begin where another ends. */
  pathOf(place: Place, fetchJson: (path: string) => Promise<Page>): string | Promise<string>;
}

interface Page {
  readonly next_cursor: string | null;
  readonly total: number;
}

const CONVERSATIONS = '/api/conversations?page_size=20';

/** The last page that the smaller user has. */
function numbered(name: string, listOf: (place: Place) => string): ListPage {
  return { name: `${name}, page 50`, pathOf: (place) => `${listOf(place)}&page=50` };
}

/** The last page that numbers reach, against the last one of the smaller user, who has a tenth of that. */
function last(name: string, listOf: (place: Place) => string): ListPage {
  return {
    name: `${name}, page 500 against page 50`,
    async pathOf(place, fetchJson) {
      const { total } = await fetchJson(listOf(place));
      return `${listOf(place)}&page=${Math.floor(Math.min(total, 10_000) / 20)}`;
    },
  };
}

/** A page by cursor, behind the last one that can be asked for by number. */
function deep(name: string, listOf: (place: Place) => string): ListPage {
  return {
    name: `${name}, deep by cursor`,
    async pathOf(place, fetchJson) {
      const { total } = await fetchJson(listOf(place));
      const before = Math.max(1, Math.floor(Math.min(total, 10_000) / 20) - 1);
      const { next_cursor: cursor } = await fetchJson(`${listOf(place)}&page=${before}`);
      return `${listOf(place)}&cursor=${encodeURIComponent(cursor ?? '')}`;
    },
  };
}

const list = (name: string, listOf: (place: Place) => string): ListPage[] => [
  { name: `${name}, first page`, pathOf: listOf },
  numbered(name, listOf),
  last(name, listOf),
  deep(name, listOf),
];

const searched = (name: string, text: string): ListPage => ({
  name: `search for ${name}`,
  pathOf: () => `${CONVERSATIONS}&search=${encodeURIComponent(text)}`,
});

/** Every list of a user that grows. */
export const listPages: readonly ListPage[] = [
  ...list('conversations', () => CONVERSATIONS),
  { name: 'archived conversations', pathOf: () => `${CONVERSATIONS}&archived=true` },
  { name: 'conversations of a folder', pathOf: ({ folderId }) => `${CONVERSATIONS}&folder_id=${folderId}` },
  searched('a word', 'sepsis'),
  searched('three letters', 'sep'),
  searched('two letters', 'se'),
  searched('one letter', 'x'),
  searched('what no title has', 'zebra'),
  ...list('messages', ({ longestId }) => `/api/conversations/${longestId}/messages?page_size=20`),
  ...list(
    'messages of a branch',
    ({ longestId }) => `/api/conversations/${longestId}/branches/main/messages?page_size=20`,
  ),
  {
    name: 'events, first page',
    pathOf: ({ longestId }) => `/api/conversations/${longestId}/events?page_size=20`,
  },
  { name: 'folders', pathOf: () => '/api/folders?page_size=20' },
];
