import type { ExportBranch, ExportMessage } from '#src/domain/export/export-source.ts';
import type { DocumentHead } from '#src/domain/export/pdf/conversation-document.ts';

/** What the thread that sets pages is started with. */
export type PdfWorkerData = DocumentHead;

/** What it is given, one at a time. */
export type PdfOrder =
  | { readonly kind: 'section'; readonly branch: ExportBranch }
  | { readonly kind: 'messages'; readonly messages: readonly ExportMessage[] }
  | { readonly kind: 'end' };

/** Its answer to each: the bytes that are finished. */
export interface PdfAnswer {
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}
