import type { Platform } from '#src/compose-platform.ts';
import type { AccountParts } from '#src/domain/accounts/account-service.ts';
import type { Cursors } from '#src/domain/paging.ts';
import { ShareLinkService } from '#src/domain/sharing/share-link-service.ts';
import { deleteOldShareLinks, SHARE_UPKEEP_CRON, shareUpkeep } from '#src/domain/sharing/share-upkeep.ts';
import { SharedConversationService } from '#src/domain/sharing/shared-conversation-service.ts';

/** The services of sharing, and the job that clears up after them. */
export function composeSharing(base: Platform & { readonly cursors: Cursors }, accounts: AccountParts) {
  const { config, jobs, db, cursors } = base;
  jobs.register(shareUpkeep, deleteOldShareLinks(db));
  jobs.schedule(shareUpkeep, SHARE_UPKEEP_CRON);
  return {
    shareLinks: new ShareLinkService({ ...accounts, sharedUrl: config.sharedUrl }),
    sharedConversations: new SharedConversationService({ ...accounts, cursors }),
  };
}
