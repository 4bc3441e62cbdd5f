// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.
import type { RouteTable } from '#src/http/contract/operation.ts';

export const routes: RouteTable = {
  static: {
    '/api/admin/cache/clear': { POST: 'adminClearCache' },
    '/api/admin/cache/invalidate': { POST: 'adminInvalidateCache' },
    '/api/admin/cache/stats': { GET: 'adminGetCacheStats' },
    '/api/admin/feature-flags': { POST: 'adminCreateFeatureFlag', GET: 'adminListFeatureFlags' },
    '/api/admin/kb/documents': { GET: 'adminListDocuments', POST: 'adminUploadDocument' },
    '/api/admin/panel/audit-logs': { GET: 'adminListAuditLogs' },
    '/api/admin/panel/metrics': { GET: 'adminGetMetrics' },
    '/api/admin/panel/summary': { GET: 'adminGetSummary' },
    '/api/admin/panel/users': { GET: 'adminListUsers' },
    '/api/admin/panel/websocket-status': { GET: 'adminGetWebsocketStatus' },
    '/api/auth/login': { POST: 'login' },
    '/api/auth/logout': { POST: 'logout' },
    '/api/auth/me': { GET: 'getCurrentUser' },
    '/api/auth/refresh': { POST: 'refreshTokens' },
    '/api/auth/register': { POST: 'register' },
    '/api/clinical-contexts': { POST: 'createClinicalContext' },
    '/api/clinical-contexts/current': { GET: 'getCurrentClinicalContext' },
    '/api/conversations': { POST: 'createConversation', GET: 'listConversations' },
    '/api/folders': { POST: 'createFolder', GET: 'listFolders' },
    '/api/folders/tree': { GET: 'getFolderTree' },
    '/api/integrations/calendar/calendars': { GET: 'listCalendars' },
    '/api/integrations/calendar/events': { POST: 'createCalendarEvent', GET: 'listCalendarEvents' },
    '/api/integrations/email/folders': { GET: 'listEmailFolders' },
    '/api/integrations/email/messages': { GET: 'listEmailMessages' },
    '/api/integrations/email/send': { POST: 'sendEmail' },
    '/api/integrations/files/index': { POST: 'indexFile' },
    '/api/integrations/files/scan-and-index': { POST: 'scanAndIndexFiles' },
    '/api/users': { GET: 'listUsers' },
    '/api/users/me': { DELETE: 'deleteMyAccount', GET: 'getMyProfile', PUT: 'updateMyProfile' },
    '/api/users/me/change-password': { POST: 'changeMyPassword' },
    '/api/voice/metrics': { POST: 'submitVoiceMetrics' },
    '/api/voice/realtime-session': { POST: 'createRealtimeSession' },
    '/api/voice/relay': { POST: 'relayTranscript' },
    '/api/voice/synthesize': { POST: 'synthesizeSpeech' },
    '/api/voice/transcribe': { POST: 'transcribeAudio' },
    '/health': { GET: 'getHealth' },
    '/health/detailed': { GET: 'getDetailedHealth' },
    '/health/openai': { GET: 'getOpenaiHealth' },
    '/metrics': { GET: 'getMetrics' },
    '/ready': { GET: 'getReadiness' },
  },
  dynamic: {
    literals: {
      api: {
        literals: {
          admin: {
            literals: {
              'feature-flags': {
                parameter: {
                  operations: { DELETE: 'adminDeleteFeatureFlag', GET: 'adminGetFeatureFlag', PATCH: 'adminUpdateFeatureFlag' },
                  literals: {
                    toggle: {
                      operations: { POST: 'adminToggleFeatureFlag' },
                    },
                  },
                },
              },
              kb: {
                literals: {
                  documents: {
                    parameter: {
                      operations: { DELETE: 'adminDeleteDocument', GET: 'adminGetDocument' },
                    },
                  },
                },
              },
              panel: {
                literals: {
                  users: {
                    parameter: {
                      operations: { DELETE: 'adminDeleteUser', GET: 'adminGetUser', PUT: 'adminReplaceUser' },
                    },
                  },
                },
              },
            },
          },
          attachments: {
            parameter: {
              operations: { DELETE: 'deleteAttachment' },
              literals: {
                download: {
                  operations: { GET: 'downloadAttachment' },
                },
              },
            },
          },
          auth: {
            literals: {
              oauth: {
                parameter: {
                  literals: {
                    authorize: {
                      operations: { GET: 'authorizeOauth' },
                    },
                    callback: {
                      operations: { POST: 'completeOauth' },
                    },
                    status: {
                      operations: { GET: 'getOauthProviderStatus' },
                    },
                  },
                },
              },
            },
          },
          'clinical-contexts': {
            parameter: {
              operations: { DELETE: 'deleteClinicalContext', GET: 'getClinicalContext', PUT: 'replaceClinicalContext' },
            },
          },
          conversations: {
            parameter: {
              operations: { DELETE: 'deleteConversation', GET: 'getConversation', PATCH: 'updateConversation' },
              literals: {
                branches: {
                  operations: { POST: 'createBranch', GET: 'listBranches' },
                  parameter: {
                    literals: {
                      messages: {
                        operations: { GET: 'listBranchMessages' },
                      },
                    },
                  },
                },
                events: {
                  operations: { GET: 'listConversationEvents' },
                },
                messages: {
                  operations: { POST: 'createMessage', GET: 'listMessages' },
                  parameter: {
                    operations: { DELETE: 'deleteMessage', PATCH: 'editMessage' },
                  },
                },
                settings: {
                  operations: { GET: 'getConversationSettings', PUT: 'replaceConversationSettings', PATCH: 'updateConversationSettings' },
                },
              },
            },
          },
          folders: {
            parameter: {
              operations: { DELETE: 'deleteFolder', GET: 'getFolder', PUT: 'replaceFolder' },
              literals: {
                move: {
                  parameter: {
                    operations: { POST: 'moveFolder' },
                  },
                },
              },
            },
          },
          integrations: {
            literals: {
              calendar: {
                literals: {
                  events: {
                    parameter: {
                      operations: { DELETE: 'deleteCalendarEvent', PUT: 'replaceCalendarEvent' },
                    },
                  },
                },
              },
            },
          },
          messages: {
            parameter: {
              literals: {
                attachments: {
                  operations: { GET: 'listAttachments', POST: 'uploadAttachment' },
                },
              },
            },
          },
          sessions: {
            parameter: {
              literals: {
                export: {
                  literals: {
                    markdown: {
                      operations: { GET: 'exportMarkdown' },
                    },
                    pdf: {
                      operations: { GET: 'exportPdf' },
                    },
                  },
                },
                share: {
                  operations: { POST: 'createShareLink' },
                  parameter: {
                    operations: { DELETE: 'revokeShareLink' },
                  },
                },
                shares: {
                  operations: { GET: 'listShareLinks' },
                },
              },
            },
          },
          shared: {
            parameter: {
              operations: { GET: 'getSharedConversation' },
            },
          },
          users: {
            parameter: {
              operations: { GET: 'getUser', PATCH: 'updateUser' },
              literals: {
                activate: {
                  operations: { PUT: 'activateUser' },
                },
                deactivate: {
                  operations: { PUT: 'deactivateUser' },
                },
                'promote-admin': {
                  operations: { PUT: 'promoteUserToAdmin' },
                },
                'revoke-admin': {
                  operations: { PUT: 'revokeUserAdmin' },
                },
              },
            },
          },
        },
      },
    },
  },
};
