import { Worker } from 'node:worker_threads';
import type { ExportForm, ExportMessage, ExportSource } from '#src/domain/export/export-source.ts';
import type { DocumentHead } from '#src/domain/export/pdf/conversation-document.ts';
import type { PdfAnswer, PdfOrder, PdfWorkerData } from '#src/domain/export/pdf/pdf-protocol.ts';

export interface PdfForm extends ExportForm {
  readonly pageFormat: 'a4' | 'letter';
  /** Packages of fonts that are treated as not installed. */
  readonly withoutFonts?: readonly string[];
}

/** Rendering stopped with an error, or made no progress. */
class PdfRenderError extends Error {
  override readonly name = 'PdfRenderError';
}

/** Characters of content that are sent to the thread at once. */
const ORDER_LENGTH = 100_000;
/** Longest time for one batch. */
const ORDER_TIMEOUT_MS = 90_000;
const WORKER_MEMORY_MB = 512;

/**
 * Writes a conversation as PDF. Everything is read and rendered on demand, so that a slow client slows the work down,
 * and leaving the loop ends the thread at once.
 */
export async function* writePdf(
  source: ExportSource,
  form: PdfForm,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const setter = new PageSetter(headOf(source, form), signal);
  try {
    for (const section of source.sections) {
      yield* setter.run({ kind: 'section', branch: section.branch });
      for await (const batch of section.batches()) {
        for (const messages of portions(batch)) yield* setter.run({ kind: 'messages', messages });
      }
    }
    yield* setter.run({ kind: 'end' });
  } finally {
    await setter.close();
  }
}

function headOf(source: ExportSource, form: PdfForm): DocumentHead {
  return {
    conversationId: source.conversationId,
    title: source.title,
    createdAt: source.createdAt,
    exportedAt: form.exportedAt,
    timeZone: form.timeZone,
    pageFormat: form.pageFormat,
    citations: form.citations,
    attachments: form.attachments,
    wholeTree: source.wholeTree,
    branches: source.sections.map(({ branch }) => branch),
    ...(form.withoutFonts === undefined ? {} : { withoutFonts: form.withoutFonts }),
  };
}

function* portions(batch: readonly ExportMessage[]): Generator<ExportMessage[]> {
  let portion: ExportMessage[] = [];
  let length = 0;
  for (const message of batch) {
    portion.push(message);
    length += message.content.length;
    if (length < ORDER_LENGTH) continue;
    yield portion;
    portion = [];
    length = 0;
  }
  if (portion.length > 0) yield portion;
}

/** The rendering thread, which gets one order at a time. */
class PageSetter {
  readonly #worker: Worker;
  #failure: Error | undefined;
  #waiting: { resolve: (answer: PdfAnswer) => void; reject: (error: Error) => void } | undefined;
  readonly #stop: () => void;
  readonly #signal: AbortSignal | undefined;

  constructor(data: PdfWorkerData, signal: AbortSignal | undefined) {
    this.#signal = signal;
    this.#worker = startWorker(data);
    this.#worker.on('message', (answer: PdfAnswer) => this.#waiting?.resolve(answer));
    this.#worker.on('error', (cause) => this.#fail('Setting the pages failed.', cause));
    this.#worker.on('exit', () => this.#fail('Setting the pages ended early.'));
    this.#stop = () => this.#fail('Nobody waits for the document any more.');
    signal?.addEventListener('abort', this.#stop, { once: true });
    if (signal?.aborted) this.#stop();
  }

  async *run(order: PdfOrder): AsyncGenerator<Uint8Array> {
    const { bytes } = await this.#ask(order);
    if (bytes !== undefined) yield bytes;
  }

  async close(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#stop);
    this.#failure ??= new PdfRenderError('The document is closed.');
    await this.#worker.terminate();
  }

  async #ask(order: PdfOrder): Promise<PdfAnswer> {
    const timer = setTimeout(() => this.#fail('Setting the pages takes too long.'), ORDER_TIMEOUT_MS);
    try {
      return await new Promise<PdfAnswer>((resolve, reject) => {
        this.#waiting = { resolve, reject };
        if (this.#failure === undefined) this.#worker.postMessage(order);
        else reject(this.#failure);
      });
    } finally {
      clearTimeout(timer);
      this.#waiting = undefined;
    }
  }

  #fail(message: string, cause?: unknown): void {
    this.#failure ??= new PdfRenderError(message, { cause });
    this.#waiting?.reject(this.#failure);
    void this.#worker.terminate();
  }
}

function startWorker(workerData: PdfWorkerData): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const module = new URL(fromSource ? './pdf-worker-from-source.mjs' : './pdf-worker.mjs', import.meta.url);
  return new Worker(module, {
    workerData,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
  });
}
