// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;
function fail(path, expected, value) {
  const found = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  throw new Error(
    value === void 0 ? `${path}: required and missing` : `${path}: expected ${expected}, found ${found}`
  );
}
function string(value, path) {
  if (typeof value !== "string") fail(path, "string", value);
  return NEEDS_ESCAPE.test(value) ? JSON.stringify(value) : `"${value}"`;
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

function writeList31(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeUser6(value[i], 'UserPage.items[]');
  }
  return out + ']';
}
function writeUserPage30(value, path = 'UserPage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeList31(source.items, 'UserPage.items');
  out += ',"page_size":' + number(source.page_size, 'UserPage.page_size');
  out += ',"total":' + number(source.total, 'UserPage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'UserPage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'UserPage.page');
  return out + '}';
}
function writeList34(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeShareLink33(value[i], 'ShareLinkList.items[]');
  }
  return out + ']';
}
function writeShareLinkList29(value, path = 'ShareLinkList') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeList34(source.items, 'ShareLinkList.items');
  return out + '}';
}
function writeShareLink33(value, path = 'ShareLink') {
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
function writeSharedConversation28(value, path = 'SharedConversation') {
  const source = object(value, path);
  let out = '{';
  out += '"title":' + (source.title === null ? 'null' : string(source.title, 'SharedConversation.title'));
  out += ',"created_at":' + string(source.created_at, 'SharedConversation.created_at');
  out += ',"share":' + writeSharedInfo37(source.share, 'SharedConversation.share');
  out += ',"messages":' + writeSharedMessagePage38(source.messages, 'SharedConversation.messages');
  return out + '}';
}
function writeList41(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeSharedMessage40(value[i], 'SharedMessagePage.items[]');
  }
  return out + ']';
}
function writeSharedMessagePage38(value, path = 'SharedMessagePage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeList41(source.items, 'SharedMessagePage.items');
  out += ',"page_size":' + number(source.page_size, 'SharedMessagePage.page_size');
  out += ',"total":' + number(source.total, 'SharedMessagePage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'SharedMessagePage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'SharedMessagePage.page');
  return out + '}';
}
function writeList44(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeSharedCitation43(value[i], 'SharedMessage.citations[]');
  }
  return out + ']';
}
function writeSharedMessage40(value, path = 'SharedMessage') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'SharedMessage.id');
  out += ',"role":' + string(source.role, 'SharedMessage.role');
  out += ',"content":' + string(source.content, 'SharedMessage.content');
  out += ',"citations":' + writeList44(source.citations, 'SharedMessage.citations');
  out += ',"created_at":' + string(source.created_at, 'SharedMessage.created_at');
  return out + '}';
}
function writeSharedCitation43(value, path = 'SharedCitation') {
  const source = object(value, path);
  let out = '{';
  out += '"number":' + number(source.number, 'SharedCitation.number');
  out += ',"title":' + string(source.title, 'SharedCitation.title');
  out += ',"url":' + (source.url === null ? 'null' : string(source.url, 'SharedCitation.url'));
  return out + '}';
}
function writeSharedInfo37(value, path = 'SharedInfo') {
  const source = object(value, path);
  let out = '{';
  out += '"created_at":' + string(source.created_at, 'SharedInfo.created_at');
  out += ',"expires_at":' + string(source.expires_at, 'SharedInfo.expires_at');
  return out + '}';
}
function writeShareLinkCreated27(value, path = 'ShareLinkCreated') {
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
function writeList50(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeDependencyCheck49(value[i], 'Readiness.checks[]');
  }
  return out + ']';
}
function writeReadiness26(value, path = 'Readiness') {
  const source = object(value, path);
  let out = '{';
  out += '"status":' + string(source.status, 'Readiness.status');
  out += ',"checks":' + writeList50(source.checks, 'Readiness.checks');
  out += ',"timestamp":' + string(source.timestamp, 'Readiness.timestamp');
  return out + '}';
}
function writeDependencyCheck49(value, path = 'DependencyCheck') {
  const source = object(value, path);
  let out = '{';
  out += '"name":' + string(source.name, 'DependencyCheck.name');
  out += ',"status":' + string(source.status, 'DependencyCheck.status');
  out += ',"latency_ms":' + (source.latency_ms === null ? 'null' : number(source.latency_ms, 'DependencyCheck.latency_ms'));
  return out + '}';
}
function writeModelProviderHealth25(value, path = 'ModelProviderHealth') {
  const source = object(value, path);
  let out = '{';
  out += '"status":' + string(source.status, 'ModelProviderHealth.status');
  out += ',"latency_ms":' + number(source.latency_ms, 'ModelProviderHealth.latency_ms');
  out += ',"checked_at":' + string(source.checked_at, 'ModelProviderHealth.checked_at');
  return out + '}';
}
function writeHealth24(value, path = 'Health') {
  const source = object(value, path);
  let out = '{';
  out += '"status":' + string(source.status, 'Health.status');
  out += ',"version":' + string(source.version, 'Health.version');
  out += ',"timestamp":' + string(source.timestamp, 'Health.timestamp');
  return out + '}';
}
function writeList55(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeDependencyCheck49(value[i], 'DetailedHealth.checks[]');
  }
  return out + ']';
}
function writeDetailedHealth23(value, path = 'DetailedHealth') {
  const source = object(value, path);
  let out = '{';
  out += '"status":' + string(source.status, 'DetailedHealth.status');
  out += ',"version":' + string(source.version, 'DetailedHealth.version');
  out += ',"uptime_seconds":' + number(source.uptime_seconds, 'DetailedHealth.uptime_seconds');
  out += ',"checks":' + writeList55(source.checks, 'DetailedHealth.checks');
  out += ',"timestamp":' + string(source.timestamp, 'DetailedHealth.timestamp');
  return out + '}';
}
function writeList57(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeFolder20(value[i], 'FolderPage.items[]');
  }
  return out + ']';
}
function writeFolderPage22(value, path = 'FolderPage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeList57(source.items, 'FolderPage.items');
  out += ',"page_size":' + number(source.page_size, 'FolderPage.page_size');
  out += ',"total":' + number(source.total, 'FolderPage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'FolderPage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'FolderPage.page');
  return out + '}';
}
function writeList60(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeFolderNode59(value[i], 'FolderTree.items[]');
  }
  return out + ']';
}
function writeFolderTree21(value, path = 'FolderTree') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeList60(source.items, 'FolderTree.items');
  return out + '}';
}
function writeList62(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeFolderNode59(value[i], 'FolderNode.children[]');
  }
  return out + ']';
}
function writeFolderNode59(value, path = 'FolderNode') {
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
  out += ',"children":' + writeList62(source.children, 'FolderNode.children');
  return out + '}';
}
function writeFolder20(value, path = 'Folder') {
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
function writeList65(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeMessage13(value[i], 'MessagePage.items[]');
  }
  return out + ']';
}
function writeMessagePage19(value, path = 'MessagePage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeList65(source.items, 'MessagePage.items');
  out += ',"page_size":' + number(source.page_size, 'MessagePage.page_size');
  out += ',"total":' + number(source.total, 'MessagePage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'MessagePage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'MessagePage.page');
  return out + '}';
}
function writeList67(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeConversation11(value[i], 'ConversationPage.items[]');
  }
  return out + ']';
}
function writeConversationPage18(value, path = 'ConversationPage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeList67(source.items, 'ConversationPage.items');
  out += ',"page_size":' + number(source.page_size, 'ConversationPage.page_size');
  out += ',"total":' + number(source.total, 'ConversationPage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'ConversationPage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'ConversationPage.page');
  return out + '}';
}
function writeList70(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeConversationEvent69(value[i], 'ConversationEventPage.items[]');
  }
  return out + ']';
}
function writeConversationEventPage17(value, path = 'ConversationEventPage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeList70(source.items, 'ConversationEventPage.items');
  out += ',"page_size":' + number(source.page_size, 'ConversationEventPage.page_size');
  out += ',"total":' + number(source.total, 'ConversationEventPage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'ConversationEventPage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'ConversationEventPage.page');
  return out + '}';
}
function writeList72(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'ConversationEvent.changed_fields[]');
  }
  return out + ']';
}
function writeConversationEvent69(value, path = 'ConversationEvent') {
  const source = object(value, path);
  let out = '{';
  out += '"seq":' + number(source.seq, 'ConversationEvent.seq');
  out += ',"type":' + string(source.type, 'ConversationEvent.type');
  out += ',"conversation_id":' + string(source.conversation_id, 'ConversationEvent.conversation_id');
  out += ',"message_id":' + (source.message_id === null ? 'null' : string(source.message_id, 'ConversationEvent.message_id'));
  out += ',"branch_id":' + (source.branch_id === null ? 'null' : string(source.branch_id, 'ConversationEvent.branch_id'));
  out += ',"changed_fields":' + writeList72(source.changed_fields, 'ConversationEvent.changed_fields');
  out += ',"occurred_at":' + string(source.occurred_at, 'ConversationEvent.occurred_at');
  return out + '}';
}
function writeList74(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeBranch10(value[i], 'BranchList.items[]');
  }
  return out + ']';
}
function writeBranchList16(value, path = 'BranchList') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeList74(source.items, 'BranchList.items');
  return out + '}';
}
function writeList77(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeBranchMessage76(value[i], 'BranchMessagePage.items[]');
  }
  return out + ']';
}
function writeBranchMessagePage15(value, path = 'BranchMessagePage') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeList77(source.items, 'BranchMessagePage.items');
  out += ',"page_size":' + number(source.page_size, 'BranchMessagePage.page_size');
  out += ',"total":' + number(source.total, 'BranchMessagePage.total');
  out += ',"next_cursor":' + (source.next_cursor === null ? 'null' : string(source.next_cursor, 'BranchMessagePage.next_cursor'));
  if (source.page !== undefined) out += ',"page":' + number(source.page, 'BranchMessagePage.page');
  return out + '}';
}
function writeBranchMessage76(value, path = 'BranchMessage') {
  const source = object(value, path);
  let out = '{';
  out += '"message":' + writeMessage13(source.message, 'BranchMessage.message');
  out += ',"shared":' + boolean(source.shared, 'BranchMessage.shared');
  return out + '}';
}
function writeConversationSettings14(value, path = 'ConversationSettings') {
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
function writeList82(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeCitation81(value[i], 'Message.citations[]');
  }
  return out + ']';
}
function writeObject83(value, path) {
  const source = object(value, path);
  let out = '{';
  out += '"prompt_tokens":' + number(source.prompt_tokens, 'Message.token_usage.prompt_tokens');
  out += ',"completion_tokens":' + number(source.completion_tokens, 'Message.token_usage.completion_tokens');
  return out + '}';
}
function writeMessage13(value, path = 'Message') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'Message.id');
  out += ',"conversation_id":' + string(source.conversation_id, 'Message.conversation_id');
  out += ',"branch_id":' + string(source.branch_id, 'Message.branch_id');
  out += ',"parent_message_id":' + (source.parent_message_id === null ? 'null' : string(source.parent_message_id, 'Message.parent_message_id'));
  out += ',"role":' + string(source.role, 'Message.role');
  out += ',"content":' + string(source.content, 'Message.content');
  out += ',"client_message_id":' + (source.client_message_id === null ? 'null' : string(source.client_message_id, 'Message.client_message_id'));
  out += ',"citations":' + writeList82(source.citations, 'Message.citations');
  out += ',"metadata":' + json(object(source.metadata, 'Message.metadata'), 'Message.metadata');
  out += ',"model":' + (source.model === null ? 'null' : string(source.model, 'Message.model'));
  out += ',"token_usage":' + (source.token_usage === null ? 'null' : writeObject83(source.token_usage, 'Message.token_usage'));
  out += ',"created_at":' + string(source.created_at, 'Message.created_at');
  out += ',"updated_at":' + string(source.updated_at, 'Message.updated_at');
  out += ',"edited_at":' + (source.edited_at === null ? 'null' : string(source.edited_at, 'Message.edited_at'));
  return out + '}';
}
function writeCitation81(value, path = 'Citation') {
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
function writeMessageCreated12(value, path = 'MessageCreated') {
  const source = object(value, path);
  let out = '{';
  out += '"message":' + writeMessage13(source.message, 'MessageCreated.message');
  if (source.reply !== undefined) out += ',"reply":' + writeMessage13(source.reply, 'MessageCreated.reply');
  return out + '}';
}
function writeConversation11(value, path = 'Conversation') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'Conversation.id');
  out += ',"title":' + string(source.title, 'Conversation.title');
  out += ',"folder_id":' + (source.folder_id === null ? 'null' : string(source.folder_id, 'Conversation.folder_id'));
  out += ',"archived":' + boolean(source.archived, 'Conversation.archived');
  out += ',"message_count":' + number(source.message_count, 'Conversation.message_count');
  out += ',"last_message_preview":' + (source.last_message_preview === null ? 'null' : string(source.last_message_preview, 'Conversation.last_message_preview'));
  out += ',"last_message_at":' + (source.last_message_at === null ? 'null' : string(source.last_message_at, 'Conversation.last_message_at'));
  out += ',"created_at":' + string(source.created_at, 'Conversation.created_at');
  out += ',"updated_at":' + string(source.updated_at, 'Conversation.updated_at');
  return out + '}';
}
function writeBranch10(value, path = 'Branch') {
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
function writeList89(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'ClinicalContext.problems[]');
  }
  return out + ']';
}
function writeList90(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'ClinicalContext.medications[]');
  }
  return out + ']';
}
function writeList91(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += string(value[i], 'ClinicalContext.allergies[]');
  }
  return out + ']';
}
function writeClinicalContext9(value, path = 'ClinicalContext') {
  const source = object(value, path);
  let out = '{';
  out += '"id":' + string(source.id, 'ClinicalContext.id');
  out += ',"session_id":' + (source.session_id === null ? 'null' : string(source.session_id, 'ClinicalContext.session_id'));
  out += ',"age":' + (source.age === null ? 'null' : number(source.age, 'ClinicalContext.age'));
  out += ',"gender":' + (source.gender === null ? 'null' : string(source.gender, 'ClinicalContext.gender'));
  out += ',"weight_kg":' + (source.weight_kg === null ? 'null' : number(source.weight_kg, 'ClinicalContext.weight_kg'));
  out += ',"height_cm":' + (source.height_cm === null ? 'null' : number(source.height_cm, 'ClinicalContext.height_cm'));
  out += ',"chief_complaint":' + (source.chief_complaint === null ? 'null' : string(source.chief_complaint, 'ClinicalContext.chief_complaint'));
  out += ',"problems":' + writeList89(source.problems, 'ClinicalContext.problems');
  out += ',"medications":' + writeList90(source.medications, 'ClinicalContext.medications');
  out += ',"allergies":' + writeList91(source.allergies, 'ClinicalContext.allergies');
  out += ',"vitals":' + writeVitals92(source.vitals, 'ClinicalContext.vitals');
  out += ',"created_at":' + string(source.created_at, 'ClinicalContext.created_at');
  out += ',"updated_at":' + string(source.updated_at, 'ClinicalContext.updated_at');
  return out + '}';
}
function writeVitals92(value, path = 'Vitals') {
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
function writeRegisteredAccount8(value, path = 'RegisteredAccount') {
  const source = object(value, path);
  let out = '{';
  out += '"user":' + writeUser6(source.user, 'RegisteredAccount.user');
  out += ',"access_token":' + string(source.access_token, 'RegisteredAccount.access_token');
  out += ',"refresh_token":' + string(source.refresh_token, 'RegisteredAccount.refresh_token');
  out += ',"token_type":' + string(source.token_type, 'RegisteredAccount.token_type');
  out += ',"expires_in":' + number(source.expires_in, 'RegisteredAccount.expires_in');
  return out + '}';
}
function writeOauthProviderStatus7(value, path = 'OauthProviderStatus') {
  const source = object(value, path);
  let out = '{';
  out += '"provider":' + string(source.provider, 'OauthProviderStatus.provider');
  out += ',"configured":' + boolean(source.configured, 'OauthProviderStatus.configured');
  return out + '}';
}
function writeUser6(value, path = 'User') {
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
function writeTokenPair5(value, path = 'TokenPair') {
  const source = object(value, path);
  let out = '{';
  out += '"access_token":' + string(source.access_token, 'TokenPair.access_token');
  out += ',"refresh_token":' + string(source.refresh_token, 'TokenPair.refresh_token');
  out += ',"token_type":' + string(source.token_type, 'TokenPair.token_type');
  out += ',"expires_in":' + number(source.expires_in, 'TokenPair.expires_in');
  return out + '}';
}
function writeOauthAuthorization4(value, path = 'OauthAuthorization') {
  const source = object(value, path);
  let out = '{';
  out += '"authorization_url":' + string(source.authorization_url, 'OauthAuthorization.authorization_url');
  out += ',"state":' + string(source.state, 'OauthAuthorization.state');
  out += ',"expires_in":' + number(source.expires_in, 'OauthAuthorization.expires_in');
  return out + '}';
}
function writeAttachment3(value, path = 'Attachment') {
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
function writeList101(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeAttachment3(value[i], 'AttachmentList.items[]');
  }
  return out + ']';
}
function writeAttachmentList2(value, path = 'AttachmentList') {
  const source = object(value, path);
  let out = '{';
  out += '"items":' + writeList101(source.items, 'AttachmentList.items');
  return out + '}';
}
function writeList104(value, path) {
  if (!Array.isArray(value)) fail(path, 'array', value);
  let out = '[';
  for (let i = 0; i < value.length; i++) {
    if (i > 0) out += ',';
    out += writeProblemError103(value[i], 'Problem.errors[]');
  }
  return out + ']';
}
function writeProblem1(value, path = 'Problem') {
  const source = object(value, path);
  let out = '{';
  out += '"type":' + string(source.type, 'Problem.type');
  out += ',"title":' + string(source.title, 'Problem.title');
  out += ',"status":' + number(source.status, 'Problem.status');
  out += ',"detail":' + string(source.detail, 'Problem.detail');
  out += ',"instance":' + string(source.instance, 'Problem.instance');
  out += ',"code":' + string(source.code, 'Problem.code');
  out += ',"request_id":' + string(source.request_id, 'Problem.request_id');
  if (source.errors !== undefined) out += ',"errors":' + writeList104(source.errors, 'Problem.errors');
  return out + '}';
}
function writeProblemError103(value, path = 'ProblemError') {
  const source = object(value, path);
  let out = '{';
  out += '"in":' + string(source.in, 'ProblemError.in');
  out += ',"path":' + string(source.path, 'ProblemError.path');
  out += ',"message":' + string(source.message, 'ProblemError.message');
  out += ',"rule":' + string(source.rule, 'ProblemError.rule');
  return out + '}';
}
export const serializers = {
  deleteAttachment: { '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  downloadAttachment: { '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '416': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  listAttachments: { '200': writeAttachmentList2, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  uploadAttachment: { '201': writeAttachment3, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '409': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  authorizeOauth: { '200': writeOauthAuthorization4, '400': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '502': writeProblem1, '503': writeProblem1, '504': writeProblem1 },
  completeOauth: { '200': writeTokenPair5, '400': writeProblem1, '401': writeProblem1, '403': writeProblem1, '404': writeProblem1, '409': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '502': writeProblem1, '503': writeProblem1, '504': writeProblem1 },
  getCurrentUser: { '200': writeUser6, '400': writeProblem1, '401': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getOauthProviderStatus: { '200': writeOauthProviderStatus7, '400': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  login: { '200': writeTokenPair5, '400': writeProblem1, '401': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  logout: { '400': writeProblem1, '401': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  refreshTokens: { '200': writeTokenPair5, '400': writeProblem1, '401': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  register: { '201': writeRegisteredAccount8, '400': writeProblem1, '409': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  createClinicalContext: { '201': writeClinicalContext9, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '409': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  deleteClinicalContext: { '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '412': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getClinicalContext: { '200': writeClinicalContext9, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getCurrentClinicalContext: { '200': writeClinicalContext9, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  replaceClinicalContext: { '200': writeClinicalContext9, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '412': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  createBranch: { '201': writeBranch10, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '409': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  createConversation: { '201': writeConversation11, '400': writeProblem1, '401': writeProblem1, '409': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  createMessage: { '201': writeMessageCreated12, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '409': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '502': writeProblem1, '503': writeProblem1, '504': writeProblem1 },
  deleteConversation: { '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '412': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  deleteMessage: { '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '409': writeProblem1, '412': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  editMessage: { '200': writeMessage13, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '409': writeProblem1, '412': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getConversation: { '200': writeConversation11, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getConversationSettings: { '200': writeConversationSettings14, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  listBranchMessages: { '200': writeBranchMessagePage15, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  listBranches: { '200': writeBranchList16, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  listConversationEvents: { '200': writeConversationEventPage17, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  listConversations: { '200': writeConversationPage18, '400': writeProblem1, '401': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  listMessages: { '200': writeMessagePage19, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  replaceConversationSettings: { '200': writeConversationSettings14, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '412': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  updateConversation: { '200': writeConversation11, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '412': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  updateConversationSettings: { '200': writeConversationSettings14, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '412': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  exportMarkdown: { '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  exportPdf: { '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  createFolder: { '201': writeFolder20, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '409': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  deleteFolder: { '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '409': writeProblem1, '412': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getFolder: { '200': writeFolder20, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getFolderTree: { '200': writeFolderTree21, '400': writeProblem1, '401': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  listFolders: { '200': writeFolderPage22, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  moveFolder: { '200': writeFolder20, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '409': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  replaceFolder: { '200': writeFolder20, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '409': writeProblem1, '412': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getDetailedHealth: { '200': writeDetailedHealth23, '400': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getHealth: { '200': writeHealth24, '400': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getOpenaiHealth: { '200': writeModelProviderHealth25, '400': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '502': writeProblem1, '503': writeProblem1, '504': writeProblem1 },
  getReadiness: { '200': writeReadiness26, '400': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getMetrics: { '400': writeProblem1, '401': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  createShareLink: { '201': writeShareLinkCreated27, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '409': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getSharedConversation: { '200': writeSharedConversation28, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  listShareLinks: { '200': writeShareLinkList29, '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  revokeShareLink: { '400': writeProblem1, '401': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  activateUser: { '200': writeUser6, '400': writeProblem1, '401': writeProblem1, '403': writeProblem1, '404': writeProblem1, '412': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  changeMyPassword: { '400': writeProblem1, '401': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  deactivateUser: { '200': writeUser6, '400': writeProblem1, '401': writeProblem1, '403': writeProblem1, '404': writeProblem1, '409': writeProblem1, '412': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  deleteMyAccount: { '400': writeProblem1, '401': writeProblem1, '409': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getMyProfile: { '200': writeUser6, '400': writeProblem1, '401': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  getUser: { '200': writeUser6, '400': writeProblem1, '401': writeProblem1, '403': writeProblem1, '404': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  listUsers: { '200': writeUserPage30, '400': writeProblem1, '401': writeProblem1, '403': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  promoteUserToAdmin: { '200': writeUser6, '400': writeProblem1, '401': writeProblem1, '403': writeProblem1, '404': writeProblem1, '409': writeProblem1, '412': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  revokeUserAdmin: { '200': writeUser6, '400': writeProblem1, '401': writeProblem1, '403': writeProblem1, '404': writeProblem1, '409': writeProblem1, '412': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  updateMyProfile: { '200': writeUser6, '400': writeProblem1, '401': writeProblem1, '409': writeProblem1, '412': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
  updateUser: { '200': writeUser6, '400': writeProblem1, '401': writeProblem1, '403': writeProblem1, '404': writeProblem1, '409': writeProblem1, '412': writeProblem1, '413': writeProblem1, '415': writeProblem1, '422': writeProblem1, '429': writeProblem1, '500': writeProblem1, '503': writeProblem1 },
};

export const serializeProblem = writeProblem1;
