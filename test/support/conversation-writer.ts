import { randomUUID } from 'node:crypto';
import type { components } from '#generated/schema.gen.ts';
import { BranchModel, type ModelMessage } from '#test/support/branch-model.ts';
import { pick, RetryingClient } from '#test/support/retrying-client.ts';

type Schemas = components['schemas'];

/** The acknowledged state of one conversation. */
export interface KnownConversation {
  readonly id: string;
  readonly model: BranchModel;
  title: string;
  temperature: number | null;
}

/** Writes to conversations of its own until it is stopped, and records every acknowledged change. */
export class ConversationWriter extends RetryingClient {
  readonly conversations: KnownConversation[] = [];
  #number = 0;

  /** Returns when `stopped` does and the current request is answered. */
  async work(stopped: () => boolean): Promise<void> {
    while (!stopped()) await this.#step();
  }

  async #step(): Promise<void> {
    const conversation = this.conversations.at(-1);
    const dice = Math.random();
    if (conversation === undefined || dice < 0.05) return this.#open();
    const message = pick(conversation.model.alive);
    if (message === undefined || dice < 0.45) return this.#write(conversation);
    if (dice < 0.6) return this.#edit(conversation, message);
    if (dice < 0.7) return this.#delete(conversation, message);
    if (dice < 0.8) return this.#fork(conversation, message);
    if (dice < 0.9) return this.#changeSettings(conversation);
    return this.#rename(conversation);
  }

  async #open(): Promise<void> {
    const title = `Conversation ${++this.#number}`;
    const { body } = await this.call<Schemas['Conversation']>({
      method: 'POST',
      path: '/api/conversations',
      body: { title },
      key: randomUUID(),
    });
    this.conversations.push({ id: body.id, model: new BranchModel(), title, temperature: null });
  }

  async #write({ id, model }: KnownConversation): Promise<void> {
    const branch_id = pick(model.branches)?.id ?? 'main';
    const content = `Message ${++this.#number}`;
    const { body } = await this.call<Schemas['MessageCreated']>({
      method: 'POST',
      path: `/api/conversations/${id}/messages`,
      body: { content, branch_id, client_message_id: randomUUID() },
    });
    model.write(branch_id, body.message.id, content);
  }

  async #edit({ id, model }: KnownConversation, message: ModelMessage): Promise<void> {
    const content = `Edited ${++this.#number}`;
    await this.call({
      method: 'PATCH',
      path: `/api/conversations/${id}/messages/${message.id}`,
      body: { content },
    });
    model.edit(message, content);
  }

  /** Deletes, and treats 404 as success when the deletion was repeated after a lost answer. */
  async #delete({ id, model }: KnownConversation, message: ModelMessage): Promise<void> {
    if (model.isFork(message)) return;
    await this.call({ method: 'DELETE', path: `/api/conversations/${id}/messages/${message.id}` }, [404]);
    model.delete(message);
  }

  async #fork({ id, model }: KnownConversation, message: ModelMessage): Promise<void> {
    if (model.branches.length > 20) return;
    const { body } = await this.call<Schemas['Branch']>({
      method: 'POST',
      path: `/api/conversations/${id}/branches`,
      body: { parent_message_id: message.id },
      key: randomUUID(),
    });
    model.fork(message, body.id);
  }

  async #changeSettings(conversation: KnownConversation): Promise<void> {
    const temperature = (++this.#number % 2_000) / 1_000;
    if (temperature === conversation.temperature) return;
    await this.call({
      method: 'PATCH',
      path: `/api/conversations/${conversation.id}/settings`,
      body: { temperature },
    });
    conversation.temperature = temperature;
    conversation.model.events.push('settings_updated');
  }

  async #rename(conversation: KnownConversation): Promise<void> {
    const title = `Title ${++this.#number}`;
    await this.call({ method: 'PATCH', path: `/api/conversations/${conversation.id}`, body: { title } });
    conversation.title = title;
    conversation.model.events.push('conversation_updated');
  }
}
