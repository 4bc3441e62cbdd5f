import { randomUUID } from 'node:crypto';
import { getDocumentProxy } from 'unpdf';
import type { Member, TestGateway } from '#test/support/gateway.ts';

/** Fetches an export as a member. */
export function fetchExport(
  gateway: TestGateway,
  member: Member,
  conversationId: string,
  form: 'markdown' | 'pdf',
  query = '',
): Promise<Response> {
  return gateway.fetch(`/api/sessions/${conversationId}/export/${form}${query}`, {
    headers: { authorization: `Bearer ${member.accessToken}` },
  });
}

export interface ReadPdf {
  readonly pages: readonly string[];
  /** Text of all pages with single spaces. */
  readonly text: string;
  readonly title: unknown;
  /** Stretches of text in the order in which they were drawn. */
  readonly parts: readonly TextPart[];
}

/** A stretch of text, with the place where it begins in points from the left and from the top of the first page. */
export interface TextPart {
  readonly text: string;
  readonly left: number;
  readonly down: number;
}

/** Reads a PDF with another program than the one that wrote it. Fails when it is damaged. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(Uint8Array.from(bytes), { stopAtErrors: true });
  const pages: string[] = [];
  const parts: TextPart[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const height = page.view[3] ?? 0;
    // The reader would replace characters by similar ones, such as the micro sign by a Greek letter.
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items.filter((item) => 'str' in item);
    pages.push(texts.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''));
    for (const { str, transform } of texts)
      parts.push({ text: str, left: transform[4], down: number * height - transform[5] });
  }
  const { info } = await document.getMetadata();
  await document.destroy();
  const title = (info as Readonly<Record<string, unknown>>).Title;
  return { pages, text: pages.join('\n').replace(/\s+/g, ' '), title, parts };
}

/** Writes an answer as the assistant does, which no client may. */
export async function writeAnswer(
  gateway: TestGateway,
  conversationId: string,
  content: string,
  metadata: Record<string, unknown> = {},
): Promise<string> {
  const { kysely } = gateway.database.database;
  const id = randomUUID();
  const { seq } = await kysely
    .selectFrom('messages')
    .select((eb) => eb.fn.coalesce(eb.fn.max('messages.seq'), eb.lit(0)).as('seq'))
    .where('messages.conversation_id', '=', conversationId)
    .executeTakeFirstOrThrow();
  const now = new Date();
  await kysely
    .insertInto('messages')
    .values({
      id,
      conversation_id: conversationId,
      branch_id: 'main',
      role: 'assistant',
      content,
      metadata: JSON.stringify(metadata),
      seq: Number(seq) + 1,
      created_at: now,
      updated_at: now,
    })
    .execute();
  await kysely
    .updateTable('conversations')
    .set((eb) => ({
      message_count: eb('conversations.message_count', '+', 1),
      main_message_count: eb('conversations.main_message_count', '+', 1),
    }))
    .where('conversations.id', '=', conversationId)
    .execute();
  return id;
}
