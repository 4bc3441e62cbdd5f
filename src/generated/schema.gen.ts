// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.
export interface paths {
    readonly "/api/auth/register": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Register
         * @description Creates an account with the role `user` and opens its first session. E-mail addresses are compared without
         *     regard to case; a taken one is 409 `email_taken`.
         */
        readonly post: operations["register"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Login
         * @description Opens a session. An unknown address, a wrong password and a deactivated account get the same answer after the
         *     same work: 401 `invalid_credentials`.
         */
        readonly post: operations["login"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/refresh": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refresh Token
         * @description Exchanges a refresh token for a new pair; each token is good for one exchange. For ten seconds the same token
         *     answers the same successor, so that parallel tabs stay in one session. Any later reuse is taken for theft: it
         *     ends the session with all its tokens and answers 401 `invalid_refresh_token`.
         */
        readonly post: operations["refreshTokens"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/logout": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Logout
         * @description Ends the session of the access token: its access and refresh tokens are refused from then on, on every replica
         *     within a second. Sessions of the same account on other devices stay open.
         */
        readonly post: operations["logout"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Current User Info
         * @description The account behind the access token, as it is now.
         */
        readonly get: operations["getCurrentUser"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/oauth/{provider}/authorize": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Oauth Authorize
         * @description Starts a login at an external provider. Send the browser to `authorization_url`; the provider sends it back to
         *     the application with `code` and `state`, which go to the callback within ten minutes, once. A provider that is
         *     not configured answers 503 `not_configured`.
         */
        readonly get: operations["authorizeOauth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/oauth/{provider}/callback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Oauth Callback
         * @description Completes a login at an external provider. An account is found by the provider's own identifier, or linked by an
         *     e-mail address that the provider calls verified; an unverified one is 403 `email_not_verified`, and an existing
         *     administrator is never linked silently (409).
         */
        readonly post: operations["completeOauth"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/oauth/{provider}/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Oauth Provider Status
         * @description Whether a login at this provider can be offered.
         */
        readonly get: operations["getOauthProviderStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/users/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Current User Profile
         * @description The caller's own profile.
         */
        readonly get: operations["getMyProfile"];
        /**
         * Update Current User Profile
         * @description Replaces name and e-mail address of the caller. A new address needs the current password, since it decides who
         *     can take over the account.
         */
        readonly put: operations["updateMyProfile"];
        readonly post?: never;
        /**
         * Delete Current User Account
         * @description Deletes the caller's account with its conversations, files and links, and ends every session. What the audit
         *     trail says of the account stays, without its name. The last active admin has to stay: 409 `last_admin`.
         */
        readonly delete: operations["deleteMyAccount"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/users/me/change-password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Change Password
         * @description Sets a new password and ends every other session of the account. A wrong current password is 422; a password
         *     that is too easy to guess is 422 `weak_password`.
         */
        readonly post: operations["changeMyPassword"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/users/": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Users
         * @description Accounts, oldest first.
         */
        readonly get: operations["listUsers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/users/{user_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get User By Id
         * @description One account.
         */
        readonly get: operations["getUser"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Update User
         * @description Changes the given fields of an account. The last active admin can be neither demoted nor deactivated: 409
         *     `last_admin`.
         */
        readonly patch: operations["updateUser"];
        readonly trace?: never;
    };
    readonly "/api/users/{user_id}/activate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Activate User
         * @description Lets an account log in again. An active account stays as it is.
         */
        readonly put: operations["activateUser"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/users/{user_id}/deactivate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Deactivate User
         * @description Ends every session of an account and refuses new ones. The last active admin stays active: 409 `last_admin`.
         */
        readonly put: operations["deactivateUser"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/users/{user_id}/promote-admin": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Promote To Admin
         * @description Gives an active account the role `admin`. A deactivated account is 409.
         */
        readonly put: operations["promoteUserToAdmin"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/users/{user_id}/revoke-admin": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Revoke Admin Privileges
         * @description Takes the role `admin` from an account, which becomes a `user`. The last active admin keeps it (409).
         */
        readonly put: operations["revokeUserAdmin"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Health Check
         * @description The process is alive. No dependency is touched.
         */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Readiness Check
         * @description Whether this replica should get traffic. It should not while a dependency that it cannot do without is down
         *     (503 `dependency_unavailable`) or while it shuts down (503 `shutting_down`).
         */
        readonly get: operations["getReadiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/detailed": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Detailed Health Check
         * @description Every dependency with its state and latency. Optional services that are down make it `degraded`; a dependency
         *     that the gateway cannot do without makes it 503.
         */
        readonly get: operations["getDetailedHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/openai": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Openai Health Check
         * @description Whether the model provider answers, asked at most every 30 seconds. Without a key it is 503 `not_configured`;
         *     a provider that fails is 502, one that stays silent 504.
         */
        readonly get: operations["getOpenaiHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Prometheus Metrics
         * @description Figures of this process in the text form of Prometheus. When the operator set a token, it has to be sent as
         *     bearer token.
         */
        readonly get: operations["getMetrics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/cache/stats": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Cache Stats
         * @description The cache as this deployment uses it, by group of keys.
         */
        readonly get: operations["adminGetCacheStats"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/cache/clear": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Clear Cache
         * @description Empties the cache on every replica. Nothing but speed is lost.
         */
        readonly post: operations["adminClearCache"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/cache/invalidate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Invalidate Cache Pattern
         * @description Removes the keys that match a pattern, on every replica. `*` stands for any text. One call looks at a bounded
         *     number of keys; `complete` false asks for another call.
         */
        readonly post: operations["adminInvalidateCache"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/feature-flags": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Feature Flags
         * @description Every flag by name.
         */
        readonly get: operations["adminListFeatureFlags"];
        readonly put?: never;
        /**
         * Create Feature Flag
         * @description Adds a flag. A taken name is 409 `duplicate_name`; a value that is not of `flag_type` is 422.
         */
        readonly post: operations["adminCreateFeatureFlag"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/feature-flags/{flag_name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Feature Flag
         * @description One flag.
         */
        readonly get: operations["adminGetFeatureFlag"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete Feature Flag
         * @description Removes a flag; code that asks for it gets its own default.
         */
        readonly delete: operations["adminDeleteFeatureFlag"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Update Feature Flag
         * @description Changes the given fields; `value` null clears it. The type of a flag cannot change.
         */
        readonly patch: operations["adminUpdateFeatureFlag"];
        readonly trace?: never;
    };
    readonly "/api/admin/feature-flags/{flag_name}/toggle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Toggle Feature Flag
         * @description Turns a flag over. With `If-Match` a repeated or crossing call is 412 instead of turning it back.
         */
        readonly post: operations["adminToggleFeatureFlag"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/kb/documents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Documents
         * @description Documents of the knowledge base, newest first.
         */
        readonly get: operations["adminListDocuments"];
        readonly put?: never;
        /**
         * Upload Document
         * @description Adds a document of up to 100 MiB: PDF, DOCX, Markdown, HTML or plain text, told by its content. It is searched
         *     once a job has indexed it; until then `indexing_status` is `pending` or `processing`.
         */
        readonly post: operations["adminUploadDocument"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/kb/documents/{document_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Document
         * @description One document with the state of its index.
         */
        readonly get: operations["adminGetDocument"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete Document
         * @description Removes a document with its index and the cached answers that rest on it; a running job is stopped.
         */
        readonly delete: operations["adminDeleteDocument"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/panel/summary": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get System Summary
         * @description Counts for the first page of the administration.
         */
        readonly get: operations["adminGetSummary"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/panel/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get System Metrics
         * @description Figures by day in UTC, oldest first, with a zero for a day on which nothing happened.
         */
        readonly get: operations["adminGetMetrics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/panel/websocket-status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Websocket Status
         * @description Open sockets over all replicas.
         */
        readonly get: operations["adminGetWebsocketStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/panel/audit-logs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Audit Logs
         * @description The audit trail, newest first. Entries name people and things by id only; each carries its link of the hash
         *     chain.
         */
        readonly get: operations["adminListAuditLogs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/panel/users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Users
         * @description Accounts with what the administration wants to know of them, newest first.
         */
        readonly get: operations["adminListUsers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/panel/users/{user_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get User
         * @description One account.
         */
        readonly get: operations["adminGetUser"];
        /**
         * Update User
         * @description Replaces what an administrator decides of an account. A taken address is 409 `email_taken`; the last active
         *     admin can be neither demoted nor deactivated (409 `last_admin`). `reason` goes into the audit trail.
         */
        readonly put: operations["adminReplaceUser"];
        readonly post?: never;
        /**
         * Delete User
         * @description Deletes an account with everything that belongs to it. The last active admin has to stay (409 `last_admin`);
         *     one's own account is deleted under `/api/users/me` (409).
         */
        readonly delete: operations["adminDeleteUser"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/conversations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Conversations
         * @description The caller's conversations, newest activity first. Archived ones are among them unless `archived` says otherwise.
         */
        readonly get: operations["listConversations"];
        readonly put?: never;
        /**
         * Create Conversation
         * @description Opens an empty conversation. A folder has to be one of the caller's.
         */
        readonly post: operations["createConversation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/conversations/{conversation_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Conversation
         * @description One conversation, without its messages.
         */
        readonly get: operations["getConversation"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete Conversation
         * @description Deletes the conversation with its messages, branches, settings, events and share links.
         */
        readonly delete: operations["deleteConversation"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Update Conversation
         * @description Changes the given fields; `folder_id` null takes the conversation out of its folder.
         */
        readonly patch: operations["updateConversation"];
        readonly trace?: never;
    };
    readonly "/api/conversations/{conversation_id}/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Messages
         * @description The messages of a branch, oldest first. A branch shows the messages before its fork as well.
         */
        readonly get: operations["listMessages"];
        readonly put?: never;
        /**
         * Create Message
         * @description Stores a message. With `reply` the assistant answers it as well: as JSON when the answer is complete, or, with
         *     `Accept: text/event-stream`, as it is written: `message` (the stored message), `delta` (a piece of the answer),
         *     `citations`, `done` (the stored answer) or `error`. A stream that broke off resumes with `Last-Event-ID`.
         *     The same `client_message_id` with the same content answers the stored message, with another content 409.
         */
        readonly post: operations["createMessage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/conversations/{conversation_id}/messages/{message_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete Message
         * @description Takes a message out of every view, shares and exports included. Messages that follow it stay; a message from
         *     which a branch was forked cannot be deleted (409).
         */
        readonly delete: operations["deleteMessage"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Edit Message
         * @description Replaces the content of one of the caller's own messages; earlier versions stay in the event log. An answer of
         *     the assistant cannot be edited (409).
         */
        readonly patch: operations["editMessage"];
        readonly trace?: never;
    };
    readonly "/api/conversations/{conversation_id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Conversation Events
         * @description The durable log of the conversation in order. Every change appears in it once, with a sequence number without
         *     gaps. With `Accept: text/event-stream` the log is sent from the given position and then live.
         */
        readonly get: operations["listConversationEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/conversations/{conversation_id}/settings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Conversation Settings
         * @description How the assistant answers in this conversation. A field that is null follows the gateway's default.
         */
        readonly get: operations["getConversationSettings"];
        /**
         * Update Conversation Settings
         * @description Replaces all settings; every field has to be given.
         */
        readonly put: operations["replaceConversationSettings"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Patch Conversation Settings
         * @description Changes the given fields; null goes back to the default.
         */
        readonly patch: operations["updateConversationSettings"];
        readonly trace?: never;
    };
    readonly "/api/conversations/{session_id}/branches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Branches
         * @description The branches of a conversation as a flat list, `main` first; `parent_branch_id` makes the tree.
         */
        readonly get: operations["listBranches"];
        readonly put?: never;
        /**
         * Create Branch
         * @description Forks the conversation behind a message. The branch shares everything up to that message; with `first_message`
         *     it starts with a message of its own. A conversation has at most 200 branches (409 beyond).
         */
        readonly post: operations["createBranch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/conversations/{session_id}/branches/{branch_id}/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Branch Messages
         * @description The messages of a branch, oldest first, with those it shares with its parents up to the fork; `shared` tells
         *     them apart.
         */
        readonly get: operations["listBranchMessages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/messages/{message_id}/attachments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Attachments
         * @description The files of one message, oldest first. A message carries at most 20 of them.
         */
        readonly get: operations["listAttachments"];
        readonly put?: never;
        /**
         * Upload Attachment
         * @description Adds one file of 1 byte to 10 MiB to a message. PDF, plain text, Markdown, PNG, JPEG, GIF, DOC and DOCX are
         *     taken; what a file is follows from its bytes, neither from its name nor from the declared type (415 otherwise).
         *     A message that has 20 attachments, or an account whose storage quota is used up, answers 409.
         */
        readonly post: operations["uploadAttachment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/attachments/{attachment_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete Attachment
         * @description Removes the attachment and its bytes. The quota it used is free again at once.
         */
        readonly delete: operations["deleteAttachment"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/attachments/{attachment_id}/download": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Download Attachment
         * @description The bytes as they were uploaded, always as a download and never for display in place; the recorded type is
         *     `mime_type` of the attachment. The bytes of an attachment never change, so its `ETag` is strong and an
         *     interrupted download can go on with `Range` and `If-Range`. One range per request; a request for several
         *     gets the whole body.
         */
        readonly get: operations["downloadAttachment"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/clinical-contexts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create Clinical Context
         * @description Records what is known of the patient. With `session_id` it belongs to that conversation and goes into its
         *     prompts; a conversation has at most one (a second is 409), and one that is not the caller's answers 404.
         *     Without `session_id` it stands alone and reaches no prompt. Values outside the ranges, or a diastolic above
         *     the systolic pressure, are refused with 422.
         */
        readonly post: operations["createClinicalContext"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/clinical-contexts/current": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Current Clinical Context
         * @description With `session_id` the context of that conversation and of no other; without it the one of the caller that
         *     was changed last, which may concern another patient. 404 when there is none, or when the conversation is
         *     not the caller's.
         */
        readonly get: operations["getCurrentClinicalContext"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/clinical-contexts/{context_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Clinical Context
         * @description One clinical context of the caller.
         */
        readonly get: operations["getClinicalContext"];
        /**
         * Update Clinical Context
         * @description Replaces every clinical value. All fields have to be present (`null`, `[]` or `{}` where nothing is
         *     known), so that no value is lost by omission; inside `vitals` an absent measurement counts as `null`.
         *     The conversation of a context does not change.
         */
        readonly put: operations["replaceClinicalContext"];
        readonly post?: never;
        /**
         * Delete Clinical Context
         * @description Removes the context. Answers written from now on do not know it any more; earlier ones stay as they are.
         */
        readonly delete: operations["deleteClinicalContext"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/folders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Folders
         * @description The folders directly inside `parent_id`, or those at the top when it is absent, by name. A parent that is
         *     not the caller's answers 404. All levels at once are given by `GET /api/folders/tree`.
         */
        readonly get: operations["listFolders"];
        readonly put?: never;
        /**
         * Create Folder
         * @description Creates a folder at the top or inside `parent_folder_id`; a parent that is not the caller's answers 404.
         *     Siblings differ in name, regardless of case (409 `duplicate_name`). An account has at most 1,000 folders in
         *     at most 10 levels (409 `conflict`).
         */
        readonly post: operations["createFolder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/folders/tree": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Folder Tree
         * @description Every folder of the caller, nested, each level by name.
         */
        readonly get: operations["getFolderTree"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/folders/{folder_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Folder
         * @description One folder of the caller.
         */
        readonly get: operations["getFolder"];
        /**
         * Update Folder
         * @description Replaces name, look and place. All four fields have to be present, so that a forgotten `parent_folder_id`
         *     cannot move the folder; `null` there puts it at the top. A parent that is not the caller's answers 404, a
         *     sibling of that name 409 `duplicate_name`, a parent inside the folder itself 409 `folder_cycle`, and more
         *     than 10 levels 409 `conflict`.
         */
        readonly put: operations["replaceFolder"];
        readonly post?: never;
        /**
         * Delete Folder
         * @description Removes the folder only: its subfolders go to the top, its conversations lie in no folder afterwards and keep
         *     their `updated_at`. When a subfolder has the name of a folder at the top, nothing is changed and the answer
         *     is 409 `duplicate_name`.
         */
        readonly delete: operations["deleteFolder"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/folders/{folder_id}/move/{target_folder_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Move Folder
         * @description Puts a folder, with all it holds, inside another. Moving it to where it already is changes nothing. Into
         *     itself or into a folder below it is 409 `folder_cycle`, a sibling of that name 409 `duplicate_name`, more
         *     than 10 levels 409 `conflict`. To the top: `PUT` with `parent_folder_id: null`.
         */
        readonly post: operations["moveFolder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sessions/{session_id}/export/markdown": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Export Markdown
         * @description One branch of the conversation as a Markdown document (UTF-8), written while it is read. Message content
         *     stands in it as text and cannot change the structure of the document. A branch that the conversation does
         *     not have answers 404.
         */
        readonly get: operations["exportMarkdown"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sessions/{session_id}/export/pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Export Pdf
         * @description One branch of the conversation as a PDF with selectable text in every script, written while it is read.
         *     Message content is set as text; nothing in it is loaded or run. A branch that the conversation does not have
         *     answers 404.
         */
        readonly get: operations["exportPdf"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sessions/{session_id}/share": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create Share Link
         * @description Makes a link under which one branch of the conversation can be read, live, until it expires or is revoked.
         *     The token is in this answer only (and in its replay under the same `Idempotency-Key`); the gateway keeps no
         *     more than its hash. A conversation has at most 50 live links (409). An unknown branch answers 404.
         */
        readonly post: operations["createShareLink"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sessions/{session_id}/share/{share_token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke Share Link
         * @description Ends a link at once, on every replica. It is named by its token or by its `id`, which the list gives. A link
         *     of another conversation answers 404.
         */
        readonly delete: operations["revokeShareLink"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sessions/{session_id}/shares": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Share Links
         * @description The live links of the conversation, newest first, without their tokens. Expired and revoked links are not
         *     among them.
         */
        readonly get: operations["listShareLinks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/shared/{share_token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Shared Conversation
         * @description The shared branch as it is now, oldest message first, a page at a time; nothing in it tells who owns it.
         *     Unknown, revoked and expired links answer 404 alike. A link with `allow_anonymous: false` needs a bearer
         *     token of any account (401 `unauthenticated`); elsewhere a bearer is neither needed nor looked at. A protected
         *     link needs its password with every page (401 `share_password_required`, `share_password_wrong`). The access
         *     is counted with the first page.
         */
        readonly get: operations["getSharedConversation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/voice/transcribe": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Transcribe audio to text
         * @description Turns one recording of up to 25 MiB into text. The kind of audio is told by its content. Nothing is stored.
         *     Without a speech service it is 503 `not_configured`.
         */
        readonly post: operations["transcribeAudio"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/voice/synthesize": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Synthesize speech from text
         * @description Speaks a text. The answer's content type says which format it is; a text is split at sentences where the
         *     speech service has a limit of its own.
         */
        readonly post: operations["synthesizeSpeech"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/voice/realtime-session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create Realtime API session
         * @description Prepares a spoken conversation that the client holds directly with the speech service. The token is good for
         *     this one session and expires soon; the gateway's own key is never given out. A conversation has to be the
         *     caller's.
         */
        readonly post: operations["createRealtimeSession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/voice/relay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Relay final voice transcript to RAG
         * @description Stores a finished transcript as a message of the conversation and lets the assistant answer it. A retry with
         *     the same `client_message_id` and the same text answers the stored pair.
         */
        readonly post: operations["relayTranscript"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/voice/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Submit voice session metrics
         * @description Reports how a spoken session goes. Values are totals of the session, so that a later report of the same session
         *     replaces an earlier one.
         */
        readonly post: operations["submitVoiceMetrics"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/integrations/calendar/calendars": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Calendars
         * @description The calendars of the account in use: the caller's own connection, else the gateway's account, which only
         *     admins may use.
         */
        readonly get: operations["listCalendars"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/integrations/calendar/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Events
         * @description What takes place between two times, in order of start. A recurring event appears once for each occurrence.
         */
        readonly get: operations["listCalendarEvents"];
        readonly put?: never;
        /**
         * Create Event
         * @description Adds an event. `end` has to lie behind `start`.
         */
        readonly post: operations["createCalendarEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/integrations/calendar/events/{event_uid}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Update Event
         * @description Replaces an event, with a recurring one the whole series. What the calendar holds beside these fields, such as
         *     alarms and attendees, stays.
         */
        readonly put: operations["replaceCalendarEvent"];
        readonly post?: never;
        /**
         * Delete Event
         * @description Removes an event, with a recurring one the whole series.
         */
        readonly delete: operations["deleteCalendarEvent"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/integrations/email/folders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Email Folders
         * @description The folders of the mailbox in use: the caller's own connection, else the gateway's account, which only admins
         *     may use.
         */
        readonly get: operations["listEmailFolders"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/integrations/email/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Email Messages
         * @description Messages of a folder, newest first, without their bodies.
         */
        readonly get: operations["listEmailMessages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/integrations/email/send": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send Email
         * @description Sends a message from the account in use. Recipients that the mail server refuses are listed with its reason;
         *     when it refuses all of them the answer is 502.
         */
        readonly post: operations["sendEmail"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/integrations/files/index": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Index Specific File
         * @description Brings one file of the connected storage into the knowledge base. A job does it; the document says how far it
         *     is. An unchanged file is not indexed again.
         */
        readonly post: operations["indexFile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/integrations/files/scan-and-index": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Scan And Index Files
         * @description Compares the watched folders of the connected storage with the knowledge base and sets jobs for what is new or
         *     changed; documents of vanished files are removed. A scan that is running is answered instead of a second one.
         */
        readonly post: operations["scanAndIndexFiles"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: uuid
         * @description Identifier made by the server.
         */
        readonly Uuid: string;
        /**
         * Format: date-time
         * @description RFC 3339 in UTC with milliseconds and `Z`.
         */
        readonly Timestamp: string;
        /**
         * Format: int32
         * @description Rows asked for.
         */
        readonly PageSizeValue: number;
        /**
         * Format: int64
         * @description Rows in the whole list.
         */
        readonly TotalValue: number;
        /** @description Position of the next page; null on the last one. */
        readonly NextCursorValue: string | null;
        /**
         * Format: int32
         * @description Number of this page; present when the request was numbered.
         */
        readonly PageValue: number;
        /**
         * @description What went wrong, for programs. A closed list.
         * @enum {string}
         */
        readonly ErrorCode: "malformed_request" | "malformed_json" | "invalid_cursor" | "unauthenticated" | "invalid_credentials" | "invalid_refresh_token" | "share_password_required" | "share_password_wrong" | "forbidden" | "email_not_verified" | "not_found" | "method_not_allowed" | "conflict" | "email_taken" | "idempotency_key_reused" | "last_admin" | "duplicate_name" | "folder_cycle" | "precondition_failed" | "payload_too_large" | "unsupported_media_type" | "range_not_satisfiable" | "validation_failed" | "page_too_deep" | "weak_password" | "rate_limited" | "internal_error" | "not_implemented" | "upstream_error" | "not_configured" | "dependency_unavailable" | "shutting_down" | "upstream_timeout";
        /** @description One violation of the contract. */
        readonly ProblemError: {
            /**
             * @description Part of the request.
             * @enum {string}
             */
            readonly in: "path" | "query" | "header" | "cookie" | "body";
            /** @description JSON Pointer into that part; never the rejected value. */
            readonly path: string;
            /** @description What is required there. */
            readonly message: string;
            /** @description Name of the violated rule, such as `required`, `maxLength` or `format`. */
            readonly rule: string;
        };
        /** @description The one form of every error (RFC 9457). */
        readonly Problem: {
            /** @description URI reference of the kind of problem. */
            readonly type: string;
            /** @description The kind of problem in words. */
            readonly title: string;
            /**
             * Format: int32
             * @description HTTP status, as in the status line.
             */
            readonly status: number;
            /** @description What happened in this request and what helps. */
            readonly detail: string;
            /** @description Path of the request. */
            readonly instance: string;
            readonly code: components["schemas"]["ErrorCode"];
            /** @description Id to quote to the operator; also in `X-Request-ID`. */
            readonly request_id: string;
            /** @description Each violation, with 422. */
            readonly errors?: readonly components["schemas"]["ProblemError"][];
        };
        /** @description A new account. */
        readonly Registration: {
            /**
             * Format: email
             * @description Address to log in with.
             */
            readonly email: string;
            /**
             * Format: password
             * @description At least 12 characters.
             */
            readonly password: string;
            /** @description Name as it is shown. */
            readonly full_name?: string | null;
        };
        /** @description Who opens a session. */
        readonly Login: {
            /** Format: email */
            readonly email: string;
            /** Format: password */
            readonly password: string;
        };
        /** @description The refresh token to exchange. */
        readonly RefreshRequest: {
            readonly refresh_token: string;
        };
        /** @description What a client holds of a session. */
        readonly TokenPair: {
            /** @description JWT for `Authorization: Bearer`. */
            readonly access_token: string;
            /** @description Good for one exchange within seven days. */
            readonly refresh_token: string;
            /** @enum {string} */
            readonly token_type: "bearer";
            /**
             * Format: int32
             * @description Seconds until the access token expires.
             */
            readonly expires_in: number;
        };
        /** @description An account. */
        readonly User: {
            readonly id: components["schemas"]["Uuid"];
            /** Format: email */
            readonly email: string;
            readonly full_name: string | null;
            /**
             * @description `viewer` reads the administration, `admin` changes it.
             * @enum {string}
             */
            readonly role: "user" | "viewer" | "admin";
            /** @description Whether it can log in. */
            readonly is_active: boolean;
            readonly created_at: components["schemas"]["Timestamp"];
            readonly updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @description Null before the first login.
             */
            readonly last_login_at: string | null;
        };
        /** @description A new account and the tokens of its first session. */
        readonly RegisteredAccount: {
            readonly user: components["schemas"]["User"];
            /** @description JWT for `Authorization: Bearer`. */
            readonly access_token: string;
            /** @description Good for one exchange within seven days. */
            readonly refresh_token: string;
            /** @enum {string} */
            readonly token_type: "bearer";
            /**
             * Format: int32
             * @description Seconds until the access token expires.
             */
            readonly expires_in: number;
        };
        /** @description The start of a login at a provider. */
        readonly OauthAuthorization: {
            /**
             * Format: uri
             * @description Where to send the browser.
             */
            readonly authorization_url: string;
            /** @description Comes back with the code; good once. */
            readonly state: string;
            /**
             * Format: int32
             * @description Seconds within which the login has to be completed.
             */
            readonly expires_in: number;
        };
        /** @description What the provider sent back through the browser. */
        readonly OauthCompletion: {
            readonly code: string;
            readonly state: string;
        };
        /** @description State of a provider. */
        readonly OauthProviderStatus: {
            readonly provider: string;
            /** @description Whether a login can be started. */
            readonly configured: boolean;
        };
        /** @description The caller's profile as it shall be. */
        readonly ProfileReplace: {
            readonly full_name: string | null;
            /** Format: email */
            readonly email: string;
            /**
             * Format: password
             * @description Needed when the address changes.
             */
            readonly current_password?: string;
        };
        /** @description Proof that the account's owner asks. */
        readonly PasswordConfirmation: {
            /** Format: password */
            readonly password: string;
        };
        /** @description The old and the new password. */
        readonly PasswordChange: {
            /** Format: password */
            readonly current_password: string;
            /** Format: password */
            readonly new_password: string;
        };
        /** @description Changes to an account; an absent field stays. */
        readonly UserUpdate: {
            readonly full_name?: string | null;
            /** @enum {string} */
            readonly role?: "user" | "viewer" | "admin";
            readonly is_active?: boolean;
        };
        /** @description One page of accounts. */
        readonly UserPage: {
            readonly items: readonly components["schemas"]["User"][];
            readonly page_size: components["schemas"]["PageSizeValue"];
            readonly total: components["schemas"]["TotalValue"];
            readonly next_cursor: components["schemas"]["NextCursorValue"];
            readonly page?: components["schemas"]["PageValue"];
        };
        /** @description Sign of life. */
        readonly Health: {
            /** @enum {string} */
            readonly status: "healthy";
            /** @description Version of the gateway. */
            readonly version: string;
            readonly timestamp: components["schemas"]["Timestamp"];
        };
        /** @description State of one dependency. */
        readonly DependencyCheck: {
            /** @description Name of the dependency. */
            readonly name: string;
            /** @enum {string} */
            readonly status: "ok" | "failed" | "not_configured";
            /**
             * Format: double
             * @description Null when it was not asked.
             */
            readonly latency_ms: number | null;
        };
        /** @description Whether the replica takes traffic. */
        readonly Readiness: {
            /** @enum {string} */
            readonly status: "ready";
            readonly checks: readonly components["schemas"]["DependencyCheck"][];
            readonly timestamp: components["schemas"]["Timestamp"];
        };
        /** @description Every dependency of the replica. */
        readonly DetailedHealth: {
            /** @enum {string} */
            readonly status: "healthy" | "degraded";
            /** @description Version of the gateway. */
            readonly version: string;
            /** Format: int64 */
            readonly uptime_seconds: number;
            readonly checks: readonly components["schemas"]["DependencyCheck"][];
            readonly timestamp: components["schemas"]["Timestamp"];
        };
        /** @description State of the model provider. */
        readonly ModelProviderHealth: {
            /** @enum {string} */
            readonly status: "ok";
            /** Format: double */
            readonly latency_ms: number;
            readonly checked_at: components["schemas"]["Timestamp"];
        };
        /** @description Keys with one beginning. */
        readonly CacheGroup: {
            readonly name: string;
            /** Format: int64 */
            readonly keys: number;
        };
        /** @description State of the cache. */
        readonly CacheStats: {
            /** @enum {string} */
            readonly backend: "memory" | "redis";
            /** @description False while Redis is out of reach and the gateway works without a cache. */
            readonly connected: boolean;
            /** Format: int64 */
            readonly keys: number;
            /**
             * Format: int64
             * @description Null when only memory limits it.
             */
            readonly max_keys: number | null;
            /** Format: int64 */
            readonly memory_bytes: number | null;
            /** Format: int64 */
            readonly hits: number;
            /** Format: int64 */
            readonly misses: number;
            /**
             * Format: double
             * @description Null before the first question.
             */
            readonly hit_ratio: number | null;
            /** Format: int64 */
            readonly uptime_seconds: number;
            readonly groups: readonly components["schemas"]["CacheGroup"][];
        };
        /** @description Result of a clearing. */
        readonly CacheCleared: {
            /** Format: int64 */
            readonly keys_removed: number;
        };
        /** @description Which keys to remove. */
        readonly CacheInvalidation: {
            /** @description Begins with the name of a group. */
            readonly pattern: string;
            /**
             * @description Only count.
             * @default false
             */
            readonly dry_run?: boolean;
        };
        /** @description Result of an invalidation. */
        readonly CacheInvalidated: {
            readonly pattern: string;
            readonly dry_run: boolean;
            /** Format: int64 */
            readonly keys_matched: number;
            /** Format: int64 */
            readonly keys_removed: number;
            /** @description False when the bound of one call was reached. */
            readonly complete: boolean;
        };
        /**
         * @description Type of a flag's value.
         * @enum {string}
         */
        readonly FeatureFlagType: "boolean" | "string" | "number" | "json";
        /** @description A switch that the server itself asks. */
        readonly FeatureFlag: {
            readonly name: string;
            readonly description: string;
            readonly flag_type: components["schemas"]["FeatureFlagType"];
            readonly enabled: boolean;
            /** @description Value while it is on, of the type `flag_type`. */
            readonly value: unknown;
            /** @description Value while it is off, of the type `flag_type`. */
            readonly default_value: unknown;
            /**
             * Format: int32
             * @description Share of users for whom it is on.
             */
            readonly rollout_percentage: number;
            /** @description Roles for whom it is on whatever the share. */
            readonly user_groups: readonly string[];
            /** @description Environments in which it is off for everybody. */
            readonly disabled_environments: readonly string[];
            /** @description What the administrators note. */
            readonly metadata: {
                readonly [key: string]: unknown;
            };
            readonly created_at: components["schemas"]["Timestamp"];
            readonly updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One page of flags. */
        readonly FeatureFlagPage: {
            readonly items: readonly components["schemas"]["FeatureFlag"][];
            readonly page_size: components["schemas"]["PageSizeValue"];
            readonly total: components["schemas"]["TotalValue"];
            readonly next_cursor: components["schemas"]["NextCursorValue"];
            readonly page?: components["schemas"]["PageValue"];
        };
        /** @description A new flag. */
        readonly FeatureFlagCreate: {
            readonly name: string;
            readonly description: string;
            /**
             * @default boolean
             * @enum {string}
             */
            readonly flag_type?: "boolean" | "string" | "number" | "json";
            /** @default false */
            readonly enabled?: boolean;
            /** @description Value while it is on, of the type `flag_type`. */
            readonly value?: unknown;
            /** @description Value while it is off, of the type `flag_type`. */
            readonly default_value?: unknown;
            /**
             * Format: int32
             * @default 100
             */
            readonly rollout_percentage?: number;
            /** @default [] */
            readonly user_groups?: readonly string[];
            /** @default [] */
            readonly disabled_environments?: readonly string[];
            /** @description What the administrators note. */
            readonly metadata?: {
                readonly [key: string]: unknown;
            };
        };
        /** @description Changes to a flag; an absent field stays. */
        readonly FeatureFlagUpdate: {
            readonly description?: string;
            readonly enabled?: boolean;
            /** @description Value while it is on, of the flag's type. */
            readonly value?: unknown;
            /** @description Value while it is off, of the flag's type. */
            readonly default_value?: unknown;
            /** Format: int32 */
            readonly rollout_percentage?: number;
            readonly user_groups?: readonly string[];
            readonly disabled_environments?: readonly string[];
            /** @description What the administrators note. */
            readonly metadata?: {
                readonly [key: string]: unknown;
            };
        };
        /**
         * @description Kind of a document.
         * @enum {string}
         */
        readonly DocumentSourceType: "guideline" | "textbook" | "journal" | "note" | "uploaded";
        /**
         * @description State of a document's index.
         * @enum {string}
         */
        readonly IndexingStatus: "pending" | "processing" | "ready" | "failed";
        /** @description A document of the knowledge base. */
        readonly Document: {
            readonly id: components["schemas"]["Uuid"];
            readonly title: string;
            readonly source_type: components["schemas"]["DocumentSourceType"];
            /** @description As the client named it. */
            readonly file_name: string;
            /** @description By content. */
            readonly mime_type: string;
            /** Format: int64 */
            readonly size_bytes: number;
            /** @description Hexadecimal hash of the file. */
            readonly sha256: string;
            readonly indexing_status: components["schemas"]["IndexingStatus"];
            /** @description Why the index failed; null otherwise. */
            readonly failure_reason: string | null;
            /** Format: int32 */
            readonly chunk_count: number;
            /** Format: int64 */
            readonly token_count: number;
            /** @description What is known of the source, such as author and year. */
            readonly metadata: {
                readonly [key: string]: unknown;
            };
            readonly created_at: components["schemas"]["Timestamp"];
            readonly updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @description Null before it was ready for the first time.
             */
            readonly indexed_at: string | null;
        };
        /** @description One page of documents. */
        readonly DocumentPage: {
            readonly items: readonly components["schemas"]["Document"][];
            readonly page_size: components["schemas"]["PageSizeValue"];
            readonly total: components["schemas"]["TotalValue"];
            readonly next_cursor: components["schemas"]["NextCursorValue"];
            readonly page?: components["schemas"]["PageValue"];
        };
        /** @description A file and what is known of it. */
        readonly DocumentUpload: {
            /**
             * Format: binary
             * @description The document itself.
             */
            readonly file: string;
            /** @description The file name when absent. */
            readonly title?: string;
            /**
             * @default uploaded
             * @enum {string}
             */
            readonly source_type?: "guideline" | "textbook" | "journal" | "note" | "uploaded";
        };
        /** @description Accounts by state. */
        readonly UserCounts: {
            /** Format: int64 */
            readonly total: number;
            /** Format: int64 */
            readonly active: number;
            /** Format: int64 */
            readonly admins: number;
            /** Format: int64 */
            readonly viewers: number;
        };
        /** @description Documents by state. */
        readonly DocumentCounts: {
            /** Format: int64 */
            readonly total: number;
            /** Format: int64 */
            readonly ready: number;
            /** Format: int64 */
            readonly failed: number;
        };
        /** @description Counts of the whole deployment. */
        readonly SystemSummary: {
            readonly users: components["schemas"]["UserCounts"];
            /** Format: int64 */
            readonly conversations: number;
            /** Format: int64 */
            readonly messages: number;
            readonly documents: components["schemas"]["DocumentCounts"];
            /** Format: int32 */
            readonly open_websockets: number;
            readonly generated_at: components["schemas"]["Timestamp"];
        };
        /** @description What happened on one day. */
        readonly DailyFigures: {
            /** Format: date */
            readonly date: string;
            /** Format: int64 */
            readonly registrations: number;
            /**
             * Format: int64
             * @description Accounts with a session in use that day.
             */
            readonly active_users: number;
            /**
             * Format: int64
             * @description Conversations created.
             */
            readonly conversations: number;
            /**
             * Format: int64
             * @description Messages written.
             */
            readonly messages: number;
        };
        /** @description Figures by day. */
        readonly SystemMetrics: {
            readonly days: readonly components["schemas"]["DailyFigures"][];
            /** Format: int32 */
            readonly period_days: number;
            readonly generated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description What a socket is for.
         * @enum {string}
         */
        readonly WebsocketKind: "chat" | "voice";
        /** @description Sockets by kind. */
        readonly WebsocketCounts: {
            /** Format: int32 */
            readonly chat: number;
            /** Format: int32 */
            readonly voice: number;
        };
        /** @description Sockets of one replica. */
        readonly ReplicaSockets: {
            readonly replica_id: string;
            /** Format: int32 */
            readonly open: number;
            readonly seen_at: components["schemas"]["Timestamp"];
        };
        /** @description One open socket. */
        readonly OpenSocket: {
            readonly socket_id: components["schemas"]["Uuid"];
            readonly user_id: components["schemas"]["Uuid"];
            readonly kind: components["schemas"]["WebsocketKind"];
            readonly opened_at: components["schemas"]["Timestamp"];
        };
        /** @description Open sockets. */
        readonly WebsocketStatus: {
            /** Format: int32 */
            readonly open: number;
            readonly by_kind: components["schemas"]["WebsocketCounts"];
            readonly replicas: readonly components["schemas"]["ReplicaSockets"][];
            /** @description The newest sockets. */
            readonly recent: readonly components["schemas"]["OpenSocket"][];
            readonly generated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description How an action ended.
         * @enum {string}
         */
        readonly AuditOutcome: "succeeded" | "refused";
        /** @description One entry of the audit trail. */
        readonly AuditEntry: {
            /**
             * Format: int64
             * @description Position in the chain.
             */
            readonly seq: number;
            /** @description What was done, such as `session.open`. */
            readonly action: string;
            readonly outcome: components["schemas"]["AuditOutcome"];
            /** @description Code of the refusal. */
            readonly error_code: string | null;
            /**
             * Format: uuid
             * @description Null when nobody was known.
             */
            readonly actor_id: string | null;
            /** @enum {string|null} */
            readonly actor_role: "user" | "viewer" | "admin" | null;
            /** @description Kind of what was acted on. */
            readonly object_type: string | null;
            readonly object_id: string | null;
            readonly request_id: string;
            readonly ip: string | null;
            /** @description Names of changed fields and other facts without clinical content. */
            readonly details: {
                readonly [key: string]: string;
            };
            readonly occurred_at: components["schemas"]["Timestamp"];
            /** @description Link of the chain in hexadecimal. */
            readonly hash: string;
        };
        /** @description One page of the audit trail. */
        readonly AuditEntryPage: {
            readonly items: readonly components["schemas"]["AuditEntry"][];
            readonly page_size: components["schemas"]["PageSizeValue"];
            readonly total: components["schemas"]["TotalValue"];
            readonly next_cursor: components["schemas"]["NextCursorValue"];
            readonly page?: components["schemas"]["PageValue"];
        };
        /** @description An account as administrators see it. */
        readonly AdminUser: {
            readonly id: components["schemas"]["Uuid"];
            /** Format: email */
            readonly email: string;
            readonly full_name: string | null;
            /** @enum {string} */
            readonly role: "user" | "viewer" | "admin";
            readonly is_active: boolean;
            /** @description External providers that are linked. */
            readonly identity_providers: readonly string[];
            /** Format: int32 */
            readonly open_sessions: number;
            /** Format: int32 */
            readonly conversation_count: number;
            readonly created_at: components["schemas"]["Timestamp"];
            readonly updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @description Null before the first login.
             */
            readonly last_login_at: string | null;
        };
        /** @description One page of accounts. */
        readonly AdminUserPage: {
            readonly items: readonly components["schemas"]["AdminUser"][];
            readonly page_size: components["schemas"]["PageSizeValue"];
            readonly total: components["schemas"]["TotalValue"];
            readonly next_cursor: components["schemas"]["NextCursorValue"];
            readonly page?: components["schemas"]["PageValue"];
        };
        /** @description What an administrator decides of an account. */
        readonly AdminUserReplace: {
            /** Format: email */
            readonly email: string;
            readonly full_name: string | null;
            /** @enum {string} */
            readonly role: "user" | "viewer" | "admin";
            readonly is_active: boolean;
            /** @description Why; kept in the audit trail without names. */
            readonly reason?: string;
        };
        /** @description A chat of one user. */
        readonly Conversation: {
            readonly id: components["schemas"]["Uuid"];
            readonly title: string;
            /**
             * Format: uuid
             * @description Null when it lies in no folder.
             */
            readonly folder_id: string | null;
            readonly archived: boolean;
            /**
             * Format: int32
             * @description Messages of all branches that are not deleted.
             */
            readonly message_count: number;
            /** @description Beginning of the newest message in one line. */
            readonly last_message_preview: string | null;
            /**
             * Format: date-time
             * @description Null while it is empty.
             */
            readonly last_message_at: string | null;
            readonly created_at: components["schemas"]["Timestamp"];
            readonly updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One page of conversations. */
        readonly ConversationPage: {
            readonly items: readonly components["schemas"]["Conversation"][];
            readonly page_size: components["schemas"]["PageSizeValue"];
            readonly total: components["schemas"]["TotalValue"];
            readonly next_cursor: components["schemas"]["NextCursorValue"];
            readonly page?: components["schemas"]["PageValue"];
        };
        /** @description A new conversation. */
        readonly ConversationCreate: {
            /** @default New conversation */
            readonly title?: string;
            /**
             * Format: uuid
             * @description Folder to lie in.
             */
            readonly folder_id?: string | null;
        };
        /** @description Changes to a conversation; an absent field stays. */
        readonly ConversationUpdate: {
            readonly title?: string;
            /**
             * Format: uuid
             * @description Null takes it out of its folder.
             */
            readonly folder_id?: string | null;
            readonly archived?: boolean;
        };
        /** @description A passage that an answer rests on. */
        readonly Citation: {
            /**
             * Format: int32
             * @description Number by which the answer refers to it.
             */
            readonly number: number;
            /**
             * Format: uuid
             * @description Null when the document was deleted.
             */
            readonly document_id: string | null;
            /** Format: uuid */
            readonly chunk_id: string | null;
            /** @description Title of the document. */
            readonly title: string;
            /** @description The passage itself. */
            readonly quote: string;
            /** Format: int32 */
            readonly page_number: number | null;
            /** Format: uri */
            readonly url: string | null;
            /**
             * Format: double
             * @description How well it fits the question.
             */
            readonly score: number | null;
        };
        /** @description A message of a conversation. */
        readonly Message: {
            readonly id: components["schemas"]["Uuid"];
            readonly conversation_id: components["schemas"]["Uuid"];
            /** @description `main` or the id of a branch. */
            readonly branch_id: string;
            /**
             * Format: uuid
             * @description Message that this one answers or follows.
             */
            readonly parent_message_id: string | null;
            /** @enum {string} */
            readonly role: "user" | "assistant" | "system";
            readonly content: string;
            /** @description The sender's own name for the message. */
            readonly client_message_id: string | null;
            readonly citations: readonly components["schemas"]["Citation"][];
            /** @description What the sender attached. */
            readonly metadata: {
                readonly [key: string]: unknown;
            };
            /** @description Model that wrote an answer; null for messages of people. */
            readonly model: string | null;
            /** @description What an answer cost; null for messages of people. */
            readonly token_usage: {
                /** Format: int32 */
                readonly prompt_tokens: number;
                /** Format: int32 */
                readonly completion_tokens: number;
            } | null;
            readonly created_at: components["schemas"]["Timestamp"];
            readonly updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @description Null while the content is the first one.
             */
            readonly edited_at: string | null;
        };
        /** @description One page of messages. */
        readonly MessagePage: {
            readonly items: readonly components["schemas"]["Message"][];
            readonly page_size: components["schemas"]["PageSizeValue"];
            readonly total: components["schemas"]["TotalValue"];
            readonly next_cursor: components["schemas"]["NextCursorValue"];
            readonly page?: components["schemas"]["PageValue"];
        };
        /** @description A message to store. */
        readonly MessageCreate: {
            /**
             * @description Answers are written by the assistant alone.
             * @default user
             * @enum {string}
             */
            readonly role?: "user" | "system";
            readonly content: string;
            /** @default main */
            readonly branch_id?: string;
            /**
             * Format: uuid
             * @description A message of the same conversation.
             */
            readonly parent_message_id?: string | null;
            /** @description The sender's own name for the message; makes a retry safe. */
            readonly client_message_id?: string;
            /**
             * @description Whether the assistant shall answer.
             * @default false
             */
            readonly reply?: boolean;
            /**
             * Format: uuid
             * @description Clinical context for the answer.
             */
            readonly clinical_context_id?: string | null;
            /** @description Anything the sender wants to find again with the message. */
            readonly metadata?: {
                readonly [key: string]: unknown;
            };
        };
        /** @description A new content. */
        readonly MessageEdit: {
            readonly content: string;
        };
        /** @description A stored message, and `reply`, the answer to it, when one was asked for. */
        readonly MessageCreated: {
            readonly message: components["schemas"]["Message"];
            readonly reply?: components["schemas"]["Message"];
        };
        /** @description A piece of an answer that is being written. */
        readonly AnswerDelta: {
            readonly text: string;
        };
        /** @description The passages that an answer rests on. */
        readonly AnswerCitations: {
            readonly citations: readonly components["schemas"]["Citation"][];
        };
        /**
         * @description What happened.
         * @enum {string}
         */
        readonly ConversationEventType: "conversation_created" | "conversation_updated" | "message_created" | "message_edited" | "message_deleted" | "answer_started" | "answer_finished" | "answer_failed" | "branch_created" | "settings_updated" | "attachment_created" | "attachment_deleted";
        /** @description One entry of the log; what it is about is read with the other operations. */
        readonly ConversationEvent: {
            /**
             * Format: int64
             * @description Position in the log of this conversation.
             */
            readonly seq: number;
            readonly type: components["schemas"]["ConversationEventType"];
            readonly conversation_id: components["schemas"]["Uuid"];
            /** Format: uuid */
            readonly message_id: string | null;
            readonly branch_id: string | null;
            /** @description Names of changed fields. */
            readonly changed_fields: readonly string[];
            readonly occurred_at: components["schemas"]["Timestamp"];
        };
        /** @description One page of the log. */
        readonly ConversationEventPage: {
            readonly items: readonly components["schemas"]["ConversationEvent"][];
            readonly page_size: components["schemas"]["PageSizeValue"];
            readonly total: components["schemas"]["TotalValue"];
            readonly next_cursor: components["schemas"]["NextCursorValue"];
            readonly page?: components["schemas"]["PageValue"];
        };
        /** @description How the assistant answers. Null follows the gateway's default. */
        readonly ConversationSettings: {
            /** @description Instruction that precedes the conversation. */
            readonly system_prompt: string | null;
            /** Format: double */
            readonly temperature: number | null;
            /**
             * Format: int32
             * @description Longest answer.
             */
            readonly max_tokens: number | null;
            /**
             * Format: int32
             * @description Messages that the model is shown.
             */
            readonly context_window_messages: number | null;
            /** @description BCP 47 tag of the answer's language. */
            readonly language: string | null;
            /** @description Voice for speech. */
            readonly voice: string | null;
            readonly updated_at: components["schemas"]["Timestamp"];
        };
        /** @description Changes to the settings; an absent field stays. */
        readonly ConversationSettingsUpdate: {
            readonly system_prompt?: string | null;
            /** Format: double */
            readonly temperature?: number | null;
            /** Format: int32 */
            readonly max_tokens?: number | null;
            /** Format: int32 */
            readonly context_window_messages?: number | null;
            readonly language?: string | null;
            readonly voice?: string | null;
        };
        /** @description All settings. */
        readonly ConversationSettingsReplace: {
            readonly system_prompt: string | null;
            /** Format: double */
            readonly temperature: number | null;
            /** Format: int32 */
            readonly max_tokens: number | null;
            /** Format: int32 */
            readonly context_window_messages: number | null;
            readonly language: string | null;
            readonly voice: string | null;
        };
        /** @description A line of messages that leaves another one behind a message. */
        readonly Branch: {
            /** @description `main` or a uuid. */
            readonly id: string;
            readonly name: string | null;
            /** @description Null for `main`. */
            readonly parent_branch_id: string | null;
            /**
             * Format: uuid
             * @description Last shared message; null for `main`.
             */
            readonly parent_message_id: string | null;
            /**
             * Format: int32
             * @description Messages of its own.
             */
            readonly message_count: number;
            readonly created_at: components["schemas"]["Timestamp"];
        };
        /** @description Every branch of a conversation. */
        readonly BranchList: {
            readonly items: readonly components["schemas"]["Branch"][];
        };
        /** @description Where to fork. */
        readonly BranchCreate: {
            /**
             * Format: uuid
             * @description Last message that the branch shares.
             */
            readonly parent_message_id: string;
            readonly name?: string | null;
            readonly first_message?: components["schemas"]["BranchFirstMessage"];
        };
        /** @description The message a branch starts with. */
        readonly BranchFirstMessage: {
            readonly content: string;
            readonly client_message_id?: string;
        };
        /** @description A message as a branch shows it. */
        readonly BranchMessage: {
            readonly message: components["schemas"]["Message"];
            /** @description True for a message before the fork. It belongs to a parent branch. */
            readonly shared: boolean;
        };
        /** @description One page of a branch. */
        readonly BranchMessagePage: {
            readonly items: readonly components["schemas"]["BranchMessage"][];
            readonly page_size: components["schemas"]["PageSizeValue"];
            readonly total: components["schemas"]["TotalValue"];
            readonly next_cursor: components["schemas"]["NextCursorValue"];
            readonly page?: components["schemas"]["PageValue"];
        };
        /** @description A file that belongs to a message. */
        readonly Attachment: {
            readonly id: components["schemas"]["Uuid"];
            readonly message_id: components["schemas"]["Uuid"];
            /** @description Name given by the uploader, without path and control characters. */
            readonly file_name: string;
            /**
             * @description Kind of file, for an icon; `document` is DOC and DOCX.
             * @enum {string}
             */
            readonly file_type: "pdf" | "image" | "text" | "markdown" | "document";
            /** @description Media type found in the bytes. */
            readonly mime_type: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            readonly file_size: number;
            /** @description SHA-256 of the bytes, in hexadecimal. */
            readonly sha256: string;
            readonly created_at: components["schemas"]["Timestamp"];
        };
        /** @description Every attachment of a message. */
        readonly AttachmentList: {
            readonly items: readonly components["schemas"]["Attachment"][];
        };
        /** @description Form with the file to attach. */
        readonly AttachmentUpload: {
            /**
             * Format: binary
             * @description The file with its name (1 to 255 characters), 1 byte to 10 MiB.
             */
            readonly file: string;
        };
        /** @description Measured vital signs; null where nothing was measured. */
        readonly Vitals: {
            /**
             * Format: double
             * @description Body temperature in degrees Celsius.
             */
            readonly temperature_celsius: number | null;
            /**
             * Format: int32
             * @description Heart beats in a minute.
             */
            readonly heart_rate_bpm: number | null;
            /**
             * Format: int32
             * @description Systolic blood pressure in mmHg.
             */
            readonly blood_pressure_systolic_mmhg: number | null;
            /**
             * Format: int32
             * @description Diastolic blood pressure in mmHg, not above the systolic one.
             */
            readonly blood_pressure_diastolic_mmhg: number | null;
            /**
             * Format: int32
             * @description Breaths in a minute.
             */
            readonly respiratory_rate_per_minute: number | null;
            /**
             * Format: int32
             * @description Oxygen saturation in percent.
             */
            readonly spo2_percent: number | null;
        };
        /** @description Measured vital signs to record; an absent measurement counts as null. */
        readonly VitalsInput: {
            /**
             * Format: double
             * @description Body temperature in degrees Celsius, kept with one decimal.
             */
            readonly temperature_celsius?: number | null;
            /**
             * Format: int32
             * @description Heart beats in a minute.
             */
            readonly heart_rate_bpm?: number | null;
            /**
             * Format: int32
             * @description Systolic blood pressure in mmHg.
             */
            readonly blood_pressure_systolic_mmhg?: number | null;
            /**
             * Format: int32
             * @description Diastolic blood pressure in mmHg, not above the systolic one.
             */
            readonly blood_pressure_diastolic_mmhg?: number | null;
            /**
             * Format: int32
             * @description Breaths in a minute.
             */
            readonly respiratory_rate_per_minute?: number | null;
            /**
             * Format: int32
             * @description Oxygen saturation in percent.
             */
            readonly spo2_percent?: number | null;
        };
        /** @description What is known of the patient a conversation is about. */
        readonly ClinicalContext: {
            readonly id: components["schemas"]["Uuid"];
            /**
             * Format: uuid
             * @description Conversation it belongs to; null when it stands alone or that conversation was deleted.
             */
            readonly session_id: string | null;
            /**
             * Format: int32
             * @description Age in completed years.
             */
            readonly age: number | null;
            /**
             * @description Administrative gender.
             * @enum {string|null}
             */
            readonly gender: "female" | "male" | "other" | "unknown" | null;
            /**
             * Format: double
             * @description Body weight in kilograms.
             */
            readonly weight_kg: number | null;
            /**
             * Format: double
             * @description Body height in centimetres.
             */
            readonly height_cm: number | null;
            /** @description Why the patient came. */
            readonly chief_complaint: string | null;
            /** @description Known diagnoses and problems, in the order given. */
            readonly problems: readonly string[];
            /** @description Current medication, in the order given. */
            readonly medications: readonly string[];
            /** @description Known allergies and intolerances, in the order given. */
            readonly allergies: readonly string[];
            readonly vitals: components["schemas"]["Vitals"];
            readonly created_at: components["schemas"]["Timestamp"];
            readonly updated_at: components["schemas"]["Timestamp"];
        };
        /** @description Clinical context to record; whatever is absent is unknown. */
        readonly ClinicalContextCreate: {
            /**
             * Format: uuid
             * @description Conversation of the caller that it belongs to; absent or null makes it stand alone.
             */
            readonly session_id?: string | null;
            /**
             * Format: int32
             * @description Age in completed years.
             */
            readonly age?: number | null;
            /**
             * @description Administrative gender.
             * @enum {string|null}
             */
            readonly gender?: "female" | "male" | "other" | "unknown" | null;
            /**
             * Format: double
             * @description Body weight in kilograms, kept with two decimals.
             */
            readonly weight_kg?: number | null;
            /**
             * Format: double
             * @description Body height in centimetres, kept with two decimals.
             */
            readonly height_cm?: number | null;
            /** @description Why the patient came. */
            readonly chief_complaint?: string | null;
            /**
             * @description Known diagnoses and problems.
             * @default []
             */
            readonly problems?: readonly string[];
            /**
             * @description Current medication, with dose where known.
             * @default []
             */
            readonly medications?: readonly string[];
            /**
             * @description Known allergies and intolerances.
             * @default []
             */
            readonly allergies?: readonly string[];
            readonly vitals?: components["schemas"]["VitalsInput"];
        };
        /** @description All clinical values of a context, known or not. */
        readonly ClinicalContextReplace: {
            /**
             * Format: int32
             * @description Age in completed years.
             */
            readonly age: number | null;
            /**
             * @description Administrative gender.
             * @enum {string|null}
             */
            readonly gender: "female" | "male" | "other" | "unknown" | null;
            /**
             * Format: double
             * @description Body weight in kilograms, kept with two decimals.
             */
            readonly weight_kg: number | null;
            /**
             * Format: double
             * @description Body height in centimetres, kept with two decimals.
             */
            readonly height_cm: number | null;
            /** @description Why the patient came. */
            readonly chief_complaint: string | null;
            /** @description Known diagnoses and problems. */
            readonly problems: readonly string[];
            /** @description Current medication, with dose where known. */
            readonly medications: readonly string[];
            /** @description Known allergies and intolerances. */
            readonly allergies: readonly string[];
            readonly vitals: components["schemas"]["VitalsInput"];
        };
        /** @description A folder for conversations. */
        readonly Folder: {
            readonly id: components["schemas"]["Uuid"];
            /** @description Unique among its siblings, regardless of case. */
            readonly name: string;
            /** @description `#rrggbb` or the name of a palette colour; null for the default look. */
            readonly color: string | null;
            /** @description Name of an icon or an emoji; null for the default look. */
            readonly icon: string | null;
            /**
             * Format: uuid
             * @description Folder it lies in; null at the top.
             */
            readonly parent_folder_id: string | null;
            /**
             * Format: int32
             * @description Conversations directly in it, archived ones included.
             */
            readonly conversation_count: number;
            readonly created_at: components["schemas"]["Timestamp"];
            readonly updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One page of folders. */
        readonly FolderPage: {
            readonly items: readonly components["schemas"]["Folder"][];
            readonly page_size: components["schemas"]["PageSizeValue"];
            readonly total: components["schemas"]["TotalValue"];
            readonly next_cursor: components["schemas"]["NextCursorValue"];
            readonly page?: components["schemas"]["PageValue"];
        };
        /** @description A folder with all that lie inside it. */
        readonly FolderNode: {
            readonly id: components["schemas"]["Uuid"];
            /** @description Unique among its siblings, regardless of case. */
            readonly name: string;
            /** @description `#rrggbb` or the name of a palette colour; null for the default look. */
            readonly color: string | null;
            /** @description Name of an icon or an emoji; null for the default look. */
            readonly icon: string | null;
            /**
             * Format: uuid
             * @description Folder it lies in; null at the top.
             */
            readonly parent_folder_id: string | null;
            /**
             * Format: int32
             * @description Conversations directly in it, archived ones included.
             */
            readonly conversation_count: number;
            readonly created_at: components["schemas"]["Timestamp"];
            readonly updated_at: components["schemas"]["Timestamp"];
            /** @description Folders directly inside it, by name; empty when there are none. */
            readonly children: readonly components["schemas"]["FolderNode"][];
        };
        /** @description Every folder of an account, nested. */
        readonly FolderTree: {
            /** @description Folders at the top, by name. */
            readonly items: readonly components["schemas"]["FolderNode"][];
        };
        /** @description Folder to create. */
        readonly FolderCreate: {
            /** @description Unique among its siblings, regardless of case. */
            readonly name: string;
            /** @description `#rrggbb` or the name of a palette colour; null for the default look. */
            readonly color?: string | null;
            /** @description Name of an icon or an emoji; null for the default look. */
            readonly icon?: string | null;
            /**
             * Format: uuid
             * @description Folder of the caller to create it in; absent or null for the top.
             */
            readonly parent_folder_id?: string | null;
        };
        /** @description Everything of a folder that can be changed. */
        readonly FolderReplace: {
            /** @description Unique among its siblings, regardless of case. */
            readonly name: string;
            /** @description `#rrggbb` or the name of a palette colour; null for the default look. */
            readonly color: string | null;
            /** @description Name of an icon or an emoji; null for the default look. */
            readonly icon: string | null;
            /**
             * Format: uuid
             * @description Folder of the caller it lies in; null for the top.
             */
            readonly parent_folder_id: string | null;
        };
        /** @description How a conversation is to be shared. */
        readonly ShareLinkCreate: {
            /**
             * Format: int32
             * @description Hours until the link expires, at most a year.
             * @default 24
             */
            readonly expires_in_hours?: number;
            /**
             * Format: password
             * @description Password readers need, in printable ASCII because it travels in a header; absent or null for none.
             */
            readonly password?: string | null;
            /**
             * @description Whether readers may come without an account.
             * @default true
             */
            readonly allow_anonymous?: boolean;
            /**
             * @description Branch to share, with the messages it shares with its parent branch.
             * @default main
             */
            readonly branch_id?: string;
        };
        /** @description A new share link with its token, which is never shown again. */
        readonly ShareLinkCreated: {
            readonly id: components["schemas"]["Uuid"];
            /** @description 32 random bytes in URL-safe base64. */
            readonly share_token: string;
            /**
             * Format: uri
             * @description Address of the page for readers, with the token in it.
             */
            readonly share_url: string;
            /** @description `main` or the id of the shared branch. */
            readonly branch_id: string;
            /** @description Whether readers need a password. */
            readonly password_protected: boolean;
            /** @description Whether readers may come without an account. */
            readonly allow_anonymous: boolean;
            readonly created_at: components["schemas"]["Timestamp"];
            readonly expires_at: components["schemas"]["Timestamp"];
        };
        /** @description A live share link, without its token. */
        readonly ShareLink: {
            readonly id: components["schemas"]["Uuid"];
            /** @description `main` or the id of the shared branch. */
            readonly branch_id: string;
            /** @description Whether readers need a password. */
            readonly password_protected: boolean;
            /** @description Whether readers may come without an account. */
            readonly allow_anonymous: boolean;
            /**
             * Format: int64
             * @description How often the link was opened.
             */
            readonly access_count: number;
            /**
             * Format: date-time
             * @description When the link was opened last; null if never.
             */
            readonly last_accessed_at: string | null;
            readonly created_at: components["schemas"]["Timestamp"];
            readonly expires_at: components["schemas"]["Timestamp"];
        };
        /** @description Every live share link of a conversation. */
        readonly ShareLinkList: {
            readonly items: readonly components["schemas"]["ShareLink"][];
        };
        /** @description A source of a shared answer. */
        readonly SharedCitation: {
            /**
             * Format: int32
             * @description Number by which the answer refers to it.
             */
            readonly number: number;
            /** @description Title of the source. */
            readonly title: string;
            /**
             * Format: uri
             * @description Public address of the source; null when it has none.
             */
            readonly url: string | null;
        };
        /** @description A message as readers of a share see it; system and tool messages are left out. */
        readonly SharedMessage: {
            readonly id: components["schemas"]["Uuid"];
            /**
             * @description Who wrote it.
             * @enum {string}
             */
            readonly role: "user" | "assistant";
            /** @description Text of the message. */
            readonly content: string;
            /** @description Sources of an answer; empty for messages of the user. */
            readonly citations: readonly components["schemas"]["SharedCitation"][];
            readonly created_at: components["schemas"]["Timestamp"];
        };
        /** @description One page of the messages of a shared branch. */
        readonly SharedMessagePage: {
            readonly items: readonly components["schemas"]["SharedMessage"][];
            readonly page_size: components["schemas"]["PageSizeValue"];
            readonly total: components["schemas"]["TotalValue"];
            readonly next_cursor: components["schemas"]["NextCursorValue"];
            readonly page?: components["schemas"]["PageValue"];
        };
        /** @description The link through which a conversation is read. */
        readonly SharedInfo: {
            readonly created_at: components["schemas"]["Timestamp"];
            readonly expires_at: components["schemas"]["Timestamp"];
        };
        /** @description A conversation as readers of a share see it, without anything that tells who owns it. */
        readonly SharedConversation: {
            /** @description Title of the conversation; null when it has none. */
            readonly title: string | null;
            readonly created_at: components["schemas"]["Timestamp"];
            readonly share: components["schemas"]["SharedInfo"];
            readonly messages: components["schemas"]["SharedMessagePage"];
        };
        /** @description A recording. */
        readonly TranscriptionRequest: {
            /**
             * Format: binary
             * @description MP3, MP4, M4A, WAV, WebM, Ogg or FLAC.
             */
            readonly audio: string;
            /** @description BCP 47 tag of the spoken language; recognised when absent. */
            readonly language?: string;
        };
        /** @description A recording as text. */
        readonly Transcription: {
            /** @description Empty when nobody speaks. */
            readonly text: string;
            /** @description Recognised language. */
            readonly language: string | null;
            /** Format: int32 */
            readonly duration_ms: number | null;
        };
        /** @description A text to speak. */
        readonly SpeechRequest: {
            readonly text: string;
            /**
             * @default alloy
             * @enum {string}
             */
            readonly voice?: "alloy" | "echo" | "fable" | "onyx" | "nova" | "shimmer";
            /**
             * Format: double
             * @default 1
             */
            readonly speed?: number;
            /**
             * @description Wish; a speech service without it answers another one.
             * @default mp3
             * @enum {string}
             */
            readonly format?: "mp3" | "wav" | "ogg";
        };
        /** @description How to speak. */
        readonly RealtimeSessionRequest: {
            /**
             * Format: uuid
             * @description Conversation to speak in.
             */
            readonly conversation_id?: string | null;
            /**
             * @default alloy
             * @enum {string}
             */
            readonly voice?: "alloy" | "echo" | "fable" | "onyx" | "nova" | "shimmer";
            /** @description BCP 47 tag. */
            readonly language?: string | null;
            /**
             * Format: int32
             * @description How easily a sound is taken for speech.
             * @default 50
             */
            readonly vad_sensitivity?: number;
        };
        /** @description Proof for the speech service. */
        readonly RealtimeAuth: {
            /** @enum {string} */
            readonly type: "ephemeral_token";
            readonly token: string;
            readonly expires_at: components["schemas"]["Timestamp"];
        };
        /** @description When a turn ends. */
        readonly RealtimeTurnDetection: {
            /** @enum {string} */
            readonly type: "server_vad";
            /** Format: double */
            readonly threshold: number;
            /** Format: int32 */
            readonly prefix_padding_ms: number;
            /** Format: int32 */
            readonly silence_duration_ms: number;
        };
        /** @description Settings to send at the start of the session. */
        readonly RealtimeVoiceConfig: {
            readonly voice: string;
            readonly language: string | null;
            readonly modalities: readonly ("text" | "audio")[];
            /** @enum {string} */
            readonly input_audio_format: "pcm16";
            /** @enum {string} */
            readonly output_audio_format: "pcm16";
            readonly transcription_model: string;
            readonly turn_detection: components["schemas"]["RealtimeTurnDetection"];
        };
        /** @description A prepared session. */
        readonly RealtimeSession: {
            readonly session_id: components["schemas"]["Uuid"];
            /**
             * Format: uri
             * @description Where to open the socket.
             */
            readonly url: string;
            readonly model: string;
            /** Format: uuid */
            readonly conversation_id: string | null;
            /**
             * Format: date-time
             * @description End of the session.
             */
            readonly expires_at: string;
            readonly auth: components["schemas"]["RealtimeAuth"];
            readonly voice_config: components["schemas"]["RealtimeVoiceConfig"];
        };
        /** @description A finished transcript. */
        readonly TranscriptRelay: {
            /** Format: uuid */
            readonly conversation_id: string;
            readonly transcript: string;
            /**
             * Format: uuid
             * @description Clinical context for the answer.
             */
            readonly clinical_context_id?: string | null;
            /** @description The sender's own name for the transcript. */
            readonly client_message_id?: string;
        };
        /** @description A transcript and the answer to it. */
        readonly RelayedTranscript: {
            readonly user_message_id: components["schemas"]["Uuid"];
            readonly assistant_message_id: components["schemas"]["Uuid"];
            readonly answer: string;
            readonly citations: readonly components["schemas"]["Citation"][];
        };
        /** @description How a spoken session goes. */
        readonly VoiceMetrics: {
            /** Format: uuid */
            readonly conversation_id?: string | null;
            /**
             * Format: date-time
             * @description Tells the sessions of a user apart.
             */
            readonly session_started_at: string;
            /** Format: int32 */
            readonly connection_time_ms?: number | null;
            /** Format: int32 */
            readonly time_to_first_transcript_ms?: number | null;
            /** Format: int32 */
            readonly last_stt_latency_ms?: number | null;
            /** Format: int32 */
            readonly last_response_latency_ms?: number | null;
            /** Format: int32 */
            readonly session_duration_ms?: number | null;
            /**
             * Format: int32
             * @default 0
             */
            readonly user_transcript_count?: number;
            /**
             * Format: int32
             * @default 0
             */
            readonly ai_response_count?: number;
            /**
             * Format: int32
             * @default 0
             */
            readonly reconnect_count?: number;
        };
        /** @description A calendar of the account in use. */
        readonly Calendar: {
            readonly id: string;
            readonly name: string;
            readonly description: string | null;
            /** @description Such as `#3584e4`. */
            readonly color: string | null;
            /** @description IANA name. */
            readonly time_zone: string | null;
            readonly writable: boolean;
        };
        /** @description The calendars of an account. */
        readonly CalendarList: {
            readonly items: readonly components["schemas"]["Calendar"][];
        };
        /** @description Someone who is invited. */
        readonly CalendarAttendee: {
            readonly name: string | null;
            readonly address: string;
            /** @enum {string} */
            readonly status: "needs_action" | "accepted" | "declined" | "tentative" | "delegated";
        };
        /** @description An event, or one occurrence of a recurring event. */
        readonly CalendarEvent: {
            readonly uid: string;
            readonly calendar_id: string;
            readonly summary: string;
            readonly description: string | null;
            readonly location: string | null;
            readonly start: components["schemas"]["Timestamp"];
            readonly end: components["schemas"]["Timestamp"];
            readonly all_day: boolean;
            /**
             * Format: date
             * @description First day of an event without times.
             */
            readonly start_date: string | null;
            /**
             * Format: date
             * @description Day after the last one of an event without times.
             */
            readonly end_date: string | null;
            /** @description IANA name of the zone it was written in. */
            readonly time_zone: string | null;
            /** @enum {string} */
            readonly status: "confirmed" | "tentative" | "cancelled";
            readonly organizer: string | null;
            readonly attendees: readonly components["schemas"]["CalendarAttendee"][];
            readonly is_recurring: boolean;
            /** @description Which occurrence this is. */
            readonly recurrence_id: string | null;
            /** @description For `If-Match`. */
            readonly etag: string;
        };
        /** @description One page of occurrences. */
        readonly CalendarEventPage: {
            readonly items: readonly components["schemas"]["CalendarEvent"][];
            readonly page_size: components["schemas"]["PageSizeValue"];
            readonly total: components["schemas"]["TotalValue"];
            readonly next_cursor: components["schemas"]["NextCursorValue"];
            readonly page?: components["schemas"]["PageValue"];
        };
        /** @description A new event. */
        readonly CalendarEventCreate: {
            readonly summary: string;
            readonly description?: string | null;
            readonly location?: string | null;
            /** Format: date-time */
            readonly start: string;
            /** Format: date-time */
            readonly end: string;
            /**
             * @description Only the dates count.
             * @default false
             */
            readonly all_day?: boolean;
            /** @description IANA name of the zone to write it in; UTC when absent. */
            readonly time_zone?: string;
            /** @description The account's first calendar when absent. */
            readonly calendar_id?: string;
        };
        /** @description An event as it shall be. */
        readonly CalendarEventReplace: {
            readonly summary: string;
            readonly description: string | null;
            readonly location: string | null;
            /** Format: date-time */
            readonly start: string;
            /** Format: date-time */
            readonly end: string;
            /**
             * @description Only the dates count.
             * @default false
             */
            readonly all_day?: boolean;
            /** @description IANA name of the zone to write it in; UTC when absent. */
            readonly time_zone?: string;
        };
        /** @description A folder of the mailbox. */
        readonly EmailFolder: {
            /** @description For `folder` of the message list. */
            readonly path: string;
            readonly name: string;
            /** @enum {string} */
            readonly kind: "inbox" | "sent" | "drafts" | "trash" | "junk" | "archive" | "other";
            /** Format: int32 */
            readonly total_messages: number;
            /** Format: int32 */
            readonly unread_messages: number;
        };
        /** @description The folders of a mailbox. */
        readonly EmailFolderList: {
            readonly items: readonly components["schemas"]["EmailFolder"][];
        };
        /** @description A mailbox and the name it goes by. */
        readonly EmailAddress: {
            readonly name: string | null;
            readonly address: string;
        };
        /** @description A message without its body. */
        readonly EmailMessage: {
            /** @description UID in its folder. */
            readonly id: string;
            /** @description RFC 5322 Message-ID with its brackets. */
            readonly message_id: string | null;
            /** @description Message-ID of the message that began the thread. */
            readonly thread_id: string | null;
            readonly folder: string;
            readonly subject: string;
            /** @description Sender. */
            readonly from: {
                readonly name: string | null;
                readonly address: string;
            } | null;
            readonly to: readonly components["schemas"]["EmailAddress"][];
            readonly cc: readonly components["schemas"]["EmailAddress"][];
            /** Format: date-time */
            readonly sent_at: string | null;
            /** @description Beginning of the text. */
            readonly preview: string;
            readonly is_read: boolean;
            readonly is_flagged: boolean;
            readonly has_attachments: boolean;
            /** Format: int64 */
            readonly size_bytes: number;
        };
        /** @description One page of messages. */
        readonly EmailMessagePage: {
            readonly items: readonly components["schemas"]["EmailMessage"][];
            readonly page_size: components["schemas"]["PageSizeValue"];
            readonly total: components["schemas"]["TotalValue"];
            readonly next_cursor: components["schemas"]["NextCursorValue"];
            readonly page?: components["schemas"]["PageValue"];
        };
        /** @description A message to send. */
        readonly EmailSend: {
            readonly to: readonly string[];
            /** @default [] */
            readonly cc?: readonly string[];
            /** @default [] */
            readonly bcc?: readonly string[];
            readonly subject: string;
            readonly body: string;
            /** @default false */
            readonly is_html?: boolean;
            /** @description Message-ID of the message that is answered. */
            readonly reply_to_message_id?: string | null;
        };
        /** @description A recipient that the mail server refused. */
        readonly EmailRejection: {
            readonly address: string;
            /** @description What the mail server said. */
            readonly reason: string;
        };
        /** @description What became of a message. */
        readonly EmailSent: {
            readonly message_id: string;
            readonly accepted: readonly string[];
            readonly rejected: readonly components["schemas"]["EmailRejection"][];
        };
        /** @description A file to index. */
        readonly FileIndexRequest: {
            /** @description Path below the root of the storage. */
            readonly file_path: string;
            /**
             * @default note
             * @enum {string}
             */
            readonly source_type?: "guideline" | "textbook" | "journal" | "note" | "uploaded";
            /** @description The file name when absent. */
            readonly title?: string;
        };
        /** @description The document behind a file. */
        readonly FileIndexResult: {
            readonly document_id: components["schemas"]["Uuid"];
            readonly file_path: string;
            readonly indexing_status: components["schemas"]["IndexingStatus"];
            /** @description True when the file was indexed before as it is. */
            readonly unchanged: boolean;
        };
        /** @description A comparison of the storage with the knowledge base. */
        readonly FileScan: {
            readonly scan_id: components["schemas"]["Uuid"];
            /** @enum {string} */
            readonly status: "running" | "finished" | "failed";
            readonly watched_folders: readonly string[];
            /** Format: int32 */
            readonly files_found: number;
            /** Format: int32 */
            readonly files_queued: number;
            /** Format: int32 */
            readonly files_unchanged: number;
            /** Format: int32 */
            readonly files_failed: number;
            /** Format: int32 */
            readonly files_removed: number;
            readonly started_at: components["schemas"]["Timestamp"];
            /** Format: date-time */
            readonly finished_at: string | null;
        };
    };
    responses: {
        /** @description The request is malformed: JSON, percent-encoding or cursor. */
        readonly BadRequest: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no valid proof of who calls. */
        readonly Unauthorized: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller is known, but the role does not permit this. */
        readonly Forbidden: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such resource, or it is not the caller's. */
        readonly NotFound: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state of the resource does not permit this. */
        readonly Conflict: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource was changed since the version in `If-Match`. */
        readonly PreconditionFailed: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than this operation takes. */
        readonly PayloadTooLarge: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a type, charset or coding that this operation does not take. */
        readonly UnsupportedMediaType: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The range lies outside the content. */
        readonly RangeNotSatisfiable: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not satisfy the contract; `errors` names each place. */
        readonly UnprocessableContent: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests in the window of this operation. */
        readonly TooManyRequests: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong in the gateway. */
        readonly InternalError: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A service behind the gateway answered badly. */
        readonly BadGateway: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A dependency is down or not configured, or the server is shutting down. */
        readonly ServiceUnavailable: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A service behind the gateway took too long. */
        readonly GatewayTimeout: {
            headers: {
                readonly "X-Request-ID": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
         * @example eyJ2IjoxfQ
         */
        readonly Cursor: string;
        /**
         * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
         * @example 1
         */
        readonly Page: number;
        /**
         * @description Rows in a page.
         * @example 20
         */
        readonly PageSize: number;
        /**
         * @description ETag the change is based on. When it is stale the change is refused with 412.
         * @example W/"3"
         */
        readonly IfMatch: string;
        /**
         * @description ETag the client holds. When it is current the answer is 304 without a body.
         * @example W/"3"
         */
        readonly IfNoneMatch: string;
        /**
         * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
         * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
         */
        readonly IdempotencyKey: string;
        /**
         * @description Id of the last event received; the stream resumes after it.
         * @example 41
         */
        readonly LastEventId: string;
        /**
         * @description Byte range to send (`bytes=0-1023`).
         * @example bytes=0-1023
         */
        readonly Range: string;
        /**
         * @description ETag for which the range is meant; when it is stale the whole body is sent.
         * @example "sha256-2c26b46b"
         */
        readonly IfRange: string;
        /**
         * @description Id of the account.
         * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
         */
        readonly UserId: string;
        /**
         * @description Name of the provider, `google`, `microsoft` or one of the configuration.
         * @example google
         */
        readonly OauthProvider: string;
        /**
         * @description Name of the flag.
         * @example rag.hybrid_search
         */
        readonly FlagName: string;
        /**
         * @description Id of the document.
         * @example 0192f3c7-1a60-7b8d-8caa-a06e5f7b9d06
         */
        readonly DocumentId: string;
        /**
         * @description Id of the conversation.
         * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
         */
        readonly ConversationId: string;
        /**
         * @description Id of the conversation.
         * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
         */
        readonly SessionId: string;
        /**
         * @description Id of the message.
         * @example 0192f3c5-9d40-7f6b-8a88-8e4c3d5f7b04
         */
        readonly MessageId: string;
        /**
         * @description `main` or the id of a branch.
         * @example main
         */
        readonly BranchId: string;
        /**
         * @description Attachment of a message of the caller.
         * @example 3b1d6c0e-52a4-4d0b-8f6e-0c9f2a7d4e11
         */
        readonly AttachmentId: string;
        /**
         * @description Clinical context of the caller.
         * @example 91f7a3b8-6e0d-4c57-b1a2-5d3e8f9c0a42
         */
        readonly ClinicalContextId: string;
        /**
         * @description Folder of the caller.
         * @example 5c7d2e90-41b8-4a6f-a3d2-9e0f1b2c3d54
         */
        readonly FolderId: string;
        /**
         * @description Folder of the caller into which the other one is put.
         * @example a8f31d07-2b6c-4e95-b0d4-7c1e9f8a6b35
         */
        readonly TargetFolderId: string;
        /**
         * @description Token of a share link, as its creation answered it (43 characters of URL-safe base64).
         * @example q7Zt0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzA
         */
        readonly ShareToken: string;
        /**
         * @description A share link of the conversation, by its token or by its `id`.
         * @example 6d9e0f3a-8b1c-4d27-a5e6-2f4c7b8d9e01
         */
        readonly ShareId: string;
        /**
         * @description Password of a protected share link; not looked at for others.
         * @example plum-kettle-47
         */
        readonly SharePassword: string;
        /**
         * @description Branch to export, with the messages it shares with its parent branch.
         * @example main
         */
        readonly ExportBranchId: string;
        /**
         * @description Whether the sources of each answer are listed below it.
         * @example true
         */
        readonly ExportIncludeCitations: boolean;
        /**
         * @description Whether the attachments of each message are listed below it (name, type and size, not the bytes).
         * @example true
         */
        readonly ExportIncludeAttachments: boolean;
        /**
         * @description IANA time zone in which times are written. An unknown zone answers 422.
         * @example Europe/Berlin
         */
        readonly ExportTimeZone: string;
        /**
         * @description Size of the paper.
         * @example a4
         */
        readonly ExportPageFormat: "a4" | "letter";
        /**
         * @description UID of the event (RFC 5545).
         * @example 7c0f3a52-8a5e-4a53-9d53-3f1f5e2b8c10
         */
        readonly EventUid: string;
        /**
         * @description Calendar to use; the account's first one when absent.
         * @example personal
         */
        readonly CalendarId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Ranges that may be asked for.
         * @example bytes
         */
        readonly AcceptRanges: "bytes";
        /**
         * @description Caching rule.
         * @example no-store
         */
        readonly CacheControl: string;
        /**
         * @description Always `attachment`, with the file name by RFC 6266.
         * @example attachment; filename="export.md"
         */
        readonly ContentDisposition: string;
        /**
         * @description Bytes in the body.
         * @example 4096
         */
        readonly ContentLength: number;
        /**
         * @description Range that is sent.
         * @example bytes 0-1023/4096
         */
        readonly ContentRange: string;
        /**
         * @description Version of the resource, for `If-Match` and `If-None-Match`.
         * @example W/"3"
         */
        readonly ETag: string;
        /**
         * @description `true` when this answer is the stored result of an earlier request with the same key.
         * @example true
         */
        readonly IdempotentReplayed: "true";
        /**
         * @description Path of the created resource.
         * @example /api/conversations/7f0c2a52-8a5e-4a53-9d53-3f1f5e2b8c10
         */
        readonly Location: string;
        /**
         * @description Id of the request, also in `request_id` of a problem.
         * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
         */
        readonly RequestId: string;
        /**
         * @description Seconds to wait before the next try.
         * @example 30
         */
        readonly RetryAfter: number;
        /**
         * @description How to authenticate.
         * @example Bearer realm="voiceassist"
         */
        readonly WWWAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly register: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Registration"];
            };
        };
        readonly responses: {
            /** @description The account and the tokens of its first session. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegisteredAccount"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly login: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Login"];
            };
        };
        readonly responses: {
            /** @description The tokens of the session. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenPair"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly refreshTokens: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        readonly responses: {
            /** @description The next pair of the session. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenPair"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly logout: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The session is over. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getCurrentUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The caller's account. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly authorizeOauth: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Where the provider sends the browser back to; one of the addresses in the configuration.
                 * @example https://app.example/auth/callback/google
                 */
                readonly redirect_uri?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the provider, `google`, `microsoft` or one of the configuration.
                 * @example google
                 */
                readonly provider: components["parameters"]["OauthProvider"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Where to send the browser. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OauthAuthorization"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly completeOauth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the provider, `google`, `microsoft` or one of the configuration.
                 * @example google
                 */
                readonly provider: components["parameters"]["OauthProvider"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OauthCompletion"];
            };
        };
        readonly responses: {
            /** @description The tokens of the session. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenPair"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly getOauthProviderStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the provider, `google`, `microsoft` or one of the configuration.
                 * @example google
                 */
                readonly provider: components["parameters"]["OauthProvider"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The state of the provider. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OauthProviderStatus"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getMyProfile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The profile. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly updateMyProfile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProfileReplace"];
            };
        };
        readonly responses: {
            /** @description The profile as it is now. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deleteMyAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasswordConfirmation"];
            };
        };
        readonly responses: {
            /** @description The account is gone. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly changeMyPassword: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasswordChange"];
            };
        };
        readonly responses: {
            /** @description The password is changed. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listUsers: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
                 * @example eyJ2IjoxfQ
                 */
                readonly cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                readonly page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Part of the name or the e-mail address, without regard to case.
                 * @example lind
                 */
                readonly search?: string;
                /**
                 * @description Only accounts of this role.
                 * @example viewer
                 */
                readonly role?: "user" | "viewer" | "admin";
                /**
                 * @description Only active accounts, or only deactivated ones.
                 * @example true
                 */
                readonly is_active?: boolean;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of accounts. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                readonly user_id: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly updateUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                readonly user_id: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UserUpdate"];
            };
        };
        readonly responses: {
            /** @description The account as it is now. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly activateUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                readonly user_id: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account as it is now. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deactivateUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                readonly user_id: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account as it is now. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly promoteUserToAdmin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                readonly user_id: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account as it is now. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly revokeUserAdmin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                readonly user_id: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account as it is now. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Alive. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getReadiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Ready, with each check. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getDetailedHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every dependency. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DetailedHealth"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getOpenaiHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The provider answers. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ModelProviderHealth"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly getMetrics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Prometheus text. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminGetCacheStats: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The state of the cache. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CacheStats"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminClearCache: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The cache is empty. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CacheCleared"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminInvalidateCache: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CacheInvalidation"];
            };
        };
        readonly responses: {
            /** @description What was removed, or would be. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CacheInvalidated"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminListFeatureFlags: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
                 * @example eyJ2IjoxfQ
                 */
                readonly cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                readonly page_size?: components["parameters"]["PageSize"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of flags. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FeatureFlagPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminCreateFeatureFlag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FeatureFlagCreate"];
            };
        };
        readonly responses: {
            /** @description The new flag. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FeatureFlag"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminGetFeatureFlag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Name of the flag.
                 * @example rag.hybrid_search
                 */
                readonly flag_name: components["parameters"]["FlagName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The flag. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FeatureFlag"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminDeleteFeatureFlag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Name of the flag.
                 * @example rag.hybrid_search
                 */
                readonly flag_name: components["parameters"]["FlagName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The flag is gone. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminUpdateFeatureFlag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Name of the flag.
                 * @example rag.hybrid_search
                 */
                readonly flag_name: components["parameters"]["FlagName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FeatureFlagUpdate"];
            };
        };
        readonly responses: {
            /** @description The flag. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FeatureFlag"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminToggleFeatureFlag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Name of the flag.
                 * @example rag.hybrid_search
                 */
                readonly flag_name: components["parameters"]["FlagName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The flag. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FeatureFlag"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminListDocuments: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
                 * @example eyJ2IjoxfQ
                 */
                readonly cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                readonly page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Only documents of this kind.
                 * @example guideline
                 */
                readonly source_type?: components["schemas"]["DocumentSourceType"];
                /**
                 * @description Only documents in this state.
                 * @example ready
                 */
                readonly indexing_status?: components["schemas"]["IndexingStatus"];
                /**
                 * @description Part of the title or file name, without regard to case.
                 * @example metformin
                 */
                readonly search?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of documents. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminUploadDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["DocumentUpload"];
            };
        };
        readonly responses: {
            /** @description The document is stored and waits for its index. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Document"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminGetDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Id of the document.
                 * @example 0192f3c7-1a60-7b8d-8caa-a06e5f7b9d06
                 */
                readonly document_id: components["parameters"]["DocumentId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Document"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminDeleteDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the document.
                 * @example 0192f3c7-1a60-7b8d-8caa-a06e5f7b9d06
                 */
                readonly document_id: components["parameters"]["DocumentId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document is gone. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminGetSummary: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The counts. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SystemSummary"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminGetMetrics: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Days to look back, today included.
                 * @example 7
                 */
                readonly days?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The figures. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SystemMetrics"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminGetWebsocketStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The sockets. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebsocketStatus"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminListAuditLogs: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
                 * @example eyJ2IjoxfQ
                 */
                readonly cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                readonly page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Only this action, or with `.` at the end every action that begins so.
                 * @example session.open
                 */
                readonly action?: string;
                /**
                 * @description Only successes, or only refusals.
                 * @example refused
                 */
                readonly outcome?: components["schemas"]["AuditOutcome"];
                /**
                 * @description Only entries of this account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                readonly actor_id?: string;
                /**
                 * @description Only entries at or after this time.
                 * @example 2026-03-01T00:00:00.000Z
                 */
                readonly from?: string;
                /**
                 * @description Only entries before this time.
                 * @example 2026-03-03T00:00:00.000Z
                 */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of entries. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminListUsers: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
                 * @example eyJ2IjoxfQ
                 */
                readonly cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                readonly page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Part of the name or the e-mail address, without regard to case.
                 * @example lind
                 */
                readonly search?: string;
                /**
                 * @description Only accounts of this role.
                 * @example admin
                 */
                readonly role?: "user" | "viewer" | "admin";
                /**
                 * @description Only active accounts, or only deactivated ones.
                 * @example true
                 */
                readonly is_active?: boolean;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of accounts. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdminUserPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminGetUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                readonly user_id: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdminUser"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminReplaceUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                readonly user_id: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AdminUserReplace"];
            };
        };
        readonly responses: {
            /** @description The account. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdminUser"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly adminDeleteUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                readonly user_id: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account is gone. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listConversations: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
                 * @example eyJ2IjoxfQ
                 */
                readonly cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                readonly page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Only archived conversations, or only those that are not.
                 * @example false
                 */
                readonly archived?: boolean;
                /**
                 * @description Only conversations of this folder.
                 * @example 0192f3c4-8b20-7d4f-8e66-6c2a1b3d5f02
                 */
                readonly folder_id?: string;
                /**
                 * @description Part of the title, without regard to case.
                 * @example ward
                 */
                readonly search?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of conversations. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConversationPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createConversation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConversationCreate"];
            };
        };
        readonly responses: {
            /** @description The new conversation. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Conversation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getConversation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the client holds. When it is current the answer is 304 without a body.
                 * @example W/"3"
                 */
                readonly "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly conversation_id: components["parameters"]["ConversationId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The conversation. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description The client holds the current version. */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deleteConversation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly conversation_id: components["parameters"]["ConversationId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The conversation is gone. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly updateConversation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly conversation_id: components["parameters"]["ConversationId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConversationUpdate"];
            };
        };
        readonly responses: {
            /** @description The conversation. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Conversation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listMessages: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
                 * @example eyJ2IjoxfQ
                 */
                readonly cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                readonly page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Branch to read.
                 * @example main
                 */
                readonly branch_id?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly conversation_id: components["parameters"]["ConversationId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of messages. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MessagePage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createMessage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Id of the last event received; the stream resumes after it.
                 * @example 41
                 */
                readonly "Last-Event-ID"?: components["parameters"]["LastEventId"];
            };
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly conversation_id: components["parameters"]["ConversationId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MessageCreate"];
            };
        };
        readonly responses: {
            /** @description The stored message, and the answer where one was asked for. */
            readonly 201: {
                headers: {
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MessageCreated"];
                    /**
                     * @example event: delta
                     *     data: {"text":"Up to 1000 mg daily"}
                     */
                    readonly "text/event-stream": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly deleteMessage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly conversation_id: components["parameters"]["ConversationId"];
                /**
                 * @description Id of the message.
                 * @example 0192f3c5-9d40-7f6b-8a88-8e4c3d5f7b04
                 */
                readonly message_id: components["parameters"]["MessageId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The message is gone. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly editMessage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly conversation_id: components["parameters"]["ConversationId"];
                /**
                 * @description Id of the message.
                 * @example 0192f3c5-9d40-7f6b-8a88-8e4c3d5f7b04
                 */
                readonly message_id: components["parameters"]["MessageId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MessageEdit"];
            };
        };
        readonly responses: {
            /** @description The message as it is now. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listConversationEvents: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
                 * @example eyJ2IjoxfQ
                 */
                readonly cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                readonly page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Only events with a higher sequence number.
                 * @example 41
                 */
                readonly after?: number;
                /**
                 * @description Only events at or after this time.
                 * @example 2026-03-02T08:00:00.000Z
                 */
                readonly since?: string;
                /**
                 * @description Only events of these types, separated by commas.
                 * @example [
                 *       "message_created"
                 *     ]
                 */
                readonly types?: readonly components["schemas"]["ConversationEventType"][];
            };
            readonly header?: {
                /**
                 * @description Id of the last event received; the stream resumes after it.
                 * @example 41
                 */
                readonly "Last-Event-ID"?: components["parameters"]["LastEventId"];
            };
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly conversation_id: components["parameters"]["ConversationId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of the log, or the log as a stream. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConversationEventPage"];
                    /**
                     * @example id: 2
                     *     event: event
                     *     data: {"seq":2,"type":"message_created"}
                     */
                    readonly "text/event-stream": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getConversationSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the client holds. When it is current the answer is 304 without a body.
                 * @example W/"3"
                 */
                readonly "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly conversation_id: components["parameters"]["ConversationId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The settings. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConversationSettings"];
                };
            };
            /** @description The client holds the current version. */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly replaceConversationSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly conversation_id: components["parameters"]["ConversationId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConversationSettingsReplace"];
            };
        };
        readonly responses: {
            /** @description The settings. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConversationSettings"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly updateConversationSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly conversation_id: components["parameters"]["ConversationId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConversationSettingsUpdate"];
            };
        };
        readonly responses: {
            /** @description The settings. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConversationSettings"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listBranches: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly session_id: components["parameters"]["SessionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every branch. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BranchList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createBranch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly session_id: components["parameters"]["SessionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BranchCreate"];
            };
        };
        readonly responses: {
            /** @description The new branch. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Branch"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listBranchMessages: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
                 * @example eyJ2IjoxfQ
                 */
                readonly cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                readonly page_size?: components["parameters"]["PageSize"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly session_id: components["parameters"]["SessionId"];
                /**
                 * @description `main` or the id of a branch.
                 * @example main
                 */
                readonly branch_id: components["parameters"]["BranchId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of messages. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BranchMessagePage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listAttachments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Id of the message.
                 * @example 0192f3c5-9d40-7f6b-8a88-8e4c3d5f7b04
                 */
                readonly message_id: components["parameters"]["MessageId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every attachment of the message. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AttachmentList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly uploadAttachment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /**
                 * @description Id of the message.
                 * @example 0192f3c5-9d40-7f6b-8a88-8e4c3d5f7b04
                 */
                readonly message_id: components["parameters"]["MessageId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["AttachmentUpload"];
            };
        };
        readonly responses: {
            /** @description The file is stored. `Location` is where its bytes can be downloaded. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Attachment"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deleteAttachment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Attachment of a message of the caller.
                 * @example 3b1d6c0e-52a4-4d0b-8f6e-0c9f2a7d4e11
                 */
                readonly attachment_id: components["parameters"]["AttachmentId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The attachment is gone. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly downloadAttachment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Byte range to send (`bytes=0-1023`).
                 * @example bytes=0-1023
                 */
                readonly Range?: components["parameters"]["Range"];
                /**
                 * @description ETag for which the range is meant; when it is stale the whole body is sent.
                 * @example "sha256-2c26b46b"
                 */
                readonly "If-Range"?: components["parameters"]["IfRange"];
                /**
                 * @description ETag the client holds. When it is current the answer is 304 without a body.
                 * @example W/"3"
                 */
                readonly "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            readonly path: {
                /**
                 * @description Attachment of a message of the caller.
                 * @example 3b1d6c0e-52a4-4d0b-8f6e-0c9f2a7d4e11
                 */
                readonly attachment_id: components["parameters"]["AttachmentId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The whole file. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                    readonly "Content-Length": components["headers"]["ContentLength"];
                    readonly "Content-Disposition": components["headers"]["ContentDisposition"];
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description The range that was asked for. */
            readonly 206: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Accept-Ranges": components["headers"]["AcceptRanges"];
                    readonly "Content-Range": components["headers"]["ContentRange"];
                    readonly "Content-Length": components["headers"]["ContentLength"];
                    readonly "Content-Disposition": components["headers"]["ContentDisposition"];
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description The copy named by `If-None-Match` is current. */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 416: components["responses"]["RangeNotSatisfiable"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createClinicalContext: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClinicalContextCreate"];
            };
        };
        readonly responses: {
            /** @description The context as stored. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClinicalContext"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getCurrentClinicalContext: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Conversation whose context is wanted.
                 * @example 7f0c2a52-8a5e-4a53-9d53-3f1f5e2b8c10
                 */
                readonly session_id?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The current context. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClinicalContext"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getClinicalContext: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Clinical context of the caller.
                 * @example 91f7a3b8-6e0d-4c57-b1a2-5d3e8f9c0a42
                 */
                readonly context_id: components["parameters"]["ClinicalContextId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The context. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClinicalContext"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly replaceClinicalContext: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Clinical context of the caller.
                 * @example 91f7a3b8-6e0d-4c57-b1a2-5d3e8f9c0a42
                 */
                readonly context_id: components["parameters"]["ClinicalContextId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClinicalContextReplace"];
            };
        };
        readonly responses: {
            /** @description The context as it is now. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClinicalContext"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deleteClinicalContext: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Clinical context of the caller.
                 * @example 91f7a3b8-6e0d-4c57-b1a2-5d3e8f9c0a42
                 */
                readonly context_id: components["parameters"]["ClinicalContextId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The context is gone. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listFolders: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Folder whose direct subfolders are wanted.
                 * @example 0e5a9b64-3c1d-4f82-9b7e-8a6d5c4f3e21
                 */
                readonly parent_id?: string;
                /**
                 * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
                 * @example eyJ2IjoxfQ
                 */
                readonly cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                readonly page_size?: components["parameters"]["PageSize"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of folders. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FolderPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createFolder: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FolderCreate"];
            };
        };
        readonly responses: {
            /** @description The folder as stored. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Folder"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getFolderTree: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The folders at the top, with all that lie inside them. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FolderTree"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getFolder: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Folder of the caller.
                 * @example 5c7d2e90-41b8-4a6f-a3d2-9e0f1b2c3d54
                 */
                readonly folder_id: components["parameters"]["FolderId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The folder. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Folder"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly replaceFolder: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Folder of the caller.
                 * @example 5c7d2e90-41b8-4a6f-a3d2-9e0f1b2c3d54
                 */
                readonly folder_id: components["parameters"]["FolderId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FolderReplace"];
            };
        };
        readonly responses: {
            /** @description The folder as it is now. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Folder"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deleteFolder: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description Folder of the caller.
                 * @example 5c7d2e90-41b8-4a6f-a3d2-9e0f1b2c3d54
                 */
                readonly folder_id: components["parameters"]["FolderId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The folder is gone. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly moveFolder: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Folder of the caller.
                 * @example 5c7d2e90-41b8-4a6f-a3d2-9e0f1b2c3d54
                 */
                readonly folder_id: components["parameters"]["FolderId"];
                /**
                 * @description Folder of the caller into which the other one is put.
                 * @example a8f31d07-2b6c-4e95-b0d4-7c1e9f8a6b35
                 */
                readonly target_folder_id: components["parameters"]["TargetFolderId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The folder at its new place. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Folder"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly exportMarkdown: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Branch to export, with the messages it shares with its parent branch.
                 * @example main
                 */
                readonly branch_id?: components["parameters"]["ExportBranchId"];
                /**
                 * @description Whether the sources of each answer are listed below it.
                 * @example true
                 */
                readonly include_citations?: components["parameters"]["ExportIncludeCitations"];
                /**
                 * @description Whether the attachments of each message are listed below it (name, type and size, not the bytes).
                 * @example true
                 */
                readonly include_attachments?: components["parameters"]["ExportIncludeAttachments"];
                /**
                 * @description IANA time zone in which times are written. An unknown zone answers 422.
                 * @example Europe/Berlin
                 */
                readonly time_zone?: components["parameters"]["ExportTimeZone"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly session_id: components["parameters"]["SessionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document. */
            readonly 200: {
                headers: {
                    readonly "Content-Disposition": components["headers"]["ContentDisposition"];
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/markdown": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly exportPdf: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Branch to export, with the messages it shares with its parent branch.
                 * @example main
                 */
                readonly branch_id?: components["parameters"]["ExportBranchId"];
                /**
                 * @description Whether the sources of each answer are listed below it.
                 * @example true
                 */
                readonly include_citations?: components["parameters"]["ExportIncludeCitations"];
                /**
                 * @description Whether the attachments of each message are listed below it (name, type and size, not the bytes).
                 * @example true
                 */
                readonly include_attachments?: components["parameters"]["ExportIncludeAttachments"];
                /**
                 * @description IANA time zone in which times are written. An unknown zone answers 422.
                 * @example Europe/Berlin
                 */
                readonly time_zone?: components["parameters"]["ExportTimeZone"];
                /**
                 * @description Size of the paper.
                 * @example a4
                 */
                readonly page_format?: components["parameters"]["ExportPageFormat"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly session_id: components["parameters"]["SessionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document. */
            readonly 200: {
                headers: {
                    readonly "Content-Disposition": components["headers"]["ContentDisposition"];
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createShareLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly session_id: components["parameters"]["SessionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ShareLinkCreate"];
            };
        };
        readonly responses: {
            /** @description The link with its token. `Location` is where it can be revoked. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ShareLinkCreated"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly revokeShareLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly session_id: components["parameters"]["SessionId"];
                /**
                 * @description A share link of the conversation, by its token or by its `id`.
                 * @example 6d9e0f3a-8b1c-4d27-a5e6-2f4c7b8d9e01
                 */
                readonly share_token: components["parameters"]["ShareId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The link is dead. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listShareLinks: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                readonly session_id: components["parameters"]["SessionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every live link. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ShareLinkList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getSharedConversation: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
                 * @example eyJ2IjoxfQ
                 */
                readonly cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                readonly page_size?: components["parameters"]["PageSize"];
            };
            readonly header?: {
                /**
                 * @description Password of a protected share link; not looked at for others.
                 * @example plum-kettle-47
                 */
                readonly "X-Share-Password"?: components["parameters"]["SharePassword"];
            };
            readonly path: {
                /**
                 * @description Token of a share link, as its creation answered it (43 characters of URL-safe base64).
                 * @example q7Zt0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzA
                 */
                readonly share_token: components["parameters"]["ShareToken"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The conversation with one page of its messages. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["CacheControl"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SharedConversation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly transcribeAudio: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["TranscriptionRequest"];
            };
        };
        readonly responses: {
            /** @description The text. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Transcription"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly synthesizeSpeech: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SpeechRequest"];
            };
        };
        readonly responses: {
            /** @description The speech. */
            readonly 200: {
                headers: {
                    readonly "Content-Disposition": components["headers"]["ContentDisposition"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "audio/mpeg": string;
                    readonly "audio/wav": string;
                    readonly "audio/ogg": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly createRealtimeSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RealtimeSessionRequest"];
            };
        };
        readonly responses: {
            /** @description What the client needs to connect. */
            readonly 200: {
                headers: {
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RealtimeSession"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly relayTranscript: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TranscriptRelay"];
            };
        };
        readonly responses: {
            /** @description The stored pair. */
            readonly 200: {
                headers: {
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RelayedTranscript"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly submitVoiceMetrics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["VoiceMetrics"];
            };
        };
        readonly responses: {
            /** @description Taken. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listCalendars: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The calendars. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly listCalendarEvents: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
                 * @example eyJ2IjoxfQ
                 */
                readonly cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                readonly page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Beginning of the period; now when absent.
                 * @example 2026-03-02T00:00:00.000Z
                 */
                readonly start?: string;
                /**
                 * @description End of the period, at most 400 days after its beginning; 30 days after it when absent.
                 * @example 2026-03-09T00:00:00.000Z
                 */
                readonly end?: string;
                /**
                 * @description Calendar to use; the account's first one when absent.
                 * @example personal
                 */
                readonly calendar_id?: components["parameters"]["CalendarId"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of occurrences. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarEventPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly createCalendarEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CalendarEventCreate"];
            };
        };
        readonly responses: {
            /** @description The event. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly replaceCalendarEvent: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Calendar to use; the account's first one when absent.
                 * @example personal
                 */
                readonly calendar_id?: components["parameters"]["CalendarId"];
            };
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description UID of the event (RFC 5545).
                 * @example 7c0f3a52-8a5e-4a53-9d53-3f1f5e2b8c10
                 */
                readonly event_uid: components["parameters"]["EventUid"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CalendarEventReplace"];
            };
        };
        readonly responses: {
            /** @description The event as it is now. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly deleteCalendarEvent: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Calendar to use; the account's first one when absent.
                 * @example personal
                 */
                readonly calendar_id?: components["parameters"]["CalendarId"];
            };
            readonly header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description UID of the event (RFC 5545).
                 * @example 7c0f3a52-8a5e-4a53-9d53-3f1f5e2b8c10
                 */
                readonly event_uid: components["parameters"]["EventUid"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The event is gone. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly listEmailFolders: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The folders. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmailFolderList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly listEmailMessages: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Opaque position from `next_cursor` of the page before. Not to be combined with `page`.
                 * @example eyJ2IjoxfQ
                 */
                readonly cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead.
                 * @example 1
                 */
                readonly page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                readonly page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Path of the folder.
                 * @example INBOX
                 */
                readonly folder?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of messages. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmailMessagePage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly sendEmail: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EmailSend"];
            };
        };
        readonly responses: {
            /** @description The mail server has taken it. */
            readonly 200: {
                headers: {
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmailSent"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly indexFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FileIndexRequest"];
            };
        };
        readonly responses: {
            /** @description The document behind the file. */
            readonly 200: {
                headers: {
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FileIndexResult"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
    readonly scanAndIndexFiles: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Kind of the documents that are added.
                 * @example note
                 */
                readonly source_type?: "guideline" | "textbook" | "journal" | "note" | "uploaded";
                /**
                 * @description Also index what has not changed.
                 * @example false
                 */
                readonly force_reindex?: boolean;
            };
            readonly header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The scan, finished or under way. */
            readonly 200: {
                headers: {
                    readonly "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FileScan"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["UnprocessableContent"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["ServiceUnavailable"];
            readonly 504: components["responses"]["GatewayTimeout"];
        };
    };
}
