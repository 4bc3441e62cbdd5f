// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.
import type { Handlers } from '#src/http/handler/handler.ts';
import { adminClearCache } from '#handlers/admin-cache/adminClearCache.ts';
import { adminGetCacheStats } from '#handlers/admin-cache/adminGetCacheStats.ts';
import { adminInvalidateCache } from '#handlers/admin-cache/adminInvalidateCache.ts';
import { adminCreateFeatureFlag } from '#handlers/admin-flags/adminCreateFeatureFlag.ts';
import { adminDeleteFeatureFlag } from '#handlers/admin-flags/adminDeleteFeatureFlag.ts';
import { adminGetFeatureFlag } from '#handlers/admin-flags/adminGetFeatureFlag.ts';
import { adminListFeatureFlags } from '#handlers/admin-flags/adminListFeatureFlags.ts';
import { adminToggleFeatureFlag } from '#handlers/admin-flags/adminToggleFeatureFlag.ts';
import { adminUpdateFeatureFlag } from '#handlers/admin-flags/adminUpdateFeatureFlag.ts';
import { adminDeleteDocument } from '#handlers/admin-kb/adminDeleteDocument.ts';
import { adminGetDocument } from '#handlers/admin-kb/adminGetDocument.ts';
import { adminListDocuments } from '#handlers/admin-kb/adminListDocuments.ts';
import { adminUploadDocument } from '#handlers/admin-kb/adminUploadDocument.ts';
import { adminDeleteUser } from '#handlers/admin-panel/adminDeleteUser.ts';
import { adminGetMetrics } from '#handlers/admin-panel/adminGetMetrics.ts';
import { adminGetSummary } from '#handlers/admin-panel/adminGetSummary.ts';
import { adminGetUser } from '#handlers/admin-panel/adminGetUser.ts';
import { adminGetWebsocketStatus } from '#handlers/admin-panel/adminGetWebsocketStatus.ts';
import { adminListAuditLogs } from '#handlers/admin-panel/adminListAuditLogs.ts';
import { adminListUsers } from '#handlers/admin-panel/adminListUsers.ts';
import { adminReplaceUser } from '#handlers/admin-panel/adminReplaceUser.ts';
import { deleteAttachment } from '#handlers/attachments/deleteAttachment.ts';
import { downloadAttachment } from '#handlers/attachments/downloadAttachment.ts';
import { listAttachments } from '#handlers/attachments/listAttachments.ts';
import { uploadAttachment } from '#handlers/attachments/uploadAttachment.ts';
import { authorizeOauth } from '#handlers/auth/authorizeOauth.ts';
import { completeOauth } from '#handlers/auth/completeOauth.ts';
import { getCurrentUser } from '#handlers/auth/getCurrentUser.ts';
import { getOauthProviderStatus } from '#handlers/auth/getOauthProviderStatus.ts';
import { login } from '#handlers/auth/login.ts';
import { logout } from '#handlers/auth/logout.ts';
import { refreshTokens } from '#handlers/auth/refreshTokens.ts';
import { register } from '#handlers/auth/register.ts';
import { createCalendarEvent } from '#handlers/calendar/createCalendarEvent.ts';
import { deleteCalendarEvent } from '#handlers/calendar/deleteCalendarEvent.ts';
import { listCalendarEvents } from '#handlers/calendar/listCalendarEvents.ts';
import { listCalendars } from '#handlers/calendar/listCalendars.ts';
import { replaceCalendarEvent } from '#handlers/calendar/replaceCalendarEvent.ts';
import { createClinicalContext } from '#handlers/clinical-contexts/createClinicalContext.ts';
import { deleteClinicalContext } from '#handlers/clinical-contexts/deleteClinicalContext.ts';
import { getClinicalContext } from '#handlers/clinical-contexts/getClinicalContext.ts';
import { getCurrentClinicalContext } from '#handlers/clinical-contexts/getCurrentClinicalContext.ts';
import { replaceClinicalContext } from '#handlers/clinical-contexts/replaceClinicalContext.ts';
import { createBranch } from '#handlers/conversations/createBranch.ts';
import { createConversation } from '#handlers/conversations/createConversation.ts';
import { createMessage } from '#handlers/conversations/createMessage.ts';
import { deleteConversation } from '#handlers/conversations/deleteConversation.ts';
import { deleteMessage } from '#handlers/conversations/deleteMessage.ts';
import { editMessage } from '#handlers/conversations/editMessage.ts';
import { getConversation } from '#handlers/conversations/getConversation.ts';
import { getConversationSettings } from '#handlers/conversations/getConversationSettings.ts';
import { listBranchMessages } from '#handlers/conversations/listBranchMessages.ts';
import { listBranches } from '#handlers/conversations/listBranches.ts';
import { listConversationEvents } from '#handlers/conversations/listConversationEvents.ts';
import { listConversations } from '#handlers/conversations/listConversations.ts';
import { listMessages } from '#handlers/conversations/listMessages.ts';
import { replaceConversationSettings } from '#handlers/conversations/replaceConversationSettings.ts';
import { updateConversation } from '#handlers/conversations/updateConversation.ts';
import { updateConversationSettings } from '#handlers/conversations/updateConversationSettings.ts';
import { listEmailFolders } from '#handlers/email/listEmailFolders.ts';
import { listEmailMessages } from '#handlers/email/listEmailMessages.ts';
import { sendEmail } from '#handlers/email/sendEmail.ts';
import { exportMarkdown } from '#handlers/export/exportMarkdown.ts';
import { exportPdf } from '#handlers/export/exportPdf.ts';
import { indexFile } from '#handlers/files/indexFile.ts';
import { scanAndIndexFiles } from '#handlers/files/scanAndIndexFiles.ts';
import { createFolder } from '#handlers/folders/createFolder.ts';
import { deleteFolder } from '#handlers/folders/deleteFolder.ts';
import { getFolder } from '#handlers/folders/getFolder.ts';
import { getFolderTree } from '#handlers/folders/getFolderTree.ts';
import { listFolders } from '#handlers/folders/listFolders.ts';
import { moveFolder } from '#handlers/folders/moveFolder.ts';
import { replaceFolder } from '#handlers/folders/replaceFolder.ts';
import { getDetailedHealth } from '#handlers/health/getDetailedHealth.ts';
import { getHealth } from '#handlers/health/getHealth.ts';
import { getOpenaiHealth } from '#handlers/health/getOpenaiHealth.ts';
import { getReadiness } from '#handlers/health/getReadiness.ts';
import { getMetrics } from '#handlers/observability/getMetrics.ts';
import { createShareLink } from '#handlers/sharing/createShareLink.ts';
import { getSharedConversation } from '#handlers/sharing/getSharedConversation.ts';
import { listShareLinks } from '#handlers/sharing/listShareLinks.ts';
import { revokeShareLink } from '#handlers/sharing/revokeShareLink.ts';
import { activateUser } from '#handlers/users/activateUser.ts';
import { changeMyPassword } from '#handlers/users/changeMyPassword.ts';
import { deactivateUser } from '#handlers/users/deactivateUser.ts';
import { deleteMyAccount } from '#handlers/users/deleteMyAccount.ts';
import { getMyProfile } from '#handlers/users/getMyProfile.ts';
import { getUser } from '#handlers/users/getUser.ts';
import { listUsers } from '#handlers/users/listUsers.ts';
import { promoteUserToAdmin } from '#handlers/users/promoteUserToAdmin.ts';
import { revokeUserAdmin } from '#handlers/users/revokeUserAdmin.ts';
import { updateMyProfile } from '#handlers/users/updateMyProfile.ts';
import { updateUser } from '#handlers/users/updateUser.ts';
import { createRealtimeSession } from '#handlers/voice/createRealtimeSession.ts';
import { relayTranscript } from '#handlers/voice/relayTranscript.ts';
import { submitVoiceMetrics } from '#handlers/voice/submitVoiceMetrics.ts';
import { synthesizeSpeech } from '#handlers/voice/synthesizeSpeech.ts';
import { transcribeAudio } from '#handlers/voice/transcribeAudio.ts';

export const handlers = {
  adminClearCache,
  adminGetCacheStats,
  adminInvalidateCache,
  adminCreateFeatureFlag,
  adminDeleteFeatureFlag,
  adminGetFeatureFlag,
  adminListFeatureFlags,
  adminToggleFeatureFlag,
  adminUpdateFeatureFlag,
  adminDeleteDocument,
  adminGetDocument,
  adminListDocuments,
  adminUploadDocument,
  adminDeleteUser,
  adminGetMetrics,
  adminGetSummary,
  adminGetUser,
  adminGetWebsocketStatus,
  adminListAuditLogs,
  adminListUsers,
  adminReplaceUser,
  deleteAttachment,
  downloadAttachment,
  listAttachments,
  uploadAttachment,
  authorizeOauth,
  completeOauth,
  getCurrentUser,
  getOauthProviderStatus,
  login,
  logout,
  refreshTokens,
  register,
  createCalendarEvent,
  deleteCalendarEvent,
  listCalendarEvents,
  listCalendars,
  replaceCalendarEvent,
  createClinicalContext,
  deleteClinicalContext,
  getClinicalContext,
  getCurrentClinicalContext,
  replaceClinicalContext,
  createBranch,
  createConversation,
  createMessage,
  deleteConversation,
  deleteMessage,
  editMessage,
  getConversation,
  getConversationSettings,
  listBranchMessages,
  listBranches,
  listConversationEvents,
  listConversations,
  listMessages,
  replaceConversationSettings,
  updateConversation,
  updateConversationSettings,
  listEmailFolders,
  listEmailMessages,
  sendEmail,
  exportMarkdown,
  exportPdf,
  indexFile,
  scanAndIndexFiles,
  createFolder,
  deleteFolder,
  getFolder,
  getFolderTree,
  listFolders,
  moveFolder,
  replaceFolder,
  getDetailedHealth,
  getHealth,
  getOpenaiHealth,
  getReadiness,
  getMetrics,
  createShareLink,
  getSharedConversation,
  listShareLinks,
  revokeShareLink,
  activateUser,
  changeMyPassword,
  deactivateUser,
  deleteMyAccount,
  getMyProfile,
  getUser,
  listUsers,
  promoteUserToAdmin,
  revokeUserAdmin,
  updateMyProfile,
  updateUser,
  createRealtimeSession,
  relayTranscript,
  submitVoiceMetrics,
  synthesizeSpeech,
  transcribeAudio,
} satisfies Handlers;
