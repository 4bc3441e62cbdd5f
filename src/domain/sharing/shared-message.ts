import type { Message } from '#src/domain/conversations/message.ts';

/** A source of an answer as readers see it. */
export interface SharedCitation {
  /** Number by which the answer refers to it. */
  readonly number: number;
  readonly title: string;
  /** An address that a browser may open. */
  readonly url: string | undefined;
}

/** A message as readers see it, who learn nothing of who wrote it but the role. */
export interface SharedMessage {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly content: string;
  readonly citations: readonly SharedCitation[];
  readonly createdAt: Date;
}

/** Limits that the contract promises to readers; a stored answer can exceed them. */
const MAX_CITATIONS = 100;
const MAX_NUMBER = 1_000;
const MAX_TITLE = 500;
const MAX_URL = 2_048;

export function toSharedMessage(message: Message): SharedMessage {
  return {
    id: message.id,
    role: message.role === 'assistant' ? 'assistant' : 'user',
    content: message.content,
    citations: toSharedCitations(message),
    createdAt: message.createdAt,
  };
}

function toSharedCitations(message: Message): SharedCitation[] {
  return message.citations
    .filter(({ number }) => number <= MAX_NUMBER)
    .slice(0, MAX_CITATIONS)
    .map(({ number, title, url }) => ({
      number,
      title: [...title].slice(0, MAX_TITLE).join(''),
      url: publicUrl(url),
    }));
}

/** Addresses that are none of the web say more of where the source is kept than readers need. */
function publicUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return /^https?:$/.test(protocol) && href.length <= MAX_URL ? href : undefined;
}
