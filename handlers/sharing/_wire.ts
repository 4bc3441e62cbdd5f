import type { components } from '#generated/schema.gen.ts';
import type { MadeShareLink, ShareLink } from '#src/domain/sharing/share-link.ts';
import type { SharedMessage } from '#src/domain/sharing/shared-message.ts';

type Schemas = components['schemas'];

/** A link as its owner sees it in the list. */
export function toShareLink(link: ShareLink): Schemas['ShareLink'] {
  return {
    id: link.id,
    branch_id: link.branchId,
    password_protected: link.passwordProtected,
    allow_anonymous: link.allowAnonymous,
    access_count: link.accessCount,
    last_accessed_at: link.lastAccessedAt?.toISOString() ?? null,
    created_at: link.createdAt.toISOString(),
    expires_at: link.expiresAt.toISOString(),
  };
}

/** A link as its owner sees it once, with the token. */
export function toShareLinkCreated({ link, token, url }: MadeShareLink): Schemas['ShareLinkCreated'] {
  return {
    id: link.id,
    share_token: token,
    share_url: url,
    branch_id: link.branchId,
    password_protected: link.passwordProtected,
    allow_anonymous: link.allowAnonymous,
    created_at: link.createdAt.toISOString(),
    expires_at: link.expiresAt.toISOString(),
  };
}

/** A message as readers see it. */
export function toSharedMessage(message: SharedMessage): Schemas['SharedMessage'] {
  return {
    id: message.id,
    role: message.role,
    content: message.content,
    citations: message.citations.map(({ number, title, url }) => ({ number, title, url: url ?? null })),
    created_at: message.createdAt.toISOString(),
  };
}
