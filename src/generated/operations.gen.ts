// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.
import type { BinaryBody, StreamEvent, UploadedFile } from '#src/http/handler-types.ts';
import type { components } from './schema.gen.ts';

type Schemas = components['schemas'];

export type ClinicalContextCreateInput = { readonly session_id?: string | null; readonly age?: number | null; readonly gender?: "female" | "male" | "other" | "unknown" | null; readonly weight_kg?: number | null; readonly height_cm?: number | null; readonly chief_complaint?: string | null; readonly problems: readonly string[]; readonly medications: readonly string[]; readonly allergies: readonly string[]; readonly vitals?: Schemas["VitalsInput"] };
export type ConversationCreateInput = { readonly title: string; readonly folder_id?: string | null };
export type MessageCreateInput = { readonly role: "user" | "system"; readonly content: string; readonly branch_id: string; readonly parent_message_id?: string | null; readonly client_message_id?: string; readonly reply: boolean; readonly clinical_context_id?: string | null; readonly metadata?: { readonly [name: string]: unknown } };
export type ShareLinkCreateInput = { readonly expires_in_hours: number; readonly password?: string | null; readonly allow_anonymous: boolean; readonly branch_id: string };
export interface Operations {
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
      readonly header: { readonly range?: string; readonly 'if-range'?: string; readonly 'if-none-match'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly type: 'application/octet-stream'; readonly body: BinaryBody; readonly headers: { readonly etag: string; readonly 'accept-ranges'?: string; readonly 'content-length'?: string; readonly 'content-disposition'?: string; readonly 'cache-control'?: string } }
      | { readonly status: 206; readonly type: 'application/octet-stream'; readonly body: BinaryBody; readonly headers: { readonly etag: string; readonly 'accept-ranges'?: string; readonly 'content-range'?: string; readonly 'content-length'?: string; readonly 'content-disposition'?: string; readonly 'cache-control'?: string } }
      | { readonly status: 304; readonly headers: { readonly etag: string; readonly 'cache-control'?: string } };
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
    readonly access: 'public';
    readonly input: {
      readonly path: { readonly provider: string };
      readonly query: { readonly redirect_uri?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["OauthAuthorization"] };
  };
  readonly completeOauth: {
    readonly access: 'public';
    readonly input: {
      readonly path: { readonly provider: string };
      readonly body: Schemas["OauthCompletion"];
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["TokenPair"] };
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
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["ClinicalContext"]; readonly headers: { readonly etag: string } };
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
      readonly header: { readonly 'if-none-match'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["Conversation"]; readonly headers: { readonly etag: string } }
      | { readonly status: 304; readonly headers: { readonly etag: string } };
  };
  readonly getConversationSettings: {
    readonly access: 'user';
    readonly input: {
      readonly path: { readonly conversation_id: string };
      readonly header: { readonly 'if-none-match'?: string };
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
      | { readonly status: 200; readonly body: Schemas["BranchMessagePage"] };
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
    readonly input: {
      readonly path: { readonly conversation_id: string };
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number; readonly after?: number; readonly since?: string; readonly types?: readonly Schemas["ConversationEventType"][] };
      readonly header: { readonly 'last-event-id'?: string };
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["ConversationEventPage"] }
      | { readonly status: 200; readonly type: 'text/event-stream'; readonly events: AsyncIterable<StreamEvent<'event', Schemas['ConversationEvent']>> };
  };
  readonly listConversations: {
    readonly access: 'user';
    readonly input: {
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number; readonly archived?: boolean; readonly folder_id?: string; readonly search?: string };
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
    };
    readonly reply:
      | { readonly status: 200; readonly body: Schemas["Folder"]; readonly headers: { readonly etag: string } };
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
    readonly access: 'public';
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
    readonly access: 'public';
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
      | { readonly status: 204 };
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
      readonly query: { readonly cursor?: string; readonly page?: number; readonly page_size: number; readonly search?: string; readonly role?: "user" | "viewer" | "admin"; readonly is_active?: boolean };
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
}

export type OperationId = keyof Operations;
