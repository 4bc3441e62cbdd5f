// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.
import type { Immutable, BinaryBody, Download, StreamEvent, UploadedFile } from '#src/http/handler/handler-types.ts';
import type { components } from './schema.gen.ts';

type Schemas = Immutable<components['schemas']>;

export type CacheInvalidationInput = { readonly pattern: string; readonly dry_run: boolean };
export type CalendarEventCreateInput = { readonly summary: string; readonly description?: string | null; readonly location?: string | null; readonly start: string; readonly end: string; readonly all_day: boolean; readonly time_zone?: string; readonly calendar_id?: string };
export type CalendarEventReplaceInput = { readonly summary: string; readonly description: string | null; readonly location: string | null; readonly start: string; readonly end: string; readonly all_day: boolean; readonly time_zone?: string };
export type ClinicalContextCreateInput = { readonly session_id?: string | null; readonly age?: number | null; readonly gender?: Schemas["Gender"] | null; readonly weight_kg?: number | null; readonly height_cm?: number | null; readonly chief_complaint?: string | null; readonly problems: readonly string[]; readonly medications: readonly string[]; readonly allergies: readonly string[]; readonly vitals?: Schemas["VitalsInput"] };
export type ConversationCreateInput = { readonly title: string; readonly folder_id?: string | null };
export type EmailSendInput = { readonly to: readonly string[]; readonly cc: readonly string[]; readonly bcc: readonly string[]; readonly subject: string; readonly body: string; readonly is_html: boolean; readonly reply_to_message_id?: string | null };
export type FeatureFlagCreateInput = { readonly name: string; readonly description: string; readonly flag_type: Schemas["FeatureFlagType"]; readonly enabled: boolean; readonly value?: unknown; readonly default_value?: unknown; readonly rollout_percentage: number; readonly user_groups: readonly string[]; readonly disabled_environments: readonly string[]; readonly metadata?: { readonly [name: string]: unknown } };
export type FileIndexRequestInput = { readonly file_path: string; readonly source_type: Schemas["DocumentSourceType"]; readonly title?: string };
export type MessageCreateInput = { readonly role: "user" | "system"; readonly content: string; readonly branch_id: string; readonly parent_message_id?: string | null; readonly client_message_id?: string; readonly reply: boolean; readonly clinical_context_id?: string | null; readonly metadata?: { readonly [name: string]: unknown } };
export type RealtimeSessionRequestInput = { readonly conversation_id?: string | null; readonly voice: Schemas["SpeechVoice"]; readonly language?: string | null; readonly vad_sensitivity: number };
export type ShareLinkCreateInput = { readonly expires_in_hours: number; readonly password?: string | null; readonly allow_anonymous: boolean; readonly branch_id: string };
export type SpeechRequestInput = { readonly text: string; readonly voice: Schemas["SpeechVoice"]; readonly speed: number; readonly format: "mp3" | "wav" | "ogg" };
export type VoiceMetricsInput = { readonly conversation_id?: string | null; readonly session_started_at: string; readonly connection_time_ms?: number | null; readonly time_to_first_transcript_ms?: number | null; readonly last_stt_latency_ms?: number | null; readonly last_response_latency_ms?: number | null; readonly session_duration_ms?: number | null; readonly user_transcript_count: number; readonly ai_response_count: number; readonly reconnect_count: number };
export interface Operations {
  readonly adminClearCache: {
    readonly access: 'admin';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["CacheCleared"] };
  };
  readonly adminGetCacheStats: {
    readonly access: 'viewer';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["CacheStats"] };
  };
  readonly adminInvalidateCache: {
    readonly access: 'admin';
    readonly input: {
      readonly body: CacheInvalidationInput;
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["CacheInvalidated"] };
  };
  readonly adminCreateFeatureFlag: {
    readonly access: 'admin';
    readonly input: {
      readonly header: { readonly 'idempotency-key'?: string };
      readonly body: FeatureFlagCreateInput;
    };
    readonly reply:
      | { readonly status: 201; readonly body: Schemas["FeatureFlag"]; readonly headers: { readonly location: string; readonly etag: string; readonly 'idempotent-replayed'?: string } };
  };
  readonly adminDeleteFeatureFlag: {
    readonly access: 'admin';
    readonly input: {
      readonly path: { readonly flag_name: string };
      readonly header: { readonly 'if-match'?: string };
    };
    readonly reply:
      | { readonly status: 204 };
  };
  readonly adminGetFeatureFlag: {
    readonly access: 'viewer';
    readonly input: {
      readonly path: { readonly flag_name: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["FeatureFlag"]; readonly headers: { readonly etag: string } };
  };
  readonly adminListFeatureFlags: {
    readonly access: 'viewer';
    readonly input: {
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["FeatureFlagPage"] };
  };
  readonly adminToggleFeatureFlag: {
    readonly access: 'admin';
    readonly input: {
      readonly path: { readonly flag_name: string };
      readonly header: { readonly 'if-match'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["FeatureFlag"]; readonly headers: { readonly etag: string } };
  };
  readonly adminUpdateFeatureFlag: {
    readonly access: 'admin';
    readonly input: {
      readonly path: { readonly flag_name: string };
      readonly header: { readonly 'if-match'?: string };
      readonly body: Schemas["FeatureFlagUpdate"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["FeatureFlag"]; readonly headers: { readonly etag: string } };
  };
  readonly adminDeleteDocument: {
    readonly access: 'admin';
    readonly input: {
      readonly path: { readonly document_id: string };
      readonly header: { readonly 'if-match'?: string };
    };
    readonly reply:
      | { readonly status: 204 };
  };
  readonly adminGetDocument: {
    readonly access: 'viewer';
    readonly input: {
      readonly path: { readonly document_id: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["Document"]; readonly headers: { readonly etag: string } };
  };
  readonly adminListDocuments: {
    readonly access: 'viewer';
    readonly input: {
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number; readonly source_type?: Schemas["DocumentSourceType"]; readonly indexing_status?: Schemas["IndexingStatus"]; readonly search?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["DocumentPage"] };
  };
  readonly adminUploadDocument: {
    readonly access: 'admin';
    readonly input: {
      readonly header: { readonly 'idempotency-key'?: string };
      readonly body: { readonly file: UploadedFile; readonly title?: string; readonly source_type?: "guideline" | "textbook" | "journal" | "note" | "uploaded" };
    };
    readonly reply:
      | { readonly status: 201; readonly body: Schemas["Document"]; readonly headers: { readonly location: string; readonly etag: string; readonly 'idempotent-replayed'?: string } };
  };
  readonly adminDeleteUser: {
    readonly access: 'admin';
    readonly input: {
      readonly path: { readonly user_id: string };
      readonly header: { readonly 'if-match'?: string };
    };
    readonly reply:
      | { readonly status: 204 };
  };
  readonly adminGetMetrics: {
    readonly access: 'viewer';
    readonly input: {
      readonly query: { readonly days: number };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["SystemMetrics"] };
  };
  readonly adminGetSummary: {
    readonly access: 'viewer';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["SystemSummary"] };
  };
  readonly adminGetUser: {
    readonly access: 'viewer';
    readonly input: {
      readonly path: { readonly user_id: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["AdminUser"]; readonly headers: { readonly etag: string } };
  };
  readonly adminGetWebsocketStatus: {
    readonly access: 'viewer';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["WebsocketStatus"] };
  };
  readonly adminListAuditLogs: {
    readonly access: 'viewer';
    readonly input: {
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number; readonly action?: string; readonly outcome?: Schemas["AuditOutcome"]; readonly actor_id?: string; readonly from?: string; readonly to?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["AuditEntryPage"] };
  };
  readonly adminListUsers: {
    readonly access: 'viewer';
    readonly input: {
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number; readonly search?: string; readonly accents: "fold" | "exact"; readonly role?: Schemas["UserRole"]; readonly is_active?: boolean };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["AdminUserPage"] };
  };
  readonly adminReplaceUser: {
    readonly access: 'admin';
    readonly input: {
      readonly path: { readonly user_id: string };
      readonly header: { readonly 'if-match'?: string };
      readonly body: Schemas["AdminUserReplace"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["AdminUser"]; readonly headers: { readonly etag: string } };
  };
  readonly deleteAttachment: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly attachment_id: string };
    };
    readonly reply:
      | { readonly status: 204 };
  };
  readonly downloadAttachment: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly attachment_id: string };
      readonly header: { readonly range?: string; readonly 'if-range'?: string; readonly 'if-match'?: string; readonly 'if-unmodified-since'?: string; readonly 'if-none-match'?: string; readonly 'if-modified-since'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly type: 'application/octet-stream'; readonly file: Download };
  };
  readonly listAttachments: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly message_id: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["AttachmentList"] };
  };
  readonly uploadAttachment: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly message_id: string };
      readonly header: { readonly 'idempotency-key'?: string };
      readonly body: { readonly file: UploadedFile };
    };
    readonly reply:
      | { readonly status: 201; readonly body: Schemas["Attachment"]; readonly headers: { readonly location: string; readonly 'idempotent-replayed'?: string } };
  };
  readonly authorizeOauth: {
    readonly access: 'optional';
    readonly input: {
      readonly path: { readonly provider: string };
      readonly query: { readonly redirect_uri?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["OauthAuthorization"] };
  };
  readonly completeOauth: {
    readonly access: 'optional';
    readonly input: {
      readonly path: { readonly provider: string };
      readonly body: Schemas["OauthCompletion"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["OauthSession"] };
  };
  readonly getCurrentUser: {
    readonly access: 'user';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["User"] };
  };
  readonly getOauthProviderStatus: {
    readonly access: 'public';
    readonly input: {
      readonly path: { readonly provider: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["OauthProviderStatus"] };
  };
  readonly login: {
    readonly access: 'public';
    readonly input: {
      readonly body: Schemas["Login"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["TokenPair"] };
  };
  readonly logout: {
    readonly access: 'user';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 204 };
  };
  readonly refreshTokens: {
    readonly access: 'public';
    readonly input: {
      readonly body: Schemas["RefreshRequest"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["TokenPair"] };
  };
  readonly register: {
    readonly access: 'public';
    readonly input: {
      readonly header: { readonly 'idempotency-key'?: string };
      readonly body: Schemas["Registration"];
    };
    readonly reply:
      | { readonly status: 201; readonly body: Schemas["RegisteredAccount"]; readonly headers: { readonly location: string; readonly 'idempotent-replayed'?: string } };
  };
  readonly createCalendarEvent: {
    readonly access: 'user';
    readonly input: {
      readonly header: { readonly 'idempotency-key'?: string };
      readonly body: CalendarEventCreateInput;
    };
    readonly reply:
      | { readonly status: 201; readonly body: Schemas["CalendarEvent"]; readonly headers: { readonly location: string; readonly etag: string; readonly 'idempotent-replayed'?: string } };
  };
  readonly deleteCalendarEvent: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly event_uid: string };
      readonly query: { readonly calendar_id?: string };
      readonly header: { readonly 'if-match'?: string };
    };
    readonly reply:
      | { readonly status: 204 };
  };
  readonly listCalendarEvents: {
    readonly access: 'user';
    readonly input: {
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number; readonly start?: string; readonly end?: string; readonly calendar_id?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["CalendarEventPage"] };
  };
  readonly listCalendars: {
    readonly access: 'user';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["CalendarList"] };
  };
  readonly replaceCalendarEvent: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly event_uid: string };
      readonly query: { readonly calendar_id?: string };
      readonly header: { readonly 'if-match'?: string };
      readonly body: CalendarEventReplaceInput;
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["CalendarEvent"]; readonly headers: { readonly etag: string } };
  };
  readonly createClinicalContext: {
    readonly access: 'user';
    readonly input: {
      readonly header: { readonly 'idempotency-key'?: string };
      readonly body: ClinicalContextCreateInput;
    };
    readonly reply:
      | { readonly status: 201; readonly body: Schemas["ClinicalContext"]; readonly headers: { readonly location: string; readonly etag: string; readonly 'idempotent-replayed'?: string } };
  };
  readonly deleteClinicalContext: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly context_id: string };
      readonly header: { readonly 'if-match'?: string };
    };
    readonly reply:
      | { readonly status: 204 };
  };
  readonly getClinicalContext: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly context_id: string };
      readonly header: { readonly 'if-match'?: string; readonly 'if-none-match'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["ClinicalContext"]; readonly headers: { readonly etag: string } }
      | { readonly status: 304; readonly headers: { readonly etag: string } };
  };
  readonly getCurrentClinicalContext: {
    readonly access: 'user';
    readonly input: {
      readonly query: { readonly session_id?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["ClinicalContext"]; readonly headers: { readonly etag: string } };
  };
  readonly replaceClinicalContext: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly context_id: string };
      readonly header: { readonly 'if-match'?: string };
      readonly body: Schemas["ClinicalContextReplace"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["ClinicalContext"]; readonly headers: { readonly etag: string } };
  };
  readonly createBranch: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly session_id: string };
      readonly header: { readonly 'idempotency-key'?: string };
      readonly body: Schemas["BranchCreate"];
    };
    readonly reply:
      | { readonly status: 201; readonly body: Schemas["Branch"]; readonly headers: { readonly location: string; readonly 'idempotent-replayed'?: string } };
  };
  readonly createConversation: {
    readonly access: 'user';
    readonly input: {
      readonly header: { readonly 'idempotency-key'?: string };
      readonly body: ConversationCreateInput;
    };
    readonly reply:
      | { readonly status: 201; readonly body: Schemas["Conversation"]; readonly headers: { readonly location: string; readonly etag: string; readonly 'idempotent-replayed'?: string } };
  };
  readonly createMessage: {
    readonly access: 'user';
    readonly produces: 'application/json' | 'text/event-stream';
    readonly input: {
      readonly path: { readonly conversation_id: string };
      readonly header: { readonly 'last-event-id'?: string };
      readonly body: MessageCreateInput;
    };
    readonly reply:
      | { readonly status: 201; readonly body: Schemas["MessageCreated"]; readonly headers?: { readonly 'idempotent-replayed'?: string } }
      | { readonly status: 201; readonly type: 'text/event-stream'; readonly events: AsyncIterable<StreamEvent<'message', Schemas['Message']> | StreamEvent<'delta', Schemas['AnswerDelta']> | StreamEvent<'citations', Schemas['AnswerCitations']> | StreamEvent<'done', Schemas['MessageCreated']> | StreamEvent<'error', Schemas['Problem']>>; readonly headers?: { readonly 'idempotent-replayed'?: string } };
  };
  readonly deleteConversation: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly conversation_id: string };
      readonly header: { readonly 'if-match'?: string };
    };
    readonly reply:
      | { readonly status: 204 };
  };
  readonly deleteMessage: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly conversation_id: string; readonly message_id: string };
      readonly header: { readonly 'if-match'?: string };
    };
    readonly reply:
      | { readonly status: 204 };
  };
  readonly editMessage: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly conversation_id: string; readonly message_id: string };
      readonly header: { readonly 'if-match'?: string };
      readonly body: Schemas["MessageEdit"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["Message"]; readonly headers: { readonly etag: string } };
  };
  readonly getConversation: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly conversation_id: string };
      readonly header: { readonly 'if-match'?: string; readonly 'if-none-match'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["Conversation"]; readonly headers: { readonly etag: string } }
      | { readonly status: 304; readonly headers: { readonly etag: string } };
  };
  readonly getConversationSettings: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly conversation_id: string };
      readonly header: { readonly 'if-match'?: string; readonly 'if-none-match'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["ConversationSettings"]; readonly headers: { readonly etag: string } }
      | { readonly status: 304; readonly headers: { readonly etag: string } };
  };
  readonly listBranchMessages: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly session_id: string; readonly branch_id: string };
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["MessagePage"] };
  };
  readonly listBranches: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly session_id: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["BranchList"] };
  };
  readonly listConversationEvents: {
    readonly access: 'user';
    readonly produces: 'application/json' | 'text/event-stream';
    readonly input: {
      readonly path: { readonly conversation_id: string };
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number; readonly after?: number; readonly since?: string; readonly types?: readonly Schemas["ConversationEventType"][] };
      readonly header: { readonly 'last-event-id'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["ConversationEventPage"] }
      | { readonly status: 200; readonly type: 'text/event-stream'; readonly events: AsyncIterable<StreamEvent<'event', Schemas['ConversationEvent']> | StreamEvent<'reset', Schemas['ConversationLogReset']>> };
  };
  readonly listConversations: {
    readonly access: 'user';
    readonly input: {
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number; readonly archived?: boolean; readonly folder_id?: string; readonly search?: string; readonly accents: "fold" | "exact" };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["ConversationPage"] };
  };
  readonly listMessages: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly conversation_id: string };
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number; readonly branch_id: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["MessagePage"] };
  };
  readonly replaceConversationSettings: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly conversation_id: string };
      readonly header: { readonly 'if-match'?: string };
      readonly body: Schemas["ConversationSettingsReplace"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["ConversationSettings"]; readonly headers: { readonly etag: string } };
  };
  readonly updateConversation: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly conversation_id: string };
      readonly header: { readonly 'if-match'?: string };
      readonly body: Schemas["ConversationUpdate"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["Conversation"]; readonly headers: { readonly etag: string } };
  };
  readonly updateConversationSettings: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly conversation_id: string };
      readonly header: { readonly 'if-match'?: string };
      readonly body: Schemas["ConversationSettingsUpdate"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["ConversationSettings"]; readonly headers: { readonly etag: string } };
  };
  readonly listEmailFolders: {
    readonly access: 'user';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["EmailFolderList"] };
  };
  readonly listEmailMessages: {
    readonly access: 'user';
    readonly input: {
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number; readonly folder: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["EmailMessagePage"] };
  };
  readonly sendEmail: {
    readonly access: 'user';
    readonly input: {
      readonly header: { readonly 'idempotency-key'?: string };
      readonly body: EmailSendInput;
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["EmailSent"]; readonly headers?: { readonly 'idempotent-replayed'?: string } };
  };
  readonly exportMarkdown: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly session_id: string };
      readonly query: { readonly branch_id: string; readonly include_citations: boolean; readonly include_attachments: boolean; readonly time_zone: string };
    };
    readonly reply:
      | { readonly status: 200; readonly type: 'text/markdown'; readonly body: BinaryBody; readonly headers?: { readonly 'content-disposition'?: string; readonly 'cache-control'?: string } };
  };
  readonly exportPdf: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly session_id: string };
      readonly query: { readonly branch_id: string; readonly include_citations: boolean; readonly include_attachments: boolean; readonly time_zone: string; readonly page_format: "a4" | "letter" };
    };
    readonly reply:
      | { readonly status: 200; readonly type: 'application/pdf'; readonly body: BinaryBody; readonly headers?: { readonly 'content-disposition'?: string; readonly 'cache-control'?: string } };
  };
  readonly indexFile: {
    readonly access: 'admin';
    readonly input: {
      readonly header: { readonly 'idempotency-key'?: string };
      readonly body: FileIndexRequestInput;
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["FileIndexResult"]; readonly headers?: { readonly 'idempotent-replayed'?: string } };
  };
  readonly scanAndIndexFiles: {
    readonly access: 'admin';
    readonly input: {
      readonly query: { readonly source_type: Schemas["DocumentSourceType"]; readonly force_reindex: boolean };
      readonly header: { readonly 'idempotency-key'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["FileScan"]; readonly headers?: { readonly 'idempotent-replayed'?: string } };
  };
  readonly createFolder: {
    readonly access: 'user';
    readonly input: {
      readonly header: { readonly 'idempotency-key'?: string };
      readonly body: Schemas["FolderCreate"];
    };
    readonly reply:
      | { readonly status: 201; readonly body: Schemas["Folder"]; readonly headers: { readonly location: string; readonly etag: string; readonly 'idempotent-replayed'?: string } };
  };
  readonly deleteFolder: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly folder_id: string };
      readonly header: { readonly 'if-match'?: string };
    };
    readonly reply:
      | { readonly status: 204 };
  };
  readonly getFolder: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly folder_id: string };
      readonly header: { readonly 'if-match'?: string; readonly 'if-none-match'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["Folder"]; readonly headers: { readonly etag: string } }
      | { readonly status: 304; readonly headers: { readonly etag: string } };
  };
  readonly getFolderTree: {
    readonly access: 'user';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["FolderTree"] };
  };
  readonly listFolders: {
    readonly access: 'user';
    readonly input: {
      readonly query: { readonly parent_id?: string; readonly cursor?: string; readonly page?: number; readonly page_size: number };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["FolderPage"] };
  };
  readonly moveFolder: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly folder_id: string; readonly target_folder_id: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["Folder"]; readonly headers: { readonly etag: string } };
  };
  readonly replaceFolder: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly folder_id: string };
      readonly header: { readonly 'if-match'?: string };
      readonly body: Schemas["FolderReplace"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["Folder"]; readonly headers: { readonly etag: string } };
  };
  readonly getDetailedHealth: {
    readonly access: 'public';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["DetailedHealth"] };
  };
  readonly getHealth: {
    readonly access: 'public';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["Health"] };
  };
  readonly getOpenaiHealth: {
    readonly access: 'public';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["ModelProviderHealth"] };
  };
  readonly getReadiness: {
    readonly access: 'public';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["Readiness"] };
  };
  readonly getMetrics: {
    readonly access: 'machine';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly type: 'text/plain'; readonly body: BinaryBody };
  };
  readonly createShareLink: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly session_id: string };
      readonly header: { readonly 'idempotency-key'?: string };
      readonly body: ShareLinkCreateInput;
    };
    readonly reply:
      | { readonly status: 201; readonly body: Schemas["ShareLinkCreated"]; readonly headers: { readonly location: string; readonly 'idempotent-replayed'?: string; readonly 'cache-control'?: string } };
  };
  readonly getSharedConversation: {
    readonly access: 'optional';
    readonly input: {
      readonly path: { readonly share_token: string };
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number };
      readonly header: { readonly 'x-share-password'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["SharedConversation"]; readonly headers?: { readonly 'cache-control'?: string } };
  };
  readonly listShareLinks: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly session_id: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["ShareLinkList"] };
  };
  readonly revokeShareLink: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly session_id: string; readonly share_token: string };
    };
    readonly reply:
      | { readonly status: 204 };
  };
  readonly activateUser: {
    readonly access: 'admin';
    readonly input: {
      readonly path: { readonly user_id: string };
      readonly header: { readonly 'if-match'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["User"]; readonly headers: { readonly etag: string } };
  };
  readonly changeMyPassword: {
    readonly access: 'user';
    readonly input: {
      readonly body: Schemas["PasswordChange"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["PasswordChanged"] };
  };
  readonly deactivateUser: {
    readonly access: 'admin';
    readonly input: {
      readonly path: { readonly user_id: string };
      readonly header: { readonly 'if-match'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["User"]; readonly headers: { readonly etag: string } };
  };
  readonly deleteMyAccount: {
    readonly access: 'user';
    readonly input: {
      readonly body: Schemas["PasswordConfirmation"];
    };
    readonly reply:
      | { readonly status: 204 };
  };
  readonly getMyProfile: {
    readonly access: 'user';
    readonly input: Readonly<Record<never, never>>;
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["User"]; readonly headers: { readonly etag: string } };
  };
  readonly getUser: {
    readonly access: 'admin';
    readonly input: {
      readonly path: { readonly user_id: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["User"]; readonly headers: { readonly etag: string } };
  };
  readonly listUsers: {
    readonly access: 'admin';
    readonly input: {
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number; readonly search?: string; readonly accents: "fold" | "exact"; readonly role?: Schemas["UserRole"]; readonly is_active?: boolean };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["UserPage"] };
  };
  readonly promoteUserToAdmin: {
    readonly access: 'admin';
    readonly input: {
      readonly path: { readonly user_id: string };
      readonly header: { readonly 'if-match'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["User"]; readonly headers: { readonly etag: string } };
  };
  readonly revokeUserAdmin: {
    readonly access: 'admin';
    readonly input: {
      readonly path: { readonly user_id: string };
      readonly header: { readonly 'if-match'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["User"]; readonly headers: { readonly etag: string } };
  };
  readonly updateMyProfile: {
    readonly access: 'user';
    readonly input: {
      readonly header: { readonly 'if-match'?: string };
      readonly body: Schemas["ProfileReplace"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["User"]; readonly headers: { readonly etag: string } };
  };
  readonly updateUser: {
    readonly access: 'admin';
    readonly input: {
      readonly path: { readonly user_id: string };
      readonly header: { readonly 'if-match'?: string };
      readonly body: Schemas["UserUpdate"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["User"]; readonly headers: { readonly etag: string } };
  };
  readonly createRealtimeSession: {
    readonly access: 'user';
    readonly input: {
      readonly header: { readonly 'idempotency-key'?: string };
      readonly body: RealtimeSessionRequestInput;
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["RealtimeSession"]; readonly headers?: { readonly 'idempotent-replayed'?: string } };
  };
  readonly relayTranscript: {
    readonly access: 'user';
    readonly input: {
      readonly body: Schemas["TranscriptRelay"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["RelayedTranscript"]; readonly headers?: { readonly 'idempotent-replayed'?: string } };
  };
  readonly submitVoiceMetrics: {
    readonly access: 'user';
    readonly input: {
      readonly body: VoiceMetricsInput;
    };
    readonly reply:
      | { readonly status: 204 };
  };
  readonly synthesizeSpeech: {
    readonly access: 'user';
    readonly produces: 'audio/mpeg' | 'audio/wav' | 'audio/ogg';
    readonly input: {
      readonly body: SpeechRequestInput;
    };
    readonly reply:
      | { readonly status: 200; readonly type: 'audio/mpeg'; readonly body: BinaryBody; readonly headers?: { readonly 'content-disposition'?: string } }
      | { readonly status: 200; readonly type: 'audio/wav'; readonly body: BinaryBody; readonly headers?: { readonly 'content-disposition'?: string } }
      | { readonly status: 200; readonly type: 'audio/ogg'; readonly body: BinaryBody; readonly headers?: { readonly 'content-disposition'?: string } };
  };
  readonly transcribeAudio: {
    readonly access: 'user';
    readonly input: {
      readonly body: { readonly audio: UploadedFile; readonly language?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["Transcription"] };
  };
}

export type OperationId = keyof Operations;
