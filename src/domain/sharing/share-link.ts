/** Greatest number of live links of one conversation. */
export const MAX_LIVE_LINKS = 50;

/** Permission to read one branch of a conversation. */
export interface ShareLink {
  readonly id: string;
  readonly conversationId: string;
  /** `main` or a uuid. */
  readonly branchId: string;
  readonly passwordProtected: boolean;
  /** True when readers need no account. */
  readonly allowAnonymous: boolean;
  readonly accessCount: number;
  readonly lastAccessedAt: Date | undefined;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** The values of a new share link. */
export interface NewShareLink {
  readonly branchId: string;
  readonly expiresInHours: number;
  readonly password: string | undefined;
  readonly allowAnonymous: boolean;
}

/** A new link with its token, which cannot be read again later. */
export interface MadeShareLink {
  readonly link: ShareLink;
  readonly token: string;
  /** Address of the page for readers, with the token in it. */
  readonly url: string;
}

/** A live link that was found by its token, with data of its conversation. */
export interface OpenedShareLink {
  readonly link: ShareLink;
  readonly passwordHash: string | undefined;
  readonly title: string;
  readonly conversationCreatedAt: Date;
  readonly mainMessageCount: number;
}

/** One access to a shared conversation. */
export interface ShareAccess {
  /** Account of the reader; undefined when the link does not need one. */
  readonly readerId: string | undefined;
  readonly ip: string;
}
