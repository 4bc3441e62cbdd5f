import { isUuid } from '#src/platform/ids.ts';

/** A cited passage, as it was when the answer was written. */
export interface Citation {
  /** Number by which the answer refers to it. */
  readonly number: number;
  readonly documentId: string | undefined;
  readonly chunkId: string | undefined;
  readonly title: string;
  readonly quote: string;
  readonly pageNumber: number | undefined;
  readonly url: string | undefined;
  /** Between 0 and 1. */
  readonly score: number | undefined;
}

/**
 * Reads the citations that were stored with an answer of the assistant. Other messages have none, whatever their
 * metadata contain, and a malformed citation is left out.
 */
export function citationsOf(message: {
  readonly role: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}): Citation[] {
  const { citations } = message.metadata;
  if (message.role !== 'assistant' || !Array.isArray(citations)) return [];
  return citations.flatMap((entry: unknown, index) => {
    const citation = toCitation(entry, index + 1);
    return citation === undefined ? [] : [citation];
  });
}

function toCitation(entry: unknown, position: number): Citation | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const fields = entry as Readonly<Record<string, unknown>>;
  const title = text(fields.title);
  if (title === undefined) return undefined;
  return {
    number: count(fields.number) ?? position,
    documentId: uuid(fields.document_id),
    chunkId: uuid(fields.chunk_id),
    title,
    quote: text(fields.quote) ?? '',
    pageNumber: count(fields.page_number),
    url: text(fields.url),
    score: typeof fields.score === 'number' && Number.isFinite(fields.score) ? fields.score : undefined,
  };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const uuid = (value: unknown): string | undefined => (isUuid(value) ? value : undefined);
const count = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
