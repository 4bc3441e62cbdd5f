import type { components } from '#generated/schema.gen.ts';
import type { Message } from '#src/domain/conversations/message.ts';
import { citationsOf } from '#src/domain/export/message-citations.ts';
import type { MadeShareLink, ShareLink } from '#src/domain/sharing/share-link.ts';

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

/** A message as readers see it, who learn nothing of who wrote it but the role. */
export function toSharedMessage(message: Message): Schemas['SharedMessage'] {
  return {
    id: message.id,
    role: message.role === 'assistant' ? 'assistant' : 'user',
    content: message.content,
    citations: toSharedCitations(message),
    created_at: message.createdAt.toISOString(),
  };
}

const MAX_CITATIONS = 100;
const MAX_NUMBER = 1_000;
const MAX_TITLE = 500;
const MAX_URL = 2_048;

function toSharedCitations(message: Message): Schemas['SharedCitation'][] {
  return citationsOf(message)
    .filter(({ number }) => number <= MAX_NUMBER)
    .slice(0, MAX_CITATIONS)
    .map(({ number, title, url }) => ({
      number,
      title: [...title].slice(0, MAX_TITLE).join(''),
      url: publicUrl(url),
    }));
}

/** An address that a browser may open; others say more of where the source is kept than readers need. */
function publicUrl(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return /^https?:$/.test(protocol) && href.length <= MAX_URL ? href : null;
}
