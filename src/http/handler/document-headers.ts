import { attachmentDisposition } from '#src/http/handler/content-disposition.ts';

/** Headers of a document that is to be kept under a name, and nowhere on the way. */
export function documentHeaders(fileName: string) {
  return { 'content-disposition': attachmentDisposition(fileName), 'cache-control': 'no-store' };
}
