import { randomUUID } from 'node:crypto';
import type { components } from '#generated/schema.gen.ts';
import { pick, RetryingClient } from '#test/support/retrying-client.ts';

type Schemas = components['schemas'];

interface KnownFolder {
  readonly id: string;
  readonly name: string;
  parentId: string | null;
}

const UNKNOWN = { age: null, gender: null, weight_kg: null, height_cm: null } as const;
const NOTHING = { ...UNKNOWN, problems: [], medications: [], allergies: [], vitals: {} } as const;

/**
 * Creates, changes and deletes folders, clinical contexts, attachments and share links until it is stopped, and records
 * every acknowledged change.
 */
export class ObjectWriter extends RetryingClient {
  readonly folders = new Map<string, KnownFolder>();
  /** Chief complaints by context. */
  readonly contexts = new Map<string, string>();
  /** Contents by attachment. */
  readonly attachments = new Map<string, string>();
  /** Tokens by share link. */
  readonly links = new Map<string, string>();
  readonly gone: string[] = [];
  #place: { readonly conversationId: string; readonly messageId: string } | undefined;
  #number = 0;

  async work(stopped: () => boolean): Promise<void> {
    while (!stopped()) await this.#step();
  }

  async #step(): Promise<void> {
    const steps = [
      () => this.#makeFolder(),
      () => this.#makeFolder(),
      () => this.#moveFolder(),
      () => this.#deleteFolder(),
      () => this.#createContext(),
      () => this.#replaceContext(),
      () => this.#deleteContext(),
      () => this.#uploadAttachment(),
      () => this.#uploadAttachment(),
      () => this.#deleteAttachment(),
      () => this.#createLink(),
      () => this.#revokeLink(),
    ];
    await pick(steps)?.();
  }

  async place(): Promise<{ conversationId: string; messageId: string }> {
    this.#place ??= await this.#open();
    return this.#place;
  }

  async #open() {
    const conversation = await this.call<Schemas['Conversation']>({
      method: 'POST',
      path: '/api/conversations',
      body: { title: 'Files' },
      key: randomUUID(),
    });
    const conversationId = conversation.body.id;
    const { body } = await this.call<Schemas['MessageCreated']>({
      method: 'POST',
      path: `/api/conversations/${conversationId}/messages`,
      body: { content: 'See attached', client_message_id: randomUUID() },
    });
    return { conversationId, messageId: body.message.id };
  }

  async #makeFolder(): Promise<void> {
    const name = `Folder ${++this.#number}`;
    const parents = [...this.folders.values()].filter(({ parentId }) => parentId === null);
    const parentId = pick([null, ...parents.map(({ id }) => id)]) ?? null;
    const { body } = await this.call<Schemas['Folder']>({
      method: 'POST',
      path: '/api/folders',
      body: { name, parent_folder_id: parentId },
      key: randomUUID(),
    });
    this.folders.set(body.id, { id: body.id, name, parentId });
  }

  async #moveFolder(): Promise<void> {
    const folder = pick(this.#leaves());
    const target = pick([...this.folders.values()].filter(({ parentId }) => parentId === null));
    if (folder === undefined || target === undefined || folder === target) return;
    await this.call({ method: 'POST', path: `/api/folders/${folder.id}/move/${target.id}` });
    folder.parentId = target.id;
  }

  async #deleteFolder(): Promise<void> {
    const folder = pick(this.#leaves());
    if (folder === undefined || this.folders.size < 5) return;
    await this.#remove(`/api/folders/${folder.id}`);
    this.folders.delete(folder.id);
  }

  #leaves(): KnownFolder[] {
    const parents = new Set([...this.folders.values()].map(({ parentId }) => parentId));
    return [...this.folders.values()].filter(({ id }) => !parents.has(id));
  }

  async #createContext(): Promise<void> {
    const chief_complaint = `Complaint ${++this.#number}`;
    const { body } = await this.call<Schemas['ClinicalContext']>({
      method: 'POST',
      path: '/api/clinical-contexts',
      body: { chief_complaint },
      key: randomUUID(),
    });
    this.contexts.set(body.id, chief_complaint);
  }

  async #replaceContext(): Promise<void> {
    const id = pick([...this.contexts.keys()]);
    if (id === undefined) return;
    const chief_complaint = `Corrected ${++this.#number}`;
    await this.call({
      method: 'PUT',
      path: `/api/clinical-contexts/${id}`,
      body: { ...NOTHING, chief_complaint },
    });
    this.contexts.set(id, chief_complaint);
  }

  async #deleteContext(): Promise<void> {
    const id = pick([...this.contexts.keys()]);
    if (id === undefined || this.contexts.size < 5) return;
    await this.#remove(`/api/clinical-contexts/${id}`);
    this.contexts.delete(id);
    this.gone.push(`/api/clinical-contexts/${id}`);
  }

  async #uploadAttachment(): Promise<void> {
    if (this.attachments.size >= 15) return;
    const { messageId } = await this.place();
    const file = `Note ${++this.#number}\n`.repeat(1 + (this.#number % 500));
    const path = `/api/messages/${messageId}/attachments`;
    const { body } = await this.call<Schemas['Attachment']>({
      method: 'POST',
      path,
      file,
      key: randomUUID(),
    });
    this.attachments.set(body.id, file);
  }

  async #deleteAttachment(): Promise<void> {
    const id = pick([...this.attachments.keys()]);
    if (id === undefined) return;
    await this.#remove(`/api/attachments/${id}`);
    this.attachments.delete(id);
    this.gone.push(`/api/attachments/${id}/download`);
  }

  async #createLink(): Promise<void> {
    if (this.links.size >= 15) return;
    const { conversationId } = await this.place();
    const { body } = await this.call<Schemas['ShareLinkCreated']>({
      method: 'POST',
      path: `/api/sessions/${conversationId}/share`,
      body: {},
      key: randomUUID(),
    });
    this.links.set(body.id, body.share_token);
  }

  async #revokeLink(): Promise<void> {
    const [id, token] = pick([...this.links]) ?? [];
    if (id === undefined || token === undefined) return;
    const { conversationId } = await this.place();
    await this.#remove(`/api/sessions/${conversationId}/share/${token}`);
    this.links.delete(id);
    this.gone.push(`/api/shared/${token}`);
  }

  /** Deletes, and treats 404 as success when the deletion was repeated after a lost answer. */
  async #remove(path: string): Promise<void> {
    await this.call({ method: 'DELETE', path }, [404]);
  }
}
