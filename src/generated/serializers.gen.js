// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;
function fail(path, expected, value) {
  const found = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  throw new Error(
    value === void 0 ? `${path}: required and missing` : `${path}: expected ${expected}, found ${found}`
  );
}
function string(value, path) {
  if (typeof value !== "string") fail(path, "string", value);
  return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
}
function number(value, path) {
  if (typeof value !== "number") fail(path, "number", value);
  if (value - value !== 0) throw new Error(`${path}: expected a finite number`);
  return `${value}`;
}
function boolean(value, path) {
  if (typeof value !== "boolean") fail(path, "boolean", value);
  return value ? "true" : "false";
}
function nothing(value, path) {
  if (value !== null) fail(path, "null", value);
  return "null";
}
function json(value, path) {
  const text = JSON.stringify(value);
  if (text === void 0) fail(path, "JSON", value);
  return text;
}
function object(value, path) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) fail(path, "object", value);
  return value;
}
function own(value, name) {
  return Object.hasOwn(value, name) ? value[name] : void 0;
}

function writeAdminUser(value, path = 'AdminUser') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'AdminUser.id');
  out += ',"email":' + string(source.email, 'AdminUser.email');
  out += ',"full_name":' + (source.full_name === null ? 'null' : string(source.full_name, 'AdminUser.full_name'));
  out += ',"role":' + string(source.role, 'AdminUser.role');
  out += ',"is_active":' + boolean(source.is_active, 'AdminUser.is_active');
  out += ',"identity_providers":' + writeAdminUser_identity_providers(source.identity_providers, 'AdminUser.identity_providers');
  out += ',"open_sessions":' + number(source.open_sessions, 'AdminUser.open_sessions');
  out += ',"conversation_count":' + number(source.conversation_count, 'AdminUser.conversation_count');
  out += ',"created_at":' + string(source.created_at, 'AdminUser.created_at');
  out += ',"updated_at":' + string(source.updated_at, 'AdminUser.updated_at');
  out += ',"last_login_at":' + (source.last_login_at === null ? 'null' : string(source.last_login_at, 'AdminUser.last_login_at'));
  return out + '}';
}
function writeAdminUserPage(value, path = 'AdminUserPage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeAdminUserPage_items(source.items, 'AdminUserPage.items');
  out += ',"page_size":' + number(source.page_size, 'AdminUserPage.page_size');
  out += ',"total":' + number(source.total, 'AdminUserPage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'AdminUserPage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'AdminUserPage.page');
  return out + '}';
}
function writeAdminUserPage_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeAdminUser(value[i], 'AdminUserPage.items[]');
  }
  return out + ']';
}
function writeAdminUser_identity_providers(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'AdminUser.identity_providers[]');
  }
  return out + ']';
}
function writeAnswerCitations(value, path = 'AnswerCitations') {
  const source = object(value, path);
  let out = '{';
  out += '"citations":' + writeAnswerCitations_citations(source.citations, 'AnswerCitations.citations');
  return out + '}';
}
function writeAnswerCitations_citations(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeCitation(value[i], 'AnswerCitations.citations[]');
  }
  return out + ']';
}
function writeAnswerDelta(value, path = 'AnswerDelta') {
  const source = object(value, path);
  let out = '{';
  out += '"text":' + string(source.text, 'AnswerDelta.text');
  return out + '}';
}
function writeAttachment(value, path = 'Attachment') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'Attachment.id');
  out += ',"message_id":' + string(source.message_id, 'Attachment.message_id');
  out += ',"file_name":' + string(source.file_name, 'Attachment.file_name');
  out += ',"file_type":' + string(source.file_type, 'Attachment.file_type');
  out += ',"mime_type":' + string(source.mime_type, 'Attachment.mime_type');
  out += ',"file_size":' + number(source.file_size, 'Attachment.file_size');
  out += ',"sha256":' + string(source.sha256, 'Attachment.sha256');
  out += ',"created_at":' + string(source.created_at, 'Attachment.created_at');
  return out + '}';
}
function writeAttachmentList(value, path = 'AttachmentList') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeAttachmentList_items(source.items, 'AttachmentList.items');
  return out + '}';
}
function writeAttachmentList_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeAttachment(value[i], 'AttachmentList.items[]');
  }
  return out + ']';
}
function writeAuditEntry(value, path = 'AuditEntry') {
  const source = object(value, path);
  let out = '{';
  out += '"seq":' + number(source.seq, 'AuditEntry.seq');
  out += ',"action":' + string(source.action, 'AuditEntry.action');
  out += ',"outcome":' + string(source.outcome, 'AuditEntry.outcome');
  out += ',"error_code":' + (source.error_code === null ? 'null' : string(source.error_code, 'AuditEntry.error_code'));
  out += ',"actor_id":' + (source.actor_id === null ? 'null' : string(source.actor_id, 'AuditEntry.actor_id'));
  out += ',"actor_role":' + (source.actor_role === null ? 'null' : string(source.actor_role, 'AuditEntry.actor_role'));
  out += ',"object_type":' + (source.object_type === null ? 'null' : string(source.object_type, 'AuditEntry.object_type'));
  out += ',"object_id":' + (source.object_id === null ? 'null' : string(source.object_id, 'AuditEntry.object_id'));
  out += ',"request_id":' + string(source.request_id, 'AuditEntry.request_id');
  out += ',"ip":' + (source.ip === null ? 'null' : string(source.ip, 'AuditEntry.ip'));
  out += ',"details":' + writeAuditEntry_details(source.details, 'AuditEntry.details');
  out += ',"occurred_at":' + string(source.occurred_at, 'AuditEntry.occurred_at');
  out += ',"hash":' + string(source.hash, 'AuditEntry.hash');
  return out + '}';
}
function writeAuditEntryPage(value, path = 'AuditEntryPage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeAuditEntryPage_items(source.items, 'AuditEntryPage.items');
  out += ',"page_size":' + number(source.page_size, 'AuditEntryPage.page_size');
  out += ',"total":' + number(source.total, 'AuditEntryPage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'AuditEntryPage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'AuditEntryPage.page');
  return out + '}';
}
function writeAuditEntryPage_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeAuditEntry(value[i], 'AuditEntryPage.items[]');
  }
  return out + ']';
}
function writeAuditEntry_details(value, path) {
  const source = object(value, path);
  let out = '';
  for (const name of Object.keys(source)) {
    if (source[name] === undefined) continue;
    out += ',' + string(name, path) + ':' + string(source[name], 'AuditEntry.details.*');
  }
  return '{' + out.slice(1) + '}';
}
function writeBranch(value, path = 'Branch') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'Branch.id');
  out += ',"name":' + (source.name === null ? 'null' : string(source.name, 'Branch.name'));
  out += ',"parent_branch_id":' + (source.parent_branch_id === null ? 'null' : string(source.parent_branch_id, 'Branch.parent_branch_id'));
  out += ',"parent_message_id":' + (source.parent_message_id === null ? 'null' : string(source.parent_message_id, 'Branch.parent_message_id'));
  out += ',"message_count":' + number(source.message_count, 'Branch.message_count');
  out += ',"created_at":' + string(source.created_at, 'Branch.created_at');
  return out + '}';
}
function writeBranchList(value, path = 'BranchList') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeBranchList_items(source.items, 'BranchList.items');
  return out + '}';
}
function writeBranchList_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeBranch(value[i], 'BranchList.items[]');
  }
  return out + ']';
}
function writeCacheCleared(value, path = 'CacheCleared') {
  const source = object(value, path);
  let out = '{';
  out += '"keys_removed":' + number(source.keys_removed, 'CacheCleared.keys_removed');
  return out + '}';
}
function writeCacheGroup(value, path = 'CacheGroup') {
  const source = object(value, path);
  let out = '{';
  out += '"name":' + string(source.name, 'CacheGroup.name');
  out += ',"keys":' + number(source.keys, 'CacheGroup.keys');
  return out + '}';
}
function writeCacheInvalidated(value, path = 'CacheInvalidated') {
  const source = object(value, path);
  let out = '{';
  out += '"pattern":' + string(source.pattern, 'CacheInvalidated.pattern');
  out += ',"dry_run":' + boolean(source.dry_run, 'CacheInvalidated.dry_run');
  out += ',"keys_matched":' + number(source.keys_matched, 'CacheInvalidated.keys_matched');
  out += ',"keys_removed":' + number(source.keys_removed, 'CacheInvalidated.keys_removed');
  out += ',"complete":' + boolean(source.complete, 'CacheInvalidated.complete');
  return out + '}';
}
function writeCacheStats(value, path = 'CacheStats') {
  const source = object(value, path);
  let out = '{';
  out += '"backend":' + string(source.backend, 'CacheStats.backend');
  out += ',"connected":' + boolean(source.connected, 'CacheStats.connected');
  out += ',"keys":' + number(source.keys, 'CacheStats.keys');
  out += ',"max_keys":' + (source.max_keys === null ? 'null' : number(source.max_keys, 'CacheStats.max_keys'));
  out += ',"memory_bytes":' + (source.memory_bytes === null ? 'null' : number(source.memory_bytes, 'CacheStats.memory_bytes'));
  out += ',"hits":' + number(source.hits, 'CacheStats.hits');
  out += ',"misses":' + number(source.misses, 'CacheStats.misses');
  out += ',"hit_ratio":' + (source.hit_ratio === null ? 'null' : number(source.hit_ratio, 'CacheStats.hit_ratio'));
  out += ',"uptime_seconds":' + number(source.uptime_seconds, 'CacheStats.uptime_seconds');
  out += ',"groups":' + writeCacheStats_groups(source.groups, 'CacheStats.groups');
  return out + '}';
}
function writeCacheStats_groups(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeCacheGroup(value[i], 'CacheStats.groups[]');
  }
  return out + ']';
}
function writeCalendar(value, path = 'Calendar') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'Calendar.id');
  out += ',"name":' + string(source.name, 'Calendar.name');
  out += ',"description":' + (source.description === null ? 'null' : string(source.description, 'Calendar.description'));
  out += ',"color":' + (source.color === null ? 'null' : string(source.color, 'Calendar.color'));
  out += ',"time_zone":' + (source.time_zone === null ? 'null' : string(source.time_zone, 'Calendar.time_zone'));
  out += ',"writable":' + boolean(source.writable, 'Calendar.writable');
  return out + '}';
}
function writeCalendarAttendee(value, path = 'CalendarAttendee') {
  const source = object(value, path);
  let out = '{';
  out += '"name":' + (source.name === null ? 'null' : string(source.name, 'CalendarAttendee.name'));
  out += ',"address":' + string(source.address, 'CalendarAttendee.address');
  out += ',"status":' + string(source.status, 'CalendarAttendee.status');
  return out + '}';
}
function writeCalendarEvent(value, path = 'CalendarEvent') {
  const source = object(value, path);
  let out = '{';
  out += '"uid":' + string(source.uid, 'CalendarEvent.uid');
  out += ',"calendar_id":' + string(source.calendar_id, 'CalendarEvent.calendar_id');
  out += ',"summary":' + string(source.summary, 'CalendarEvent.summary');
  out += ',"description":' + (source.description === null ? 'null' : string(source.description, 'CalendarEvent.description'));
  out += ',"location":' + (source.location === null ? 'null' : string(source.location, 'CalendarEvent.location'));
  out += ',"start":' + string(source.start, 'CalendarEvent.start');
  out += ',"end":' + string(source.end, 'CalendarEvent.end');
  out += ',"all_day":' + boolean(source.all_day, 'CalendarEvent.all_day');
  out += ',"start_date":' + (source.start_date === null ? 'null' : string(source.start_date, 'CalendarEvent.start_date'));
  out += ',"end_date":' + (source.end_date === null ? 'null' : string(source.end_date, 'CalendarEvent.end_date'));
  out += ',"time_zone":' + (source.time_zone === null ? 'null' : string(source.time_zone, 'CalendarEvent.time_zone'));
  out += ',"status":' + string(source.status, 'CalendarEvent.status');
  out += ',"organizer":' + (source.organizer === null ? 'null' : string(source.organizer, 'CalendarEvent.organizer'));
  out += ',"attendees":' + writeCalendarEvent_attendees(source.attendees, 'CalendarEvent.attendees');
  out += ',"is_recurring":' + boolean(source.is_recurring, 'CalendarEvent.is_recurring');
  out += ',"recurrence_id":' + (source.recurrence_id === null ? 'null' : string(source.recurrence_id, 'CalendarEvent.recurrence_id'));
  out += ',"etag":' + string(source.etag, 'CalendarEvent.etag');
  return out + '}';
}
function writeCalendarEventPage(value, path = 'CalendarEventPage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeCalendarEventPage_items(source.items, 'CalendarEventPage.items');
  out += ',"page_size":' + number(source.page_size, 'CalendarEventPage.page_size');
  out += ',"total":' + number(source.total, 'CalendarEventPage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'CalendarEventPage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'CalendarEventPage.page');
  return out + '}';
}
function writeCalendarEventPage_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeCalendarEvent(value[i], 'CalendarEventPage.items[]');
  }
  return out + ']';
}
function writeCalendarEvent_attendees(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeCalendarAttendee(value[i], 'CalendarEvent.attendees[]');
  }
  return out + ']';
}
function writeCalendarList(value, path = 'CalendarList') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeCalendarList_items(source.items, 'CalendarList.items');
  return out + '}';
}
function writeCalendarList_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeCalendar(value[i], 'CalendarList.items[]');
  }
  return out + ']';
}
function writeCitation(value, path = 'Citation') {
  const source = object(value, path);
  let out = '{';
  out += '"number":' + number(source.number, 'Citation.number');
  out += ',"document_id":' + (source.document_id === null ? 'null' : string(source.document_id, 'Citation.document_id'));
  out += ',"chunk_id":' + (source.chunk_id === null ? 'null' : string(source.chunk_id, 'Citation.chunk_id'));
  out += ',"title":' + string(source.title, 'Citation.title');
  out += ',"quote":' + string(source.quote, 'Citation.quote');
  out += ',"page_number":' + (source.page_number === null ? 'null' : number(source.page_number, 'Citation.page_number'));
  out += ',"url":' + (source.url === null ? 'null' : string(source.url, 'Citation.url'));
  out += ',"score":' + (source.score === null ? 'null' : number(source.score, 'Citation.score'));
  return out + '}';
}
function writeClinicalContext(value, path = 'ClinicalContext') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'ClinicalContext.id');
  out += ',"session_id":' + (source.session_id === null ? 'null' : string(source.session_id, 'ClinicalContext.session_id'));
  out += ',"age":' + (source.age === null ? 'null' : number(source.age, 'ClinicalContext.age'));
  out += ',"gender":' + (source.gender === null ? 'null' : string(source.gender, 'ClinicalContext.gender'));
  out += ',"weight_kg":' + (source.weight_kg === null ? 'null' : number(source.weight_kg, 'ClinicalContext.weight_kg'));
  out += ',"height_cm":' + (source.height_cm === null ? 'null' : number(source.height_cm, 'ClinicalContext.height_cm'));
  out += ',"chief_complaint":' + (source.chief_complaint === null ? 'null' : string(source.chief_complaint, 'ClinicalContext.chief_complaint'));
  out += ',"problems":' + writeClinicalContext_problems(source.problems, 'ClinicalContext.problems');
  out += ',"medications":' + writeClinicalContext_medications(source.medications, 'ClinicalContext.medications');
  out += ',"allergies":' + writeClinicalContext_allergies(source.allergies, 'ClinicalContext.allergies');
  out += ',"vitals":' + writeVitals(source.vitals, 'ClinicalContext.vitals');
  out += ',"created_at":' + string(source.created_at, 'ClinicalContext.created_at');
  out += ',"updated_at":' + string(source.updated_at, 'ClinicalContext.updated_at');
  return out + '}';
}
function writeClinicalContext_allergies(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'ClinicalContext.allergies[]');
  }
  return out + ']';
}
function writeClinicalContext_medications(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'ClinicalContext.medications[]');
  }
  return out + ']';
}
function writeClinicalContext_problems(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'ClinicalContext.problems[]');
  }
  return out + ']';
}
function writeConversation(value, path = 'Conversation') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'Conversation.id');
  out += ',"title":' + string(source.title, 'Conversation.title');
  out += ',"folder_id":' + (source.folder_id === null ? 'null' : string(source.folder_id, 'Conversation.folder_id'));
  out += ',"archived":' + boolean(source.archived, 'Conversation.archived');
  out += ',"message_count":' + number(source.message_count, 'Conversation.message_count');
  out += ',"last_message_preview":' + (source.last_message_preview === null ? 'null' : string(source.last_message_preview, 'Conversation.last_message_preview'));
  out += ',"last_message_at":' + (source.last_message_at === null ? 'null' : string(source.last_message_at, 'Conversation.last_message_at'));
  out += ',"last_activity_at":' + string(source.last_activity_at, 'Conversation.last_activity_at');
  out += ',"created_at":' + string(source.created_at, 'Conversation.created_at');
  out += ',"updated_at":' + string(source.updated_at, 'Conversation.updated_at');
  return out + '}';
}
function writeConversationEvent(value, path = 'ConversationEvent') {
  const source = object(value, path);
  let out = '{';
  out += '"seq":' + number(source.seq, 'ConversationEvent.seq');
  out += ',"type":' + string(source.type, 'ConversationEvent.type');
  out += ',"conversation_id":' + string(source.conversation_id, 'ConversationEvent.conversation_id');
  out += ',"message_id":' + (source.message_id === null ? 'null' : string(source.message_id, 'ConversationEvent.message_id'));
  out += ',"branch_id":' + (source.branch_id === null ? 'null' : string(source.branch_id, 'ConversationEvent.branch_id'));
  out += ',"changed_fields":' + writeConversationEvent_changed_fields(source.changed_fields, 'ConversationEvent.changed_fields');
  out += ',"occurred_at":' + string(source.occurred_at, 'ConversationEvent.occurred_at');
  return out + '}';
}
function writeConversationEventPage(value, path = 'ConversationEventPage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeConversationEventPage_items(source.items, 'ConversationEventPage.items');
  out += ',"page_size":' + number(source.page_size, 'ConversationEventPage.page_size');
  out += ',"total":' + number(source.total, 'ConversationEventPage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'ConversationEventPage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'ConversationEventPage.page');
  return out + '}';
}
function writeConversationEventPage_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeConversationEvent(value[i], 'ConversationEventPage.items[]');
  }
  return out + ']';
}
function writeConversationEvent_changed_fields(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'ConversationEvent.changed_fields[]');
  }
  return out + ']';
}
function writeConversationLogReset(value, path = 'ConversationLogReset') {
  const source = object(value, path);
  let out = '{';
  out += '"last_seq":' + number(source.last_seq, 'ConversationLogReset.last_seq');
  return out + '}';
}
function writeConversationPage(value, path = 'ConversationPage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeConversationPage_items(source.items, 'ConversationPage.items');
  out += ',"page_size":' + number(source.page_size, 'ConversationPage.page_size');
  out += ',"total":' + number(source.total, 'ConversationPage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'ConversationPage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'ConversationPage.page');
  return out + '}';
}
function writeConversationPage_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeConversation(value[i], 'ConversationPage.items[]');
  }
  return out + ']';
}
function writeConversationSettings(value, path = 'ConversationSettings') {
  const source = object(value, path);
  let out = '{';
  out += '"system_prompt":' + (source.system_prompt === null ? 'null' : string(source.system_prompt, 'ConversationSettings.system_prompt'));
  out += ',"temperature":' + (source.temperature === null ? 'null' : number(source.temperature, 'ConversationSettings.temperature'));
  out += ',"max_tokens":' + (source.max_tokens === null ? 'null' : number(source.max_tokens, 'ConversationSettings.max_tokens'));
  out += ',"context_window_messages":' + (source.context_window_messages === null ? 'null' : number(source.context_window_messages, 'ConversationSettings.context_window_messages'));
  out += ',"language":' + (source.language === null ? 'null' : string(source.language, 'ConversationSettings.language'));
  out += ',"voice":' + (source.voice === null ? 'null' : string(source.voice, 'ConversationSettings.voice'));
  out += ',"updated_at":' + string(source.updated_at, 'ConversationSettings.updated_at');
  return out + '}';
}
function writeDailyFigures(value, path = 'DailyFigures') {
  const source = object(value, path);
  let out = '{';
  out += '"date":' + string(source.date, 'DailyFigures.date');
  out += ',"registrations":' + number(source.registrations, 'DailyFigures.registrations');
  out += ',"active_users":' + number(source.active_users, 'DailyFigures.active_users');
  out += ',"conversations":' + number(source.conversations, 'DailyFigures.conversations');
  out += ',"messages":' + number(source.messages, 'DailyFigures.messages');
  return out + '}';
}
function writeDependencyCheck(value, path = 'DependencyCheck') {
  const source = object(value, path);
  let out = '{';
  out += '"name":' + string(source.name, 'DependencyCheck.name');
  out += ',"status":' + string(source.status, 'DependencyCheck.status');
  out += ',"latency_ms":' + (source.latency_ms === null ? 'null' : number(source.latency_ms, 'DependencyCheck.latency_ms'));
  return out + '}';
}
function writeDetailedHealth(value, path = 'DetailedHealth') {
  const source = object(value, path);
  let out = '{';
  out += '"status":' + string(source.status, 'DetailedHealth.status');
  out += ',"version":' + string(source.version, 'DetailedHealth.version');
  out += ',"uptime_seconds":' + number(source.uptime_seconds, 'DetailedHealth.uptime_seconds');
  out += ',"checks":' + writeDetailedHealth_checks(source.checks, 'DetailedHealth.checks');
  out += ',"timestamp":' + string(source.timestamp, 'DetailedHealth.timestamp');
  return out + '}';
}
function writeDetailedHealth_checks(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeDependencyCheck(value[i], 'DetailedHealth.checks[]');
  }
  return out + ']';
}
function writeDocument(value, path = 'Document') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'Document.id');
  out += ',"title":' + string(source.title, 'Document.title');
  out += ',"source_type":' + string(source.source_type, 'Document.source_type');
  out += ',"file_name":' + string(source.file_name, 'Document.file_name');
  out += ',"mime_type":' + string(source.mime_type, 'Document.mime_type');
  out += ',"size_bytes":' + number(source.size_bytes, 'Document.size_bytes');
  out += ',"sha256":' + string(source.sha256, 'Document.sha256');
  out += ',"indexing_status":' + string(source.indexing_status, 'Document.indexing_status');
  out += ',"failure_reason":' + (source.failure_reason === null ? 'null' : string(source.failure_reason, 'Document.failure_reason'));
  out += ',"chunk_count":' + number(source.chunk_count, 'Document.chunk_count');
  out += ',"token_count":' + number(source.token_count, 'Document.token_count');
  out += ',"metadata":' + json(object(source.metadata, 'Document.metadata'), 'Document.metadata');
  out += ',"created_at":' + string(source.created_at, 'Document.created_at');
  out += ',"updated_at":' + string(source.updated_at, 'Document.updated_at');
  out += ',"indexed_at":' + (source.indexed_at === null ? 'null' : string(source.indexed_at, 'Document.indexed_at'));
  return out + '}';
}
function writeDocumentCounts(value, path = 'DocumentCounts') {
  const source = object(value, path);
  let out = '{';
  out += '"total":' + number(source.total, 'DocumentCounts.total');
  out += ',"ready":' + number(source.ready, 'DocumentCounts.ready');
  out += ',"failed":' + number(source.failed, 'DocumentCounts.failed');
  return out + '}';
}
function writeDocumentPage(value, path = 'DocumentPage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeDocumentPage_items(source.items, 'DocumentPage.items');
  out += ',"page_size":' + number(source.page_size, 'DocumentPage.page_size');
  out += ',"total":' + number(source.total, 'DocumentPage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'DocumentPage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'DocumentPage.page');
  return out + '}';
}
function writeDocumentPage_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeDocument(value[i], 'DocumentPage.items[]');
  }
  return out + ']';
}
function writeEmailAddress(value, path = 'EmailAddress') {
  const source = object(value, path);
  let out = '{';
  out += '"name":' + (source.name === null ? 'null' : string(source.name, 'EmailAddress.name'));
  out += ',"address":' + string(source.address, 'EmailAddress.address');
  return out + '}';
}
function writeEmailFolder(value, path = 'EmailFolder') {
  const source = object(value, path);
  let out = '{';
  out += '"path":' + string(source.path, 'EmailFolder.path');
  out += ',"name":' + string(source.name, 'EmailFolder.name');
  out += ',"kind":' + string(source.kind, 'EmailFolder.kind');
  out += ',"total_messages":' + number(source.total_messages, 'EmailFolder.total_messages');
  out += ',"unread_messages":' + number(source.unread_messages, 'EmailFolder.unread_messages');
  return out + '}';
}
function writeEmailFolderList(value, path = 'EmailFolderList') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeEmailFolderList_items(source.items, 'EmailFolderList.items');
  return out + '}';
}
function writeEmailFolderList_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeEmailFolder(value[i], 'EmailFolderList.items[]');
  }
  return out + ']';
}
function writeEmailMessage(value, path = 'EmailMessage') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'EmailMessage.id');
  out += ',"message_id":' + (source.message_id === null ? 'null' : string(source.message_id, 'EmailMessage.message_id'));
  out += ',"thread_id":' + (source.thread_id === null ? 'null' : string(source.thread_id, 'EmailMessage.thread_id'));
  out += ',"folder":' + string(source.folder, 'EmailMessage.folder');
  out += ',"subject":' + string(source.subject, 'EmailMessage.subject');
  out += ',"from":' + (source.from === null ? 'null' : writeEmailAddress(source.from, 'EmailMessage.from'));
  out += ',"to":' + writeEmailMessage_to(source.to, 'EmailMessage.to');
  out += ',"cc":' + writeEmailMessage_cc(source.cc, 'EmailMessage.cc');
  out += ',"sent_at":' + (source.sent_at === null ? 'null' : string(source.sent_at, 'EmailMessage.sent_at'));
  out += ',"preview":' + string(source.preview, 'EmailMessage.preview');
  out += ',"is_read":' + boolean(source.is_read, 'EmailMessage.is_read');
  out += ',"is_flagged":' + boolean(source.is_flagged, 'EmailMessage.is_flagged');
  out += ',"has_attachments":' + boolean(source.has_attachments, 'EmailMessage.has_attachments');
  out += ',"size_bytes":' + number(source.size_bytes, 'EmailMessage.size_bytes');
  return out + '}';
}
function writeEmailMessagePage(value, path = 'EmailMessagePage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeEmailMessagePage_items(source.items, 'EmailMessagePage.items');
  out += ',"page_size":' + number(source.page_size, 'EmailMessagePage.page_size');
  out += ',"total":' + number(source.total, 'EmailMessagePage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'EmailMessagePage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'EmailMessagePage.page');
  return out + '}';
}
function writeEmailMessagePage_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeEmailMessage(value[i], 'EmailMessagePage.items[]');
  }
  return out + ']';
}
function writeEmailMessage_cc(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeEmailAddress(value[i], 'EmailMessage.cc[]');
  }
  return out + ']';
}
function writeEmailMessage_to(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeEmailAddress(value[i], 'EmailMessage.to[]');
  }
  return out + ']';
}
function writeEmailRejection(value, path = 'EmailRejection') {
  const source = object(value, path);
  let out = '{';
  out += '"address":' + string(source.address, 'EmailRejection.address');
  out += ',"reason":' + string(source.reason, 'EmailRejection.reason');
  return out + '}';
}
function writeEmailSent(value, path = 'EmailSent') {
  const source = object(value, path);
  let out = '{';
  out += '"message_id":' + string(source.message_id, 'EmailSent.message_id');
  out += ',"accepted":' + writeEmailSent_accepted(source.accepted, 'EmailSent.accepted');
  out += ',"rejected":' + writeEmailSent_rejected(source.rejected, 'EmailSent.rejected');
  return out + '}';
}
function writeEmailSent_accepted(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'EmailSent.accepted[]');
  }
  return out + ']';
}
function writeEmailSent_rejected(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeEmailRejection(value[i], 'EmailSent.rejected[]');
  }
  return out + ']';
}
function writeFeatureFlag(value, path = 'FeatureFlag') {
  const source = object(value, path);
  let out = '{';
  out += '"name":' + string(source.name, 'FeatureFlag.name');
  out += ',"description":' + string(source.description, 'FeatureFlag.description');
  out += ',"flag_type":' + string(source.flag_type, 'FeatureFlag.flag_type');
  out += ',"enabled":' + boolean(source.enabled, 'FeatureFlag.enabled');
  out += ',"value":' + json(source.value, 'FeatureFlag.value');
  out += ',"default_value":' + json(source.default_value, 'FeatureFlag.default_value');
  out += ',"rollout_percentage":' + number(source.rollout_percentage, 'FeatureFlag.rollout_percentage');
  out += ',"user_groups":' + writeFeatureFlag_user_groups(source.user_groups, 'FeatureFlag.user_groups');
  out += ',"disabled_environments":' + writeFeatureFlag_disabled_environments(source.disabled_environments, 'FeatureFlag.disabled_environments');
  out += ',"metadata":' + json(object(source.metadata, 'FeatureFlag.metadata'), 'FeatureFlag.metadata');
  out += ',"created_at":' + string(source.created_at, 'FeatureFlag.created_at');
  out += ',"updated_at":' + string(source.updated_at, 'FeatureFlag.updated_at');
  return out + '}';
}
function writeFeatureFlagPage(value, path = 'FeatureFlagPage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeFeatureFlagPage_items(source.items, 'FeatureFlagPage.items');
  out += ',"page_size":' + number(source.page_size, 'FeatureFlagPage.page_size');
  out += ',"total":' + number(source.total, 'FeatureFlagPage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'FeatureFlagPage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'FeatureFlagPage.page');
  return out + '}';
}
function writeFeatureFlagPage_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeFeatureFlag(value[i], 'FeatureFlagPage.items[]');
  }
  return out + ']';
}
function writeFeatureFlag_disabled_environments(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'FeatureFlag.disabled_environments[]');
  }
  return out + ']';
}
function writeFeatureFlag_user_groups(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'FeatureFlag.user_groups[]');
  }
  return out + ']';
}
function writeFileIndexResult(value, path = 'FileIndexResult') {
  const source = object(value, path);
  let out = '{';
  out += '"document_id":' + string(source.document_id, 'FileIndexResult.document_id');
  out += ',"file_path":' + string(source.file_path, 'FileIndexResult.file_path');
  out += ',"indexing_status":' + string(source.indexing_status, 'FileIndexResult.indexing_status');
  out += ',"unchanged":' + boolean(source.unchanged, 'FileIndexResult.unchanged');
  return out + '}';
}
function writeFileScan(value, path = 'FileScan') {
  const source = object(value, path);
  let out = '{';
  out += '"scan_id":' + string(source.scan_id, 'FileScan.scan_id');
  out += ',"status":' + string(source.status, 'FileScan.status');
  out += ',"watched_folders":' + writeFileScan_watched_folders(source.watched_folders, 'FileScan.watched_folders');
  out += ',"files_found":' + number(source.files_found, 'FileScan.files_found');
  out += ',"files_queued":' + number(source.files_queued, 'FileScan.files_queued');
  out += ',"files_unchanged":' + number(source.files_unchanged, 'FileScan.files_unchanged');
  out += ',"files_failed":' + number(source.files_failed, 'FileScan.files_failed');
  out += ',"files_removed":' + number(source.files_removed, 'FileScan.files_removed');
  out += ',"started_at":' + string(source.started_at, 'FileScan.started_at');
  out += ',"finished_at":' + (source.finished_at === null ? 'null' : string(source.finished_at, 'FileScan.finished_at'));
  return out + '}';
}
function writeFileScan_watched_folders(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'FileScan.watched_folders[]');
  }
  return out + ']';
}
function writeFolder(value, path = 'Folder') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'Folder.id');
  out += ',"name":' + string(source.name, 'Folder.name');
  out += ',"color":' + (source.color === null ? 'null' : string(source.color, 'Folder.color'));
  out += ',"icon":' + (source.icon === null ? 'null' : string(source.icon, 'Folder.icon'));
  out += ',"parent_folder_id":' + (source.parent_folder_id === null ? 'null' : string(source.parent_folder_id, 'Folder.parent_folder_id'));
  out += ',"conversation_count":' + number(source.conversation_count, 'Folder.conversation_count');
  out += ',"created_at":' + string(source.created_at, 'Folder.created_at');
  out += ',"updated_at":' + string(source.updated_at, 'Folder.updated_at');
  return out + '}';
}
function writeFolderNode(value, path = 'FolderNode') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'FolderNode.id');
  out += ',"name":' + string(source.name, 'FolderNode.name');
  out += ',"color":' + (source.color === null ? 'null' : string(source.color, 'FolderNode.color'));
  out += ',"icon":' + (source.icon === null ? 'null' : string(source.icon, 'FolderNode.icon'));
  out += ',"parent_folder_id":' + (source.parent_folder_id === null ? 'null' : string(source.parent_folder_id, 'FolderNode.parent_folder_id'));
  out += ',"conversation_count":' + number(source.conversation_count, 'FolderNode.conversation_count');
  out += ',"created_at":' + string(source.created_at, 'FolderNode.created_at');
  out += ',"updated_at":' + string(source.updated_at, 'FolderNode.updated_at');
  out += ',"children":' + writeFolderNode_children(source.children, 'FolderNode.children');
  return out + '}';
}
function writeFolderNode_children(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeFolderNode(value[i], 'FolderNode.children[]');
  }
  return out + ']';
}
function writeFolderPage(value, path = 'FolderPage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeFolderPage_items(source.items, 'FolderPage.items');
  out += ',"page_size":' + number(source.page_size, 'FolderPage.page_size');
  out += ',"total":' + number(source.total, 'FolderPage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'FolderPage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'FolderPage.page');
  return out + '}';
}
function writeFolderPage_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeFolder(value[i], 'FolderPage.items[]');
  }
  return out + ']';
}
function writeFolderTree(value, path = 'FolderTree') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeFolderTree_items(source.items, 'FolderTree.items');
  return out + '}';
}
function writeFolderTree_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeFolderNode(value[i], 'FolderTree.items[]');
  }
  return out + ']';
}
function writeHealth(value, path = 'Health') {
  const source = object(value, path);
  let out = '{';
  out += '"status":' + string(source.status, 'Health.status');
  out += ',"version":' + string(source.version, 'Health.version');
  out += ',"timestamp":' + string(source.timestamp, 'Health.timestamp');
  return out + '}';
}
function writeLinkedIdentity(value, path = 'LinkedIdentity') {
  const source = object(value, path);
  let out = '{';
  out += '"provider":' + string(source.provider, 'LinkedIdentity.provider');
  out += ',"linked_at":' + string(source.linked_at, 'LinkedIdentity.linked_at');
  return out + '}';
}
function writeMessage(value, path = 'Message') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'Message.id');
  out += ',"conversation_id":' + string(source.conversation_id, 'Message.conversation_id');
  out += ',"branch_id":' + string(source.branch_id, 'Message.branch_id');
  out += ',"parent_message_id":' + (source.parent_message_id === null ? 'null' : string(source.parent_message_id, 'Message.parent_message_id'));
  out += ',"role":' + string(source.role, 'Message.role');
  out += ',"content":' + string(source.content, 'Message.content');
  out += ',"client_message_id":' + (source.client_message_id === null ? 'null' : string(source.client_message_id, 'Message.client_message_id'));
  out += ',"citations":' + writeMessage_citations(source.citations, 'Message.citations');
  out += ',"metadata":' + json(object(source.metadata, 'Message.metadata'), 'Message.metadata');
  out += ',"model":' + (source.model === null ? 'null' : string(source.model, 'Message.model'));
  out += ',"token_usage":' + (source.token_usage === null ? 'null' : writeTokenUsage(source.token_usage, 'Message.token_usage'));
  out += ',"created_at":' + string(source.created_at, 'Message.created_at');
  out += ',"updated_at":' + string(source.updated_at, 'Message.updated_at');
  out += ',"edited_at":' + (source.edited_at === null ? 'null' : string(source.edited_at, 'Message.edited_at'));
  out += ',"etag":' + string(source.etag, 'Message.etag');
  out += ',"shared":' + boolean(source.shared, 'Message.shared');
  return out + '}';
}
function writeMessageCreated(value, path = 'MessageCreated') {
  const source = object(value, path);
  let out = '{';
  out += '"message":' + writeMessage(source.message, 'MessageCreated.message');
  if (source.reply !== undefined) out += ',"reply":' + writeMessage(source.reply, 'MessageCreated.reply');
  return out + '}';
}
function writeMessagePage(value, path = 'MessagePage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeMessagePage_items(source.items, 'MessagePage.items');
  out += ',"page_size":' + number(source.page_size, 'MessagePage.page_size');
  out += ',"total":' + number(source.total, 'MessagePage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'MessagePage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'MessagePage.page');
  return out + '}';
}
function writeMessagePage_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeMessage(value[i], 'MessagePage.items[]');
  }
  return out + ']';
}
function writeMessage_citations(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeCitation(value[i], 'Message.citations[]');
  }
  return out + ']';
}
function writeModelProviderHealth(value, path = 'ModelProviderHealth') {
  const source = object(value, path);
  let out = '{';
  out += '"status":' + string(source.status, 'ModelProviderHealth.status');
  out += ',"latency_ms":' + number(source.latency_ms, 'ModelProviderHealth.latency_ms');
  out += ',"checked_at":' + string(source.checked_at, 'ModelProviderHealth.checked_at');
  return out + '}';
}
function writeOauthAuthorization(value, path = 'OauthAuthorization') {
  const source = object(value, path);
  let out = '{';
  out += '"authorization_url":' + string(source.authorization_url, 'OauthAuthorization.authorization_url');
  out += ',"state":' + string(source.state, 'OauthAuthorization.state');
  out += ',"expires_in":' + number(source.expires_in, 'OauthAuthorization.expires_in');
  return out + '}';
}
function writeOauthProviderStatus(value, path = 'OauthProviderStatus') {
  const source = object(value, path);
  let out = '{';
  out += '"provider":' + string(source.provider, 'OauthProviderStatus.provider');
  out += ',"configured":' + boolean(source.configured, 'OauthProviderStatus.configured');
  return out + '}';
}
function writeOauthSession(value, path = 'OauthSession') {
  const source = object(value, path);
  let out = '{';
  out += '"access_token":' + string(source.access_token, 'OauthSession.access_token');
  out += ',"refresh_token":' + string(source.refresh_token, 'OauthSession.refresh_token');
  out += ',"token_type":' + string(source.token_type, 'OauthSession.token_type');
  out += ',"expires_in":' + number(source.expires_in, 'OauthSession.expires_in');
  out += ',"account":' + string(source.account, 'OauthSession.account');
  return out + '}';
}
function writeOpenSocket(value, path = 'OpenSocket') {
  const source = object(value, path);
  let out = '{';
  out += '"socket_id":' + string(source.socket_id, 'OpenSocket.socket_id');
  out += ',"user_id":' + string(source.user_id, 'OpenSocket.user_id');
  out += ',"kind":' + string(source.kind, 'OpenSocket.kind');
  out += ',"opened_at":' + string(source.opened_at, 'OpenSocket.opened_at');
  return out + '}';
}
function writePasswordChanged(value, path = 'PasswordChanged') {
  const source = object(value, path);
  let out = '{';
  out += '"linked_identities":' + writePasswordChanged_linked_identities(source.linked_identities, 'PasswordChanged.linked_identities');
  return out + '}';
}
function writePasswordChanged_linked_identities(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeLinkedIdentity(value[i], 'PasswordChanged.linked_identities[]');
  }
  return out + ']';
}
function writeProblem(value, path = 'Problem') {
  const source = object(value, path);
  let out = '{';
  out += '"type":' + string(source.type, 'Problem.type');
  out += ',"title":' + string(source.title, 'Problem.title');
  out += ',"status":' + number(source.status, 'Problem.status');
  out += ',"detail":' + string(source.detail, 'Problem.detail');
  out += ',"instance":' + string(source.instance, 'Problem.instance');
  out += ',"code":' + string(source.code, 'Problem.code');
  out += ',"request_id":' + string(source.request_id, 'Problem.request_id');
  if (source.errors !== undefined) out += ',"errors":' + writeProblem_errors(source.errors, 'Problem.errors');
  return out + '}';
}
function writeProblemError(value, path = 'ProblemError') {
  const source = object(value, path);
  let out = '{';
  out += '"in":' + string(source.in, 'ProblemError.in');
  out += ',"path":' + string(source.path, 'ProblemError.path');
  out += ',"message":' + string(source.message, 'ProblemError.message');
  out += ',"rule":' + string(source.rule, 'ProblemError.rule');
  return out + '}';
}
function writeProblem_errors(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeProblemError(value[i], 'Problem.errors[]');
  }
  return out + ']';
}
function writeReadiness(value, path = 'Readiness') {
  const source = object(value, path);
  let out = '{';
  out += '"status":' + string(source.status, 'Readiness.status');
  out += ',"checks":' + writeReadiness_checks(source.checks, 'Readiness.checks');
  out += ',"timestamp":' + string(source.timestamp, 'Readiness.timestamp');
  return out + '}';
}
function writeReadiness_checks(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeDependencyCheck(value[i], 'Readiness.checks[]');
  }
  return out + ']';
}
function writeRealtimeAuth(value, path = 'RealtimeAuth') {
  const source = object(value, path);
  let out = '{';
  out += '"type":' + string(source.type, 'RealtimeAuth.type');
  out += ',"token":' + string(source.token, 'RealtimeAuth.token');
  out += ',"expires_at":' + string(source.expires_at, 'RealtimeAuth.expires_at');
  return out + '}';
}
function writeRealtimeSession(value, path = 'RealtimeSession') {
  const source = object(value, path);
  let out = '{';
  out += '"session_id":' + string(source.session_id, 'RealtimeSession.session_id');
  out += ',"url":' + string(source.url, 'RealtimeSession.url');
  out += ',"model":' + string(source.model, 'RealtimeSession.model');
  out += ',"conversation_id":' + (source.conversation_id === null ? 'null' : string(source.conversation_id, 'RealtimeSession.conversation_id'));
  out += ',"expires_at":' + string(source.expires_at, 'RealtimeSession.expires_at');
  out += ',"auth":' + writeRealtimeAuth(source.auth, 'RealtimeSession.auth');
  out += ',"voice_config":' + writeRealtimeVoiceConfig(source.voice_config, 'RealtimeSession.voice_config');
  return out + '}';
}
function writeRealtimeTurnDetection(value, path = 'RealtimeTurnDetection') {
  const source = object(value, path);
  let out = '{';
  out += '"type":' + string(source.type, 'RealtimeTurnDetection.type');
  out += ',"threshold":' + number(source.threshold, 'RealtimeTurnDetection.threshold');
  out += ',"prefix_padding_ms":' + number(source.prefix_padding_ms, 'RealtimeTurnDetection.prefix_padding_ms');
  out += ',"silence_duration_ms":' + number(source.silence_duration_ms, 'RealtimeTurnDetection.silence_duration_ms');
  return out + '}';
}
function writeRealtimeVoiceConfig(value, path = 'RealtimeVoiceConfig') {
  const source = object(value, path);
  let out = '{';
  out += '"voice":' + string(source.voice, 'RealtimeVoiceConfig.voice');
  out += ',"language":' + (source.language === null ? 'null' : string(source.language, 'RealtimeVoiceConfig.language'));
  out += ',"modalities":' + writeRealtimeVoiceConfig_modalities(source.modalities, 'RealtimeVoiceConfig.modalities');
  out += ',"input_audio_format":' + string(source.input_audio_format, 'RealtimeVoiceConfig.input_audio_format');
  out += ',"output_audio_format":' + string(source.output_audio_format, 'RealtimeVoiceConfig.output_audio_format');
  out += ',"transcription_model":' + string(source.transcription_model, 'RealtimeVoiceConfig.transcription_model');
  out += ',"turn_detection":' + writeRealtimeTurnDetection(source.turn_detection, 'RealtimeVoiceConfig.turn_detection');
  return out + '}';
}
function writeRealtimeVoiceConfig_modalities(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'RealtimeVoiceConfig.modalities[]');
  }
  return out + ']';
}
function writeRegisteredAccount(value, path = 'RegisteredAccount') {
  const source = object(value, path);
  let out = '{';
  out += '"user":' + writeUser(source.user, 'RegisteredAccount.user');
  out += ',"access_token":' + string(source.access_token, 'RegisteredAccount.access_token');
  out += ',"refresh_token":' + string(source.refresh_token, 'RegisteredAccount.refresh_token');
  out += ',"token_type":' + string(source.token_type, 'RegisteredAccount.token_type');
  out += ',"expires_in":' + number(source.expires_in, 'RegisteredAccount.expires_in');
  return out + '}';
}
function writeRelayedTranscript(value, path = 'RelayedTranscript') {
  const source = object(value, path);
  let out = '{';
  out += '"user_message_id":' + string(source.user_message_id, 'RelayedTranscript.user_message_id');
  out += ',"assistant_message_id":' + string(source.assistant_message_id, 'RelayedTranscript.assistant_message_id');
  out += ',"answer":' + string(source.answer, 'RelayedTranscript.answer');
  out += ',"citations":' + writeRelayedTranscript_citations(source.citations, 'RelayedTranscript.citations');
  return out + '}';
}
function writeRelayedTranscript_citations(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeCitation(value[i], 'RelayedTranscript.citations[]');
  }
  return out + ']';
}
function writeReplicaSockets(value, path = 'ReplicaSockets') {
  const source = object(value, path);
  let out = '{';
  out += '"replica_id":' + string(source.replica_id, 'ReplicaSockets.replica_id');
  out += ',"open":' + number(source.open, 'ReplicaSockets.open');
  out += ',"seen_at":' + string(source.seen_at, 'ReplicaSockets.seen_at');
  return out + '}';
}
function writeShareLink(value, path = 'ShareLink') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'ShareLink.id');
  out += ',"branch_id":' + string(source.branch_id, 'ShareLink.branch_id');
  out += ',"password_protected":' + boolean(source.password_protected, 'ShareLink.password_protected');
  out += ',"allow_anonymous":' + boolean(source.allow_anonymous, 'ShareLink.allow_anonymous');
  out += ',"access_count":' + number(source.access_count, 'ShareLink.access_count');
  out += ',"last_accessed_at":' + (source.last_accessed_at === null ? 'null' : string(source.last_accessed_at, 'ShareLink.last_accessed_at'));
  out += ',"created_at":' + string(source.created_at, 'ShareLink.created_at');
  out += ',"expires_at":' + string(source.expires_at, 'ShareLink.expires_at');
  return out + '}';
}
function writeShareLinkCreated(value, path = 'ShareLinkCreated') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'ShareLinkCreated.id');
  out += ',"share_token":' + string(source.share_token, 'ShareLinkCreated.share_token');
  out += ',"share_url":' + string(source.share_url, 'ShareLinkCreated.share_url');
  out += ',"branch_id":' + string(source.branch_id, 'ShareLinkCreated.branch_id');
  out += ',"password_protected":' + boolean(source.password_protected, 'ShareLinkCreated.password_protected');
  out += ',"allow_anonymous":' + boolean(source.allow_anonymous, 'ShareLinkCreated.allow_anonymous');
  out += ',"created_at":' + string(source.created_at, 'ShareLinkCreated.created_at');
  out += ',"expires_at":' + string(source.expires_at, 'ShareLinkCreated.expires_at');
  return out + '}';
}
function writeShareLinkList(value, path = 'ShareLinkList') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeShareLinkList_items(source.items, 'ShareLinkList.items');
  return out + '}';
}
function writeShareLinkList_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeShareLink(value[i], 'ShareLinkList.items[]');
  }
  return out + ']';
}
function writeSharedCitation(value, path = 'SharedCitation') {
  const source = object(value, path);
  let out = '{';
  out += '"number":' + number(source.number, 'SharedCitation.number');
  out += ',"title":' + string(source.title, 'SharedCitation.title');
  out += ',"url":' + (source.url === null ? 'null' : string(source.url, 'SharedCitation.url'));
  return out + '}';
}
function writeSharedConversation(value, path = 'SharedConversation') {
  const source = object(value, path);
  let out = '{';
  out += '"title":' + (source.title === null ? 'null' : string(source.title, 'SharedConversation.title'));
  out += ',"created_at":' + string(source.created_at, 'SharedConversation.created_at');
  out += ',"share":' + writeSharedInfo(source.share, 'SharedConversation.share');
  out += ',"messages":' + writeSharedMessagePage(source.messages, 'SharedConversation.messages');
  return out + '}';
}
function writeSharedInfo(value, path = 'SharedInfo') {
  const source = object(value, path);
  let out = '{';
  out += '"created_at":' + string(source.created_at, 'SharedInfo.created_at');
  out += ',"expires_at":' + string(source.expires_at, 'SharedInfo.expires_at');
  return out + '}';
}
function writeSharedMessage(value, path = 'SharedMessage') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'SharedMessage.id');
  out += ',"role":' + string(source.role, 'SharedMessage.role');
  out += ',"content":' + string(source.content, 'SharedMessage.content');
  out += ',"citations":' + writeSharedMessage_citations(source.citations, 'SharedMessage.citations');
  out += ',"created_at":' + string(source.created_at, 'SharedMessage.created_at');
  return out + '}';
}
function writeSharedMessagePage(value, path = 'SharedMessagePage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeSharedMessagePage_items(source.items, 'SharedMessagePage.items');
  out += ',"page_size":' + number(source.page_size, 'SharedMessagePage.page_size');
  out += ',"total":' + number(source.total, 'SharedMessagePage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'SharedMessagePage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'SharedMessagePage.page');
  return out + '}';
}
function writeSharedMessagePage_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeSharedMessage(value[i], 'SharedMessagePage.items[]');
  }
  return out + ']';
}
function writeSharedMessage_citations(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeSharedCitation(value[i], 'SharedMessage.citations[]');
  }
  return out + ']';
}
function writeSystemMetrics(value, path = 'SystemMetrics') {
  const source = object(value, path);
  let out = '{';
  out += '"days":' + writeSystemMetrics_days(source.days, 'SystemMetrics.days');
  out += ',"period_days":' + number(source.period_days, 'SystemMetrics.period_days');
  out += ',"generated_at":' + string(source.generated_at, 'SystemMetrics.generated_at');
  return out + '}';
}
function writeSystemMetrics_days(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeDailyFigures(value[i], 'SystemMetrics.days[]');
  }
  return out + ']';
}
function writeSystemSummary(value, path = 'SystemSummary') {
  const source = object(value, path);
  let out = '{';
  out += '"users":' + writeUserCounts(source.users, 'SystemSummary.users');
  out += ',"conversations":' + number(source.conversations, 'SystemSummary.conversations');
  out += ',"messages":' + number(source.messages, 'SystemSummary.messages');
  out += ',"documents":' + writeDocumentCounts(source.documents, 'SystemSummary.documents');
  out += ',"open_websockets":' + number(source.open_websockets, 'SystemSummary.open_websockets');
  out += ',"generated_at":' + string(source.generated_at, 'SystemSummary.generated_at');
  return out + '}';
}
function writeTokenPair(value, path = 'TokenPair') {
  const source = object(value, path);
  let out = '{';
  out += '"access_token":' + string(source.access_token, 'TokenPair.access_token');
  out += ',"refresh_token":' + string(source.refresh_token, 'TokenPair.refresh_token');
  out += ',"token_type":' + string(source.token_type, 'TokenPair.token_type');
  out += ',"expires_in":' + number(source.expires_in, 'TokenPair.expires_in');
  return out + '}';
}
function writeTokenUsage(value, path = 'TokenUsage') {
  const source = object(value, path);
  let out = '{';
  out += '"prompt_tokens":' + number(source.prompt_tokens, 'TokenUsage.prompt_tokens');
  out += ',"completion_tokens":' + number(source.completion_tokens, 'TokenUsage.completion_tokens');
  return out + '}';
}
function writeTranscription(value, path = 'Transcription') {
  const source = object(value, path);
  let out = '{';
  out += '"text":' + string(source.text, 'Transcription.text');
  out += ',"language":' + (source.language === null ? 'null' : string(source.language, 'Transcription.language'));
  out += ',"duration_ms":' + (source.duration_ms === null ? 'null' : number(source.duration_ms, 'Transcription.duration_ms'));
  return out + '}';
}
function writeUser(value, path = 'User') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'User.id');
  out += ',"email":' + string(source.email, 'User.email');
  out += ',"full_name":' + (source.full_name === null ? 'null' : string(source.full_name, 'User.full_name'));
  out += ',"role":' + string(source.role, 'User.role');
  out += ',"is_active":' + boolean(source.is_active, 'User.is_active');
  out += ',"created_at":' + string(source.created_at, 'User.created_at');
  out += ',"updated_at":' + string(source.updated_at, 'User.updated_at');
  out += ',"last_login_at":' + (source.last_login_at === null ? 'null' : string(source.last_login_at, 'User.last_login_at'));
  return out + '}';
}
function writeUserCounts(value, path = 'UserCounts') {
  const source = object(value, path);
  let out = '{';
  out += '"total":' + number(source.total, 'UserCounts.total');
  out += ',"active":' + number(source.active, 'UserCounts.active');
  out += ',"admins":' + number(source.admins, 'UserCounts.admins');
  out += ',"viewers":' + number(source.viewers, 'UserCounts.viewers');
  return out + '}';
}
function writeUserPage(value, path = 'UserPage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeUserPage_items(source.items, 'UserPage.items');
  out += ',"page_size":' + number(source.page_size, 'UserPage.page_size');
  out += ',"total":' + number(source.total, 'UserPage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'UserPage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'UserPage.page');
  return out + '}';
}
function writeUserPage_items(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeUser(value[i], 'UserPage.items[]');
  }
  return out + ']';
}
function writeVitals(value, path = 'Vitals') {
  const source = object(value, path);
  let out = '{';
  out += '"temperature_celsius":' + (source.temperature_celsius === null ? 'null' : number(source.temperature_celsius, 'Vitals.temperature_celsius'));
  out += ',"heart_rate_bpm":' + (source.heart_rate_bpm === null ? 'null' : number(source.heart_rate_bpm, 'Vitals.heart_rate_bpm'));
  out += ',"blood_pressure_systolic_mmhg":' + (source.blood_pressure_systolic_mmhg === null ? 'null' : number(source.blood_pressure_systolic_mmhg, 'Vitals.blood_pressure_systolic_mmhg'));
  out += ',"blood_pressure_diastolic_mmhg":' + (source.blood_pressure_diastolic_mmhg === null ? 'null' : number(source.blood_pressure_diastolic_mmhg, 'Vitals.blood_pressure_diastolic_mmhg'));
  out += ',"respiratory_rate_per_minute":' + (source.respiratory_rate_per_minute === null ? 'null' : number(source.respiratory_rate_per_minute, 'Vitals.respiratory_rate_per_minute'));
  out += ',"spo2_percent":' + (source.spo2_percent === null ? 'null' : number(source.spo2_percent, 'Vitals.spo2_percent'));
  return out + '}';
}
function writeWebsocketCounts(value, path = 'WebsocketCounts') {
  const source = object(value, path);
  let out = '{';
  out += '"chat":' + number(source.chat, 'WebsocketCounts.chat');
  out += ',"voice":' + number(source.voice, 'WebsocketCounts.voice');
  return out + '}';
}
function writeWebsocketStatus(value, path = 'WebsocketStatus') {
  const source = object(value, path);
  let out = '{';
  out += '"open":' + number(source.open, 'WebsocketStatus.open');
  out += ',"by_kind":' + writeWebsocketCounts(source.by_kind, 'WebsocketStatus.by_kind');
  out += ',"replicas":' + writeWebsocketStatus_replicas(source.replicas, 'WebsocketStatus.replicas');
  out += ',"recent":' + writeWebsocketStatus_recent(source.recent, 'WebsocketStatus.recent');
  out += ',"generated_at":' + string(source.generated_at, 'WebsocketStatus.generated_at');
  return out + '}';
}
function writeWebsocketStatus_recent(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeOpenSocket(value[i], 'WebsocketStatus.recent[]');
  }
  return out + ']';
}
function writeWebsocketStatus_replicas(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeReplicaSockets(value[i], 'WebsocketStatus.replicas[]');
  }
  return out + ']';
}

export const serializers = {
  adminClearCache: { '200': writeCacheCleared, '400': writeProblem, '401': writeProblem, '403': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminGetCacheStats: { '200': writeCacheStats, '400': writeProblem, '401': writeProblem, '403': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminInvalidateCache: { '200': writeCacheInvalidated, '400': writeProblem, '401': writeProblem, '403': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminCreateFeatureFlag: { '201': writeFeatureFlag, '400': writeProblem, '401': writeProblem, '403': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminDeleteFeatureFlag: { '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminGetFeatureFlag: { '200': writeFeatureFlag, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminListFeatureFlags: { '200': writeFeatureFlagPage, '400': writeProblem, '401': writeProblem, '403': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminToggleFeatureFlag: { '200': writeFeatureFlag, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminUpdateFeatureFlag: { '200': writeFeatureFlag, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '412': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminDeleteDocument: { '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminGetDocument: { '200': writeDocument, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminListDocuments: { '200': writeDocumentPage, '400': writeProblem, '401': writeProblem, '403': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminUploadDocument: { '201': writeDocument, '400': writeProblem, '401': writeProblem, '403': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminDeleteUser: { '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '409': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminGetMetrics: { '200': writeSystemMetrics, '400': writeProblem, '401': writeProblem, '403': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminGetSummary: { '200': writeSystemSummary, '400': writeProblem, '401': writeProblem, '403': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminGetUser: { '200': writeAdminUser, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminGetWebsocketStatus: { '200': writeWebsocketStatus, '400': writeProblem, '401': writeProblem, '403': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminListAuditLogs: { '200': writeAuditEntryPage, '400': writeProblem, '401': writeProblem, '403': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminListUsers: { '200': writeAdminUserPage, '400': writeProblem, '401': writeProblem, '403': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  adminReplaceUser: { '200': writeAdminUser, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '409': writeProblem, '412': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  deleteAttachment: { '400': writeProblem, '401': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  downloadAttachment: { '400': writeProblem, '401': writeProblem, '404': writeProblem, '412': writeProblem, '416': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  listAttachments: { '200': writeAttachmentList, '400': writeProblem, '401': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  uploadAttachment: { '201': writeAttachment, '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  authorizeOauth: { '200': writeOauthAuthorization, '400': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  completeOauth: { '200': writeOauthSession, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  getCurrentUser: { '200': writeUser, '400': writeProblem, '401': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getOauthProviderStatus: { '200': writeOauthProviderStatus, '400': writeProblem, '404': writeProblem, '422': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  login: { '200': writeTokenPair, '400': writeProblem, '401': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  logout: { '400': writeProblem, '401': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  refreshTokens: { '200': writeTokenPair, '400': writeProblem, '401': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  register: { '201': writeRegisteredAccount, '400': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  createCalendarEvent: { '201': writeCalendarEvent, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  deleteCalendarEvent: { '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  listCalendarEvents: { '200': writeCalendarEventPage, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  listCalendars: { '200': writeCalendarList, '400': writeProblem, '401': writeProblem, '403': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  replaceCalendarEvent: { '200': writeCalendarEvent, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '412': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  createClinicalContext: { '201': writeClinicalContext, '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  deleteClinicalContext: { '400': writeProblem, '401': writeProblem, '404': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getClinicalContext: { '200': writeClinicalContext, '400': writeProblem, '401': writeProblem, '404': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getCurrentClinicalContext: { '200': writeClinicalContext, '400': writeProblem, '401': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  replaceClinicalContext: { '200': writeClinicalContext, '400': writeProblem, '401': writeProblem, '404': writeProblem, '412': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  createBranch: { '201': writeBranch, '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  createConversation: { '201': writeConversation, '400': writeProblem, '401': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  createMessage: { '201': writeMessageCreated, '201:message': writeMessage, '201:delta': writeAnswerDelta, '201:citations': writeAnswerCitations, '201:done': writeMessageCreated, '201:error': writeProblem, '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  deleteConversation: { '400': writeProblem, '401': writeProblem, '404': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  deleteMessage: { '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  editMessage: { '200': writeMessage, '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '412': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getConversation: { '200': writeConversation, '400': writeProblem, '401': writeProblem, '404': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getConversationSettings: { '200': writeConversationSettings, '400': writeProblem, '401': writeProblem, '404': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  listBranchMessages: { '200': writeMessagePage, '400': writeProblem, '401': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  listBranches: { '200': writeBranchList, '400': writeProblem, '401': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  listConversationEvents: { '200': writeConversationEventPage, '200:event': writeConversationEvent, '200:reset': writeConversationLogReset, '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  listConversations: { '200': writeConversationPage, '400': writeProblem, '401': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  listMessages: { '200': writeMessagePage, '400': writeProblem, '401': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  replaceConversationSettings: { '200': writeConversationSettings, '400': writeProblem, '401': writeProblem, '404': writeProblem, '412': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  updateConversation: { '200': writeConversation, '400': writeProblem, '401': writeProblem, '404': writeProblem, '412': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  updateConversationSettings: { '200': writeConversationSettings, '400': writeProblem, '401': writeProblem, '404': writeProblem, '412': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  listEmailFolders: { '200': writeEmailFolderList, '400': writeProblem, '401': writeProblem, '403': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  listEmailMessages: { '200': writeEmailMessagePage, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  sendEmail: { '200': writeEmailSent, '400': writeProblem, '401': writeProblem, '403': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  exportMarkdown: { '400': writeProblem, '401': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  exportPdf: { '400': writeProblem, '401': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  indexFile: { '200': writeFileIndexResult, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  scanAndIndexFiles: { '200': writeFileScan, '400': writeProblem, '401': writeProblem, '403': writeProblem, '409': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  createFolder: { '201': writeFolder, '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  deleteFolder: { '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getFolder: { '200': writeFolder, '400': writeProblem, '401': writeProblem, '404': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getFolderTree: { '200': writeFolderTree, '400': writeProblem, '401': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  listFolders: { '200': writeFolderPage, '400': writeProblem, '401': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  moveFolder: { '200': writeFolder, '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  replaceFolder: { '200': writeFolder, '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '412': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getDetailedHealth: { '200': writeDetailedHealth, '400': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getHealth: { '200': writeHealth, '400': writeProblem, '422': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getOpenaiHealth: { '200': writeModelProviderHealth, '400': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  getReadiness: { '200': writeReadiness, '400': writeProblem, '422': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getMetrics: { '400': writeProblem, '401': writeProblem, '422': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  createShareLink: { '201': writeShareLinkCreated, '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getSharedConversation: { '200': writeSharedConversation, '400': writeProblem, '401': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  listShareLinks: { '200': writeShareLinkList, '400': writeProblem, '401': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  revokeShareLink: { '400': writeProblem, '401': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  activateUser: { '200': writeUser, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  changeMyPassword: { '200': writePasswordChanged, '400': writeProblem, '401': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  deactivateUser: { '200': writeUser, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '409': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  deleteMyAccount: { '400': writeProblem, '401': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getMyProfile: { '200': writeUser, '400': writeProblem, '401': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  getUser: { '200': writeUser, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  listUsers: { '200': writeUserPage, '400': writeProblem, '401': writeProblem, '403': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  promoteUserToAdmin: { '200': writeUser, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '409': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  revokeUserAdmin: { '200': writeUser, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '409': writeProblem, '412': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  updateMyProfile: { '200': writeUser, '400': writeProblem, '401': writeProblem, '409': writeProblem, '412': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  updateUser: { '200': writeUser, '400': writeProblem, '401': writeProblem, '403': writeProblem, '404': writeProblem, '409': writeProblem, '412': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  createRealtimeSession: { '200': writeRealtimeSession, '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  relayTranscript: { '200': writeRelayedTranscript, '400': writeProblem, '401': writeProblem, '404': writeProblem, '409': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  submitVoiceMetrics: { '400': writeProblem, '401': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '503': writeProblem, 'default': writeProblem },
  synthesizeSpeech: { '400': writeProblem, '401': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
  transcribeAudio: { '200': writeTranscription, '400': writeProblem, '401': writeProblem, '413': writeProblem, '415': writeProblem, '422': writeProblem, '429': writeProblem, '500': writeProblem, '502': writeProblem, '503': writeProblem, '504': writeProblem, 'default': writeProblem },
};

export const serializeProblem = writeProblem;
