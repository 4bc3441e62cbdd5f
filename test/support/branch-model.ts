/** A conversation in memory, to compare the stored one with. */
export interface ModelMessage {
  readonly id: string;
  readonly branchId: string;
  content: string;
  deleted: boolean;
}

interface ModelBranch {
  readonly id: string;
  /** Messages that were shared at the fork, including those deleted since. */
  readonly shared: readonly ModelMessage[];
  readonly own: ModelMessage[];
}

/** Keeps a separate list of messages for each branch. */
export class BranchModel {
  readonly branches: ModelBranch[] = [{ id: 'main', shared: [], own: [] }];
  readonly messages: ModelMessage[] = [];
  readonly #forks = new Set<ModelMessage>();
  /** Types of the events, in their order. */
  readonly events: string[] = ['conversation_created'];

  write(branchId: string, id: string, content: string): void {
    const message = { id, branchId, content, deleted: false };
    this.#branch(branchId).own.push(message);
    this.messages.push(message);
    this.events.push('message_created');
  }

  /**
   * Forks at a message. The new branch belongs to the branch that the message was written in, wherever it was listed.
   */
  fork(message: ModelMessage, id: string): void {
    const parent = this.#branch(message.branchId);
    const shared = [...parent.shared, ...parent.own.slice(0, parent.own.indexOf(message) + 1)];
    this.branches.push({ id, shared, own: [] });
    this.#forks.add(message);
    this.events.push('branch_created');
  }

  edit(message: ModelMessage, content: string): void {
    if (message.content === content) return;
    message.content = content;
    this.events.push('message_edited');
  }

  isFork(message: ModelMessage): boolean {
    return this.#forks.has(message);
  }

  delete(message: ModelMessage): void {
    message.deleted = true;
    this.events.push('message_deleted');
  }

  view(branchId: string): { content: string; shared: boolean }[] {
    const { shared, own } = this.#branch(branchId);
    const show = (messages: readonly ModelMessage[], isShared: boolean) =>
      messages.filter(({ deleted }) => !deleted).map(({ content }) => ({ content, shared: isShared }));
    return [...show(shared, true), ...show(own, false)];
  }

  get alive(): ModelMessage[] {
    return this.messages.filter(({ deleted }) => !deleted);
  }

  ownCount(branchId: string): number {
    return this.#branch(branchId).own.filter(({ deleted }) => !deleted).length;
  }

  #branch(id: string): ModelBranch {
    const branch = this.branches.find((candidate) => candidate.id === id);
    if (branch === undefined) throw new Error('the model has no such branch');
    return branch;
  }
}
