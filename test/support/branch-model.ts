/** A conversation as one would keep it in memory, to hold the real one against. */
export interface ModelMessage {
  readonly id: string;
  readonly branchId: string;
  content: string;
  deleted: boolean;
}

interface ModelBranch {
  readonly id: string;
  /** What was shared when it was forked, the messages deleted since among them. */
  readonly shared: readonly ModelMessage[];
  readonly own: ModelMessage[];
}

/** Each branch simply holds the list of its messages. */
export class BranchModel {
  readonly branches: ModelBranch[] = [{ id: 'main', shared: [], own: [] }];
  readonly messages: ModelMessage[] = [];
  readonly #forks = new Set<ModelMessage>();
  /** Kinds of the events, in their order. */
  readonly events: string[] = ['conversation_created'];

  write(branchId: string, id: string, content: string): void {
    const message = { id, branchId, content, deleted: false };
    this.#branch(branchId).own.push(message);
    this.messages.push(message);
    this.events.push('message_created');
  }

  /** A message belongs to one branch, from which it is forked wherever it was seen. */
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
