/** Links of one conversation that can be used. */
export const MAX_LIVE_LINKS = 50;

/** A way to read one branch of a conversation without owning it. */
export interface ShareLink {
  readonly id: string;
  readonly conversationId: string;
  /** `main` or a uuid. */
  readonly branchId: string;
  readonly passwordProtected: boolean;
  /** Whether readers may come without an account. */
  readonly allowAnonymous: boolean;
  readonly accessCount: number;
  readonly lastAccessedAt: Date | undefined;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** What a caller gives to share a conversation. */
export interface NewShareLink {
  readonly branchId: string;
  readonly expiresInHours: number;
  readonly password: string | undefined;
  readonly allowAnonymous: boolean;
  /** Idempotency-Key of the request. */
  readonly requestKey: string | undefined;
}

/** A link that was just made, with the token that nobody can read anywhere later. */
export interface MadeShareLink {
  readonly link: ShareLink;
  readonly token: string;
  /** Address of the page for readers, with the token in it. */
  readonly url: string;
}

/** A live link as it is found by its token, with what it needs of its conversation. */
export interface OpenedShareLink {
  readonly link: ShareLink;
  readonly passwordHash: string | undefined;
  readonly title: string;
  readonly conversationCreatedAt: Date;
  readonly mainMessageCount: number;
}

/** One opening of a share. */
export interface ShareAccess {
  readonly at: Date;
  /** Account of the reader, where the link asked for one. */
  readonly readerId: string | undefined;
  readonly ip: string;
}
