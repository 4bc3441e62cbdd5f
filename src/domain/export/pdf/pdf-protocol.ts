import type { ExportBranch, ExportMessage } from '#src/domain/export/export-source.ts';
import type { DocumentHead } from '#src/domain/export/pdf/conversation-document.ts';

/** The start data of the rendering thread. */
export type PdfWorkerData = DocumentHead;

/** An order to the thread, one at a time. */
export type PdfOrder =
  | { readonly kind: 'section'; readonly branch: ExportBranch }
  | { readonly kind: 'messages'; readonly messages: readonly ExportMessage[] }
  | { readonly kind: 'end' };

/** The answer to an order: the finished bytes. */
export interface PdfAnswer {
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}
