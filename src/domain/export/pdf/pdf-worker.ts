import { parentPort, workerData } from 'node:worker_threads';
import { ConversationDocument } from '#src/domain/export/pdf/conversation-document.ts';
import type { PdfAnswer, PdfOrder, PdfWorkerData } from '#src/domain/export/pdf/pdf-protocol.ts';

/**
 * Renders the pages of one document in a separate thread, so that neither its load nor its failures reach the server.
 * The thread can be ended at any time.
 */
const document = new ConversationDocument(workerData as PdfWorkerData);
const port = parentPort;
if (port === null) throw new Error('This module runs as a worker.');

port.on('message', (order: PdfOrder) => {
  if (order.kind === 'section') document.section(order.branch);
  if (order.kind === 'messages') for (const message of order.messages) document.message(message);
  if (order.kind === 'end') document.end();
  const bytes = finished();
  const answer: PdfAnswer = { bytes };
  port.postMessage(answer, bytes === undefined ? [] : [bytes.buffer]);
  if (order.kind === 'end') port.close();
});

function finished(): Uint8Array<ArrayBuffer> | undefined {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let part = document.take(); part !== undefined; part = document.take()) parts.push(part);
  if (parts.length < 2) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
