// Made from the migrated schema by: npm run db. Not to be edited.
import type { ColumnType, Generated } from 'kysely';

/** Read as a value, written as JSON text. */
type Json = ColumnType<unknown, string, string>;

export interface AttachmentUsageTable {
  user_id: string;
  bytes: number;
}

export interface AttachmentsTable {
  id: string;
  user_id: string;
  conversation_id: string;
  message_id: string;
  file_name: string;
  mime_type: string;
  size_bytes: number;
  sha256: string;
  request_key: string | null;
  created_at: Date;
}

export interface AuditEntriesTable {
  seq: number;
  occurred_at: Date;
  action: string;
  operation: string;
  outcome: string;
  error_code: string | null;
  actor_id: string | null;
  actor_role: string | null;
  object_type: string | null;
  object_id: string | null;
  request_id: string;
  ip: string | null;
  details: Json;
  key_id: string;
  mac: Buffer;
}

export interface AuditHeadTable {
  singleton: Generated<boolean>;
  seq: number;
  mac: Buffer;
  key_id: string;
  seal: Buffer;
}

export interface BranchesTable {
  id: string;
  conversation_id: string;
  parent_branch_id: string;
  parent_message_id: string;
  fork_seq: number;
  name: string | null;
  shared_count: number;
  message_count: number;
  created_by: string;
  created_at: Date;
}

export interface ClinicalContextVersionsTable {
  context_id: string;
  version: number;
  conversation_id: string | null;
  age: number | null;
  gender: string | null;
  weight_kg: number | null;
  height_cm: number | null;
  chief_complaint: string | null;
  problems: Json;
  medications: Json;
  allergies: Json;
  temperature_celsius: number | null;
  heart_rate_bpm: number | null;
  blood_pressure_systolic_mmhg: number | null;
  blood_pressure_diastolic_mmhg: number | null;
  respiratory_rate_per_minute: number | null;
  spo2_percent: number | null;
  written_at: Date;
  replaced_at: Date;
}

export interface ClinicalContextsTable {
  id: string;
  user_id: string;
  conversation_id: string | null;
  age: number | null;
  gender: string | null;
  weight_kg: number | null;
  height_cm: number | null;
  chief_complaint: string | null;
  problems: Json;
  medications: Json;
  allergies: Json;
  temperature_celsius: number | null;
  heart_rate_bpm: number | null;
  blood_pressure_systolic_mmhg: number | null;
  blood_pressure_diastolic_mmhg: number | null;
  respiratory_rate_per_minute: number | null;
  spo2_percent: number | null;
  version: number;
  created_at: Date;
  updated_at: Date;
}

export interface ConversationCountsTable {
  user_id: string;
  scope: string;
  archived: boolean;
  conversations: number;
}

export interface ConversationEventsTable {
  conversation_id: string;
  seq: number;
  type: string;
  type_seq: number;
  message_id: string | null;
  branch_id: string | null;
  changed_fields: Json;
  occurred_at: Date;
}

export interface ConversationSettingsTable {
  conversation_id: string;
  system_prompt: string | null;
  temperature: number | null;
  max_tokens: number | null;
  context_window_messages: number | null;
  language: string | null;
  voice: string | null;
  version: number;
  updated_at: Date;
}

export interface ConversationTitlesTable {
  conversation_id: string;
  keys: string[];
}

export interface ConversationsTable {
  id: string;
  user_id: string;
  folder_id: string | null;
  title: string;
  archived: Generated<boolean>;
  version: Generated<number>;
  message_count: Generated<number>;
  last_message_preview: string | null;
  last_message_at: Date | null;
  created_at: Date;
  updated_at: Date;
  title_folded: Generated<string>;
  main_message_count: Generated<number>;
  event_seq: Generated<number>;
  last_activity_at: Generated<Date>;
  title_accented: string | null;
}

export interface ExternalIdentitiesTable {
  issuer: string;
  subject: string;
  provider: string;
  user_id: string;
  created_at: Date;
}

export interface FoldersTable {
  id: string;
  user_id: string;
  parent_folder_id: string | null;
  name: string;
  color: string | null;
  icon: string | null;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  name_folded: string;
}

export interface IdempotencyKeysTable {
  user_id: string;
  operation_id: string;
  key: string;
  fingerprint: Buffer;
  status: number | null;
  reply_sealed: Buffer | null;
  created_at: Date;
  expires_at: Date;
  made_id: string | null;
}

export interface JobRunsTable {
  id: string;
  name: string;
  dedupe_key: string | null;
  state: string;
  attempt: Generated<number>;
  done: Generated<number>;
  total: number | null;
  message: string | null;
  reason: string | null;
  worker_id: string | null;
  lease_until: Date | null;
  created_at: Date;
  updated_at: Date;
  finished_at: Date | null;
}

export interface MessageVersionsTable {
  message_id: string;
  version: number;
  conversation_id: string;
  author_id: string;
  content: string;
  written_at: Date;
  replaced_at: Date;
}

export interface MessagesTable {
  id: string;
  conversation_id: string;
  branch_id: string;
  parent_message_id: string | null;
  role: string;
  content: string;
  client_message_id: string | null;
  request_hash: Buffer | null;
  metadata: Json;
  seq: number;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
}

export interface OauthAuthorizationsTable {
  state_hash: Buffer;
  provider: string;
  redirect_uri: string;
  secrets_sealed: Buffer;
  user_id: string | null;
  expires_at: Date;
}

export interface OutboxTable {
  id: string;
  kind: string;
  payload: Json;
  attempts: Generated<number>;
  available_at: Date;
  created_at: Date;
  last_error: string | null;
  dead_at: Date | null;
}

export interface PasswordAttemptsTable {
  key: Buffer;
  failures: number;
  blocked_until: Date | null;
  forget_at: Date;
}

export interface RefreshTokensTable {
  id: string;
  family_id: string;
  token_hash: Buffer;
  created_at: Date;
  expires_at: Date;
  rotated_at: Date | null;
  successor_id: string | null;
  successor_sealed: Buffer | null;
}

export interface SchemaReleasesTable {
  name: string;
  oldest_code: string;
  release: string;
}

export interface SessionFamiliesTable {
  id: string;
  user_id: string;
  created_at: Date;
  ip: string;
  user_agent: string | null;
  revoked_at: Date | null;
  revoked_reason: string | null;
  opened_by: Generated<string>;
  network: string | null;
}

export interface ShareAccessesTable {
  share_link_id: string;
  number: number;
  accessed_at: Date;
  reader_id: string | null;
  ip: string;
  network: string | null;
}

export interface ShareLinksTable {
  id: string;
  conversation_id: string;
  branch_id: string;
  token_hash: Buffer;
  password_hash: string | null;
  allow_anonymous: boolean;
  access_count: Generated<number>;
  last_accessed_at: Date | null;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  request_key: string | null;
}

export interface UnlinkedIdentitiesTable {
  issuer: string;
  subject: string;
  user_id: string;
  unlinked_at: Date;
}

export interface UsersTable {
  id: string;
  email: string;
  email_lower: string;
  full_name: string | null;
  password_hash: string | null;
  role: string;
  is_active: Generated<boolean>;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  last_login_at: Date | null;
  email_verified: Generated<boolean>;
  search_plain: string | null;
  search_accented: string | null;
}

export interface DB {
  attachment_usage: AttachmentUsageTable;
  attachments: AttachmentsTable;
  audit_entries: AuditEntriesTable;
  audit_head: AuditHeadTable;
  branches: BranchesTable;
  clinical_context_versions: ClinicalContextVersionsTable;
  clinical_contexts: ClinicalContextsTable;
  conversation_counts: ConversationCountsTable;
  conversation_events: ConversationEventsTable;
  conversation_settings: ConversationSettingsTable;
  conversation_titles: ConversationTitlesTable;
  conversations: ConversationsTable;
  external_identities: ExternalIdentitiesTable;
  folders: FoldersTable;
  idempotency_keys: IdempotencyKeysTable;
  job_runs: JobRunsTable;
  message_versions: MessageVersionsTable;
  messages: MessagesTable;
  oauth_authorizations: OauthAuthorizationsTable;
  outbox: OutboxTable;
  password_attempts: PasswordAttemptsTable;
  refresh_tokens: RefreshTokensTable;
  schema_releases: SchemaReleasesTable;
  session_families: SessionFamiliesTable;
  share_accesses: ShareAccessesTable;
  share_links: ShareLinksTable;
  unlinked_identities: UnlinkedIdentitiesTable;
  users: UsersTable;
}
