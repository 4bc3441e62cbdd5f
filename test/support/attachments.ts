import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { components } from '#generated/schema.gen.ts';
import { createConversation, messageIn } from '#test/support/conversations.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { startS3Server } from '#test/support/s3-server.ts';

type Schemas = components['schemas'];

export interface FileToUpload {
  readonly name?: string;
  readonly content?: Uint8Array | string;
  /** Content type that the client claims. */
  readonly type?: string;
  readonly key?: string;
}

/** Uploads a file; the answer is checked against the contract. */
export function upload(
  gateway: TestGateway,
  member: Member,
  messageId: string,
  { name = 'note.txt', content = 'Bed 4 is stable.', type = '', key }: FileToUpload = {},
): Promise<Response> {
  const form = new FormData();
  form.append(
    'file',
    new Blob([typeof content === 'string' ? content : Uint8Array.from(content)], { type }),
    name,
  );
  return gateway.fetch(`/api/messages/${messageId}/attachments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${member.accessToken}`,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: form,
  });
}

/** Uploads a file and returns the stored attachment. */
export async function attach(
  gateway: TestGateway,
  member: Member,
  messageId: string,
  file: FileToUpload = {},
): Promise<Schemas['Attachment']> {
  const reply = await upload(gateway, member, messageId, file);
  if (reply.status !== 201) throw new Error(`the file was not attached: ${await reply.text()}`);
  return bodyOf(reply);
}

export async function bodyOf(reply: Response): Promise<Schemas['Attachment']> {
  return (await reply.json()) as Schemas['Attachment'];
}

export function download(
  gateway: TestGateway,
  member: Member,
  id: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  return gateway.fetch(`/api/attachments/${id}/download`, {
    method,
    headers: { authorization: `Bearer ${member.accessToken}`, ...headers },
  });
}

export function listAttachments(member: Member, messageId: string) {
  return member.api.GET('/api/messages/{message_id}/attachments', {
    params: { path: { message_id: messageId } },
  });
}

export function deleteAttachment(member: Member, id: string) {
  return member.api.DELETE('/api/attachments/{attachment_id}', { params: { path: { attachment_id: id } } });
}

/** Creates a conversation with one message. */
export async function newMessage(member: Member): Promise<{ conversationId: string; messageId: string }> {
  const conversationId = await createConversation(member);
  const { id: messageId } = await messageIn(member, conversationId, { content: 'See the file.' });
  return { conversationId, messageId };
}

/** Keys of all blobs of attachments. */
export async function blobsOf(gateway: TestGateway): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of gateway.app.platform.storage.list('attachments/')) keys.push(key);
  return keys.sort();
}

/** Temporary files of running uploads on the disk of the gateway. */
export function spooledFiles(gateway: TestGateway): string[] {
  return readdirSync(join(gateway.app.platform.config.dataDir, 'tmp'), { recursive: true })
    .map(String)
    .filter((name) => name.includes('upload-'));
}

/** Used bytes of the quota. */
export async function usageOf(gateway: TestGateway, member: Member): Promise<number> {
  const row = await gateway.database.database.kysely
    .selectFrom('attachment_usage')
    .select('attachment_usage.bytes')
    .where('attachment_usage.user_id', '=', member.userId)
    .executeTakeFirst();
  return row?.bytes ?? 0;
}

/** Delivers every due outbox row at once. */
export async function deliverOutbox(gateway: TestGateway): Promise<void> {
  while (await gateway.app.platform.outbox.deliverDue());
}

export interface StoredGateway {
  readonly gateway: TestGateway;
  close(): Promise<void>;
}

/** A separate gateway that stores its blobs on disk or in a bucket. */
export async function gatewayOn(
  kind: 'disk' | 's3',
  settings: Record<string, string> = {},
): Promise<StoredGateway> {
  // A worker in the background would deliver rows before the test does.
  const own = { ROLE: 'api', ...settings };
  if (kind === 'disk') {
    const gateway = await startGateway(own);
    return { gateway, close: () => gateway.close() };
  }
  const s3 = await startS3Server();
  const { endpoint, bucket, region, credentials } = s3.settings;
  const gateway = await startGateway({
    S3_ENDPOINT: endpoint as string,
    S3_BUCKET: bucket,
    S3_REGION: region,
    S3_ACCESS_KEY_ID: credentials?.accessKeyId as string,
    S3_SECRET_ACCESS_KEY: credentials?.secretAccessKey as string,
    S3_FORCE_PATH_STYLE: 'on',
    ...own,
  });
  return {
    gateway,
    async close() {
      await gateway.close();
      await s3.close();
    },
  };
}

/** Random text of a size, which the gateway accepts as a file. */
export function textOf(bytes: number): string {
  return randomUUID()
    .repeat(Math.ceil(bytes / 36))
    .slice(0, bytes);
}
