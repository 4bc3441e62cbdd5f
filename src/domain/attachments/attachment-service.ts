import type { Readable } from 'node:stream';
import type { Actor } from '#src/domain/accounts/actor.ts';
import {
  type Attachment,
  blobKeyOf,
  cleanFileName,
  kindOf,
  MAX_ATTACHMENTS,
  mimeTypeOf,
  type NewAttachment,
} from '#src/domain/attachments/attachment.ts';
import { AttachmentStore, type MessagePlace } from '#src/domain/attachments/attachment-store.ts';
import type { Happening } from '#src/domain/conversations/conversation-event.ts';
import type { ConversationLog } from '#src/domain/conversations/conversation-log.ts';
import { lockConversation } from '#src/domain/conversations/own-conversation.ts';
import type { Work } from '#src/domain/work.ts';
import { AppError, notFound } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database, Transaction } from '#src/platform/db/database.ts';
import type { Ids } from '#src/platform/ids.ts';
import type { Log } from '#src/platform/log.ts';
import type { ByteRange, Storage } from '#src/platform/storage/storage.ts';

export interface AttachmentLimits {
  /** Media types that are taken, by what the bytes show. */
  readonly types: ReadonlySet<string>;
  /** Of all attachments of one user. */
  readonly quotaBytes: number;
}

export interface AttachmentParts {
  readonly db: Database;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: ConversationLog;
  readonly problems: Log;
  readonly limits: AttachmentLimits;
}

export interface UploadedAttachment {
  readonly attachment: Attachment;
  /** True when a process stored it that died before it could answer. */
  readonly replayed: boolean;
}

/** An attachment whose bytes can be read. */
export interface OpenedAttachment {
  readonly attachment: Attachment;
  /** Opens some of its bytes. */
  read(range: ByteRange): Promise<Readable>;
}

/** Files of the messages in the caller's conversations. */
export class AttachmentService {
  readonly #parts: AttachmentParts;

  constructor(parts: AttachmentParts) {
    this.#parts = parts;
  }

  /** Those of a message, oldest first. */
  async list(work: Work, messageId: string): Promise<Attachment[]> {
    const store = new AttachmentStore(this.#parts.db.executorOf(work));
    if ((await store.findMessage(work.actor.userId, messageId)) === undefined) throw notFound();
    return store.listOfMessage(messageId);
  }

  /**
   * Stores a file: first its bytes, then its row, so that a row never names bytes that are not there. What fails in
   * between leaves a blob that no row names, which is deleted here or, when the process dies, by the sweep. Throws
   * `unsupported_media_type`, `quota_exceeded`, and `conflict` at the limit of the message.
   */
  async upload(work: Work, wanted: NewAttachment): Promise<UploadedAttachment> {
    const { db, storage } = this.#parts;
    const { actor, signal } = work;
    const store = new AttachmentStore(db.executorOf(work));
    const place = await store.findMessage(actor.userId, wanted.messageId);
    if (place === undefined) throw notFound();
    const earlier = await madeBefore(store, work);
    if (earlier !== undefined) return noted(work, { attachment: earlier, replayed: true });
    const attachment = this.#make(actor, place, wanted);
    // Asked before the bytes are moved as well, since that may take minutes.
    await assertRoom(store, place.messageId);
    if ((await store.usedBytes(actor.userId)) + wanted.sizeBytes > this.#parts.limits.quotaBytes)
      throw this.#quotaExceeded();
    await storage.putFile(blobKeyOf(attachment.id), wanted.path, { signal });
    await this.#keep(work, place, attachment);
    return { attachment, replayed: false };
  }

  /** An attachment and the way to its bytes. */
  async open(work: Work, id: string): Promise<OpenedAttachment> {
    const store = new AttachmentStore(this.#parts.db.executorOf(work));
    const attachment = await store.findOwned(work.actor.userId, id);
    if (attachment === undefined) throw notFound();
    return { attachment, read: (range) => this.#read(work, id, range) };
  }

  async #read(work: Work, id: string, range: ByteRange): Promise<Readable> {
    const { db, storage } = this.#parts;
    const reading = await storage.read(blobKeyOf(id), range, { signal: work.signal });
    if (reading !== undefined) return reading.stream;
    const [alive] = await new AttachmentStore(db.executorOf(work)).existing([id]);
    if (alive === undefined) throw notFound();
    throw new Error(`The bytes of attachment ${id} are lost.`);
  }

  /** Deletes the attachment, and its bytes after the commit. */
  delete(work: Work, id: string): Promise<void> {
    const { db, clock, log } = this.#parts;
    const { actor } = work;
    return db.transact(work, async (tx) => {
      const store = new AttachmentStore(tx);
      const attachment = await store.findOwned(actor.userId, id);
      if (attachment === undefined) throw notFound();
      await lockConversation(tx, actor, attachment.conversationId);
      const place = await store.findMessage(actor.userId, attachment.messageId);
      if (place === undefined || !(await store.delete(id))) throw notFound();
      await log.append(tx, place.conversationId, happening('attachment_deleted', place, clock.now()));
    });
  }

  #make(actor: Actor, place: MessagePlace, wanted: NewAttachment): Attachment {
    const { clock, ids, limits } = this.#parts;
    const fileName = cleanFileName(wanted.fileName);
    const mimeType = mimeTypeOf(wanted.detectedType, fileName);
    if (!limits.types.has(mimeType)) {
      const taken = [...limits.types].join(', ');
      throw new AppError(
        'unsupported_media_type',
        `The bytes of the file are none of what is taken: ${taken}.`,
      );
    }
    return {
      id: ids.uuid(),
      userId: actor.userId,
      conversationId: place.conversationId,
      messageId: place.messageId,
      fileName,
      mimeType,
      kind: kindOf(mimeType),
      sizeBytes: wanted.sizeBytes,
      sha256: wanted.sha256,
      createdAt: clock.now(),
    };
  }

  /** Commits the row of a blob that is there, or deletes the blob when it is certain that the row is not. */
  async #keep(work: Work, place: MessagePlace, attachment: Attachment): Promise<void> {
    let done = false;
    try {
      work.signal.throwIfAborted();
      await this.#parts.db.transact(work, async (tx) => {
        done = false;
        await this.#insert(tx, work, place, attachment);
        done = true;
      });
    } catch (error) {
      // A commit that failed may have come through all the same; then the sweep finds out.
      if (!done) await this.#discard(attachment.id);
      throw error;
    }
  }

  async #insert(tx: Transaction, work: Work, place: MessagePlace, attachment: Attachment): Promise<void> {
    const { log, limits } = this.#parts;
    const { actor } = work;
    const store = new AttachmentStore(tx);
    await work.claim?.remember(tx, attachment.id);
    await lockConversation(tx, actor, place.conversationId);
    if ((await store.findMessage(actor.userId, place.messageId)) === undefined) throw notFound();
    await assertRoom(store, place.messageId);
    if (!(await store.takeQuota(actor.userId, attachment.sizeBytes, limits.quotaBytes)))
      throw this.#quotaExceeded();
    await store.insert(attachment);
    await log.append(tx, place.conversationId, happening('attachment_created', place, attachment.createdAt));
    noted(work, { attachment, replayed: false });
  }

  #quotaExceeded(): AppError {
    const { quotaBytes } = this.#parts.limits;
    return new AppError(
      'quota_exceeded',
      `The attachments of an account may have ${quotaBytes} bytes together.`,
    );
  }

  /**
   * Deletes the blob of a failed upload. A failure here is left to the sweep, so that the caller's own error is thrown.
   */
  async #discard(id: string): Promise<void> {
    try {
      await this.#parts.storage.delete(blobKeyOf(id));
    } catch (error) {
      this.#parts.problems.warn(
        { err: error, attachment_id: id },
        'a blob without a row was left to the sweep',
      );
    }
  }
}

/** Tells the trail what the upload made, or found made. */
function noted({ action }: Work, uploaded: UploadedAttachment): UploadedAttachment {
  const { id, messageId } = uploaded.attachment;
  const details = { message_id: messageId, ...(uploaded.replayed ? { replayed: 'true' } : {}) };
  action?.note({ object: { type: 'attachment', id }, details });
  return uploaded;
}

/** Finds the attachment that a dead process stored for the key of this request. It may have been deleted since. */
async function madeBefore(store: AttachmentStore, { actor, claim }: Work): Promise<Attachment | undefined> {
  const id = claim?.madeBefore;
  return id === undefined ? undefined : store.findOwned(actor.userId, id);
}

async function assertRoom(store: AttachmentStore, messageId: string): Promise<void> {
  if ((await store.listOfMessage(messageId)).length >= MAX_ATTACHMENTS)
    throw new AppError('conflict', `A message carries at most ${MAX_ATTACHMENTS} attachments.`);
}

function happening(type: Happening['type'], place: MessagePlace, occurredAt: Date): Happening {
  return { type, messageId: place.messageId, branchId: place.branchId, occurredAt };
}
