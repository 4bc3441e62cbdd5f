import { randomUUID } from 'node:crypto';
import type { components } from '#generated/schema.gen.ts';
import { BranchModel, type ModelMessage } from '#test/support/branch-model.ts';
import { PersistentClient, pick } from '#test/support/persistent-client.ts';

type Schemas = components['schemas'];

/** What a client knows of one of its conversations: only what was acknowledged. */
interface Ledger {
  readonly id: string;
  readonly model: BranchModel;
  title: string;
  temperature: number | null;
}

/** Works without a pause in conversations of its own, and believes in the end exactly what was acknowledged. */
export class Clinician extends PersistentClient {
  readonly ledgers: Ledger[] = [];
  #number = 0;

  /** Works until it is told to stop and what it has begun is answered. */
  async work(stopped: () => boolean): Promise<void> {
    while (!stopped()) await this.#step();
  }

  async #step(): Promise<void> {
    const ledger = this.ledgers.at(-1);
    const dice = Math.random();
    if (ledger === undefined || dice < 0.05) return this.#open();
    const message = pick(ledger.model.alive);
    if (message === undefined || dice < 0.45) return this.#write(ledger);
    if (dice < 0.6) return this.#edit(ledger, message);
    if (dice < 0.7) return this.#delete(ledger, message);
    if (dice < 0.8) return this.#fork(ledger, message);
    if (dice < 0.9) return this.#steer(ledger);
    return this.#rename(ledger);
  }

  async #open(): Promise<void> {
    const title = `Conversation ${++this.#number}`;
    const { body } = await this.call<Schemas['Conversation']>({
      method: 'POST',
      path: '/api/conversations',
      body: { title },
      key: randomUUID(),
    });
    this.ledgers.push({ id: body.id, model: new BranchModel(), title, temperature: null });
  }

  async #write({ id, model }: Ledger): Promise<void> {
    const branch_id = pick(model.branches)?.id ?? 'main';
    const content = `Message ${++this.#number}`;
    const { body } = await this.call<Schemas['MessageCreated']>({
      method: 'POST',
      path: `/api/conversations/${id}/messages`,
      body: { content, branch_id, client_message_id: randomUUID() },
    });
    model.write(branch_id, body.message.id, content);
  }

  async #edit({ id, model }: Ledger, message: ModelMessage): Promise<void> {
    const content = `Edited ${++this.#number}`;
    await this.call({
      method: 'PATCH',
      path: `/api/conversations/${id}/messages/${message.id}`,
      body: { content },
    });
    model.edit(message, content);
  }

  /** A deletion that was done and not answered is found done when it is repeated. */
  async #delete({ id, model }: Ledger, message: ModelMessage): Promise<void> {
    if (model.isFork(message)) return;
    await this.call({ method: 'DELETE', path: `/api/conversations/${id}/messages/${message.id}` }, [404]);
    model.delete(message);
  }

  async #fork({ id, model }: Ledger, message: ModelMessage): Promise<void> {
    if (model.branches.length > 20) return;
    const { body } = await this.call<Schemas['Branch']>({
      method: 'POST',
      path: `/api/conversations/${id}/branches`,
      body: { parent_message_id: message.id },
      key: randomUUID(),
    });
    model.fork(message, body.id);
  }

  async #steer(ledger: Ledger): Promise<void> {
    const temperature = (++this.#number % 2_000) / 1_000;
    if (temperature === ledger.temperature) return;
    await this.call({
      method: 'PATCH',
      path: `/api/conversations/${ledger.id}/settings`,
      body: { temperature },
    });
    ledger.temperature = temperature;
    ledger.model.events.push('settings_updated');
  }

  async #rename(ledger: Ledger): Promise<void> {
    const title = `Title ${++this.#number}`;
    await this.call({ method: 'PATCH', path: `/api/conversations/${ledger.id}`, body: { title } });
    ledger.title = title;
    ledger.model.events.push('conversation_updated');
  }
}
