import type { AccountService } from '#src/domain/accounts/account-service.ts';
import type { OauthService } from '#src/domain/accounts/oauth-service.ts';
import type { ProfileService } from '#src/domain/accounts/profile-service.ts';
import type { SessionService } from '#src/domain/accounts/session-service.ts';
import type { UserService } from '#src/domain/accounts/user-service.ts';
import type { ModelProvider } from '#src/domain/assistant/model-provider.ts';
import type { AttachmentService } from '#src/domain/attachments/attachment-service.ts';
import type { ClinicalContextService } from '#src/domain/clinical-contexts/clinical-context-service.ts';
import type { BranchService } from '#src/domain/conversations/branch-service.ts';
import type { ConversationEventService } from '#src/domain/conversations/conversation-event-service.ts';
import type { ConversationFeed } from '#src/domain/conversations/conversation-feed.ts';
import type { ConversationService } from '#src/domain/conversations/conversation-service.ts';
import type { ConversationSettingsService } from '#src/domain/conversations/conversation-settings-service.ts';
import type { MessageService } from '#src/domain/conversations/message-service.ts';
import type { ExportService } from '#src/domain/export/export-service.ts';
import type { FolderService } from '#src/domain/folders/folder-service.ts';
import type { HealthService } from '#src/domain/operations/health-service.ts';
import type { ShareLinkService } from '#src/domain/sharing/share-link-service.ts';
import type { SharedConversationService } from '#src/domain/sharing/shared-conversation-service.ts';
import type { Metrics } from '#src/platform/metrics.ts';

/** The services that handlers call. */
export interface Services {
  readonly accounts: AccountService;
  readonly sessions: SessionService;
  readonly oauth: OauthService;
  readonly profiles: ProfileService;
  readonly users: UserService;
  readonly conversations: ConversationService;
  readonly messages: MessageService;
  readonly branches: BranchService;
  readonly conversationSettings: ConversationSettingsService;
  readonly conversationEvents: ConversationEventService;
  readonly conversationFeed: ConversationFeed;
  readonly folders: FolderService;
  readonly clinicalContexts: ClinicalContextService;
  readonly attachments: AttachmentService;
  readonly exports: ExportService;
  readonly shareLinks: ShareLinkService;
  readonly sharedConversations: SharedConversationService;
  readonly health: HealthService;
  readonly modelProvider: ModelProvider;
  readonly metrics: Pick<Metrics, 'render'>;
}
