// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.
export interface paths {
    "/api/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Creates an account with the role `user` and opens its first session. E-mail addresses are compared without
         *     regard to case; a taken one is 409 `email_taken`. A password that is too easy to guess is 422 `weak_password`.
         *     Nothing proves yet that the address is the caller's own: whoever logs in at a provider that vouches for it gets
         *     the account, and the password ends; or, where the account is linked to a login at a provider, the address alone.
         *     Addresses of the domain `released.invalid` are kept for accounts that lose theirs so: 422.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Login
         * @description Opens a session. An unknown address, a wrong password and a deactivated account get the same answer after the
         *     same work: 401 `invalid_credentials`. After several failures the next attempt has to wait (429), longer each
         *     time.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh Token
         * @description Exchanges a refresh token for a new pair; each token is good for one exchange. For ten seconds the same token
         *     answers the same successor, so that parallel tabs stay in one session. Any later reuse is taken for theft: it
         *     ends the session with all its tokens and answers 401 `invalid_refresh_token`.
         */
        post: operations["refreshTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Logout
         * @description Ends the session of the access token: its access and refresh tokens are refused from then on, on every replica
         *     within a second. Sessions of the same account on other devices stay open.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Current User Info
         * @description The account behind the access token, as it is now.
         */
        get: operations["getCurrentUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oauth/{provider}/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Oauth Authorize
         * @description Starts a login at an external provider. Send the browser to `authorization_url`; the provider sends it back to
         *     the application with `code` and `state`, which go to the callback within ten minutes, once. The application
         *     keeps `state` and drops a callback whose `state` is not its own: that ties the login to this browser. A provider
         *     that is not configured answers 503 `not_configured`. With a valid access token, the login is for linking the
         *     provider to the account of that token, which its completion has to prove; any other token counts as none.
         */
        get: operations["authorizeOauth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oauth/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Oauth Callback
         * @description Completes a login at an external provider. An account is found by the provider's own identifier. A new one is
         *     made for an e-mail address that the provider calls verified; an unverified one is 403 `email_not_verified`, and
         *     one that no account can have (of other characters than ASCII, for example) is 502. An account that has the
         *     address already is linked if the address was proved to be its own before. If it was only registered, its owner
         *     takes it over (`taken_over`): password, sessions and share links end, the content stays. If it was only
         *     registered and is linked to a login at a provider already, it stays with whoever that is, with password,
         *     sessions and content, but without the address, which becomes one of the domain `released.invalid`; the owner of
         *     the address gets a new account (`created`). Accounts with a role other than `user` whose address is not proved,
         *     every administrator, and a login that an account has dropped, whatever its address is by now, are 409: log in
         *     and start again with the access token. A code or state that is unknown, used, expired or of another provider or
         *     caller is 401 `invalid_credentials`.
         *
         *     With an access token it links the provider to the caller's account. That needs `current_password`, as a change
         *     of the e-mail address does, or 422; the state stays good. An account without a password proves itself by a
         *     session that began with a login at its provider within the last ten minutes.
         */
        post: operations["completeOauth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oauth/{provider}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Oauth Provider Status
         * @description Whether a login at this provider can be offered.
         */
        get: operations["getOauthProviderStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Current User Profile
         * @description The caller's own profile.
         */
        get: operations["getMyProfile"];
        /**
         * Update Current User Profile
         * @description Replaces name and e-mail address of the caller. A new address needs the current password, since it decides who
         *     can take over the account. Addresses of the domain `released.invalid` are 422, unless it is the account's own.
         */
        put: operations["updateMyProfile"];
        post?: never;
        /**
         * Delete Current User Account
         * @description Deletes the caller's account with its conversations, files and links, and ends every session. What the audit
         *     trail says of the account stays, without its name. The last active admin has to stay: 409 `last_admin`. A wrong
         *     password is 422. An account without a password proves itself by a login at its provider within the last ten
         *     minutes. HTTP leaves the meaning of a body of DELETE to the operation: here it is needed, and proxies have to
         *     let it through.
         */
        delete: operations["deleteMyAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/me/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Password
         * @description Sets a new password and ends every other session of the account. A wrong current password is 422; a password
         *     that is too easy to guess is 422 `weak_password`. An account without a password sets its first one within ten
         *     minutes of a login at its provider. The answer names the logins at providers that still open the account;
         *     `unlink_providers` drops those of the named providers, which open no account until an owner
         *     links them again.
         */
        post: operations["changeMyPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description Accounts, oldest first.
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get User By Id
         * @description One account.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update User
         * @description Changes the given fields of an account. The last active admin can be neither demoted nor deactivated: 409
         *     `last_admin`.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/api/users/{user_id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Activate User
         * @description Lets an account log in again. An active account stays as it is.
         */
        put: operations["activateUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Deactivate User
         * @description Ends every session of an account and refuses new ones. The last active admin stays active: 409 `last_admin`.
         */
        put: operations["deactivateUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/promote-admin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Promote To Admin
         * @description Gives an active account the role `admin`. A deactivated account is 409.
         */
        put: operations["promoteUserToAdmin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/revoke-admin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Revoke Admin Privileges
         * @description Takes the role `admin` from an account, which becomes a `user`. The last active admin keeps it (409).
         */
        put: operations["revokeUserAdmin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health Check
         * @description The process is alive. No dependency is touched.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readiness Check
         * @description Whether this replica should get traffic. It should not while a dependency that it cannot do without is down
         *     (503 `dependency_unavailable`) or while it shuts down (503 `shutting_down`).
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/detailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Detailed Health Check
         * @description Every dependency with its state and latency. Optional services that are down make it `degraded`; a dependency
         *     that the gateway cannot do without makes it 503.
         */
        get: operations["getDetailedHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/openai": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Openai Health Check
         * @description Whether the model provider answers, asked at most every 30 seconds. Without a key it is 503 `not_configured`;
         *     a provider that fails is 502, one that stays silent 504.
         */
        get: operations["getOpenaiHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prometheus Metrics
         * @description Figures of this process in the text form of Prometheus. When the operator set a token, it has to be sent as
         *     bearer token.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/cache/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Cache Stats
         * @description The cache as this deployment uses it, by group of keys.
         */
        get: operations["adminGetCacheStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/cache/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clear Cache
         * @description Empties the cache on every replica. Nothing but speed is lost.
         */
        post: operations["adminClearCache"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/cache/invalidate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invalidate Cache Pattern
         * @description Removes the keys that match a pattern, on every replica. `*` stands for any text. One call looks at a bounded
         *     number of keys; `complete` false asks for another call.
         */
        post: operations["adminInvalidateCache"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/feature-flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Feature Flags
         * @description Every flag by name.
         */
        get: operations["adminListFeatureFlags"];
        put?: never;
        /**
         * Create Feature Flag
         * @description Adds a flag. A taken name is 409 `duplicate_name`; a value that is not of `flag_type` is 422.
         */
        post: operations["adminCreateFeatureFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/feature-flags/{flag_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Feature Flag
         * @description One flag.
         */
        get: operations["adminGetFeatureFlag"];
        put?: never;
        post?: never;
        /**
         * Delete Feature Flag
         * @description Removes a flag; code that asks for it gets its own default.
         */
        delete: operations["adminDeleteFeatureFlag"];
        options?: never;
        head?: never;
        /**
         * Update Feature Flag
         * @description Changes the given fields; `value` null clears it. The type of a flag cannot change.
         */
        patch: operations["adminUpdateFeatureFlag"];
        trace?: never;
    };
    "/api/admin/feature-flags/{flag_name}/toggle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Toggle Feature Flag
         * @description Turns a flag over. With `If-Match` a repeated or crossing call is 412 instead of turning it back.
         */
        post: operations["adminToggleFeatureFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/kb/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Documents
         * @description Documents of the knowledge base, newest first.
         */
        get: operations["adminListDocuments"];
        put?: never;
        /**
         * Upload Document
         * @description Adds a document of up to 100 MiB: PDF, DOCX, Markdown, HTML or plain text, told by its content. It is searched
         *     once a job has indexed it; until then `indexing_status` is `pending` or `processing`.
         */
        post: operations["adminUploadDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/kb/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Document
         * @description One document with the state of its index.
         */
        get: operations["adminGetDocument"];
        put?: never;
        post?: never;
        /**
         * Delete Document
         * @description Removes a document with its index and the cached answers that rest on it; a running job is stopped.
         */
        delete: operations["adminDeleteDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/panel/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get System Summary
         * @description Counts for the first page of the administration.
         */
        get: operations["adminGetSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/panel/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get System Metrics
         * @description Figures by day in UTC, oldest first, with a zero for a day on which nothing happened.
         */
        get: operations["adminGetMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/panel/websocket-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Websocket Status
         * @description Open sockets over all replicas.
         */
        get: operations["adminGetWebsocketStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/panel/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Audit Logs
         * @description The audit trail, newest first. Entries name people and things by id only; each carries its link of the hash
         *     chain.
         */
        get: operations["adminListAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/panel/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description Accounts with what the administration wants to know of them, newest first.
         */
        get: operations["adminListUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/panel/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get User
         * @description One account.
         */
        get: operations["adminGetUser"];
        /**
         * Update User
         * @description Replaces what an administrator decides of an account. A taken address is 409 `email_taken`; the last active
         *     admin can be neither demoted nor deactivated (409 `last_admin`). `reason` goes into the audit trail.
         */
        put: operations["adminReplaceUser"];
        post?: never;
        /**
         * Delete User
         * @description Deletes an account with everything that belongs to it. The last active admin has to stay (409 `last_admin`);
         *     one's own account is deleted under `/api/users/me` (409).
         */
        delete: operations["adminDeleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Conversations
         * @description The caller's conversations, newest activity first (`last_activity_at`, then `id`). Archived ones are among them unless `archived` says otherwise. With `search`, `total` counts up to 200 matches; the pages go on past them.
         */
        get: operations["listConversations"];
        put?: never;
        /**
         * Create Conversation
         * @description Opens an empty conversation. A folder has to be one of the caller's.
         */
        post: operations["createConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Conversation
         * @description One conversation, without its messages.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        /**
         * Delete Conversation
         * @description Deletes the conversation with its messages, branches, settings, events and share links.
         */
        delete: operations["deleteConversation"];
        options?: never;
        head?: never;
        /**
         * Update Conversation
         * @description Changes the given fields; `folder_id` null takes the conversation out of its folder.
         */
        patch: operations["updateConversation"];
        trace?: never;
    };
    "/api/conversations/{conversation_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Messages
         * @description The messages of a branch, oldest first. A branch shows the messages before its fork as well.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Create Message
         * @description Stores a message. With `reply` the assistant answers it as well: as JSON when the answer is complete, or, with
         *     `Accept: text/event-stream`, as it is written: `message` (the stored message), `delta` (a piece of the answer),
         *     `citations`, `done` (the stored answer) or `error`. A stream that broke off resumes with `Last-Event-ID`.
         *     The same `client_message_id` with the same content answers the stored message, with another content 409.
         */
        post: operations["createMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/messages/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Message
         * @description Takes a message out of every view, shares and exports included. Messages that follow it stay; a message from
         *     which a branch was forked cannot be deleted (409).
         */
        delete: operations["deleteMessage"];
        options?: never;
        head?: never;
        /**
         * Edit Message
         * @description Replaces the content of one of the caller's own messages; the event log keeps that it was edited. An answer of
         *     the assistant cannot be edited (409).
         */
        patch: operations["editMessage"];
        trace?: never;
    };
    "/api/conversations/{conversation_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Conversation Events
         * @description The durable log of the conversation in order. Every change appears in it once, with a sequence number without
         *     gaps. With `Accept: text/event-stream` the log is sent from the given position and then live: behind
         *     `Last-Event-ID`, `after` and `since`, whichever is furthest. A `Last-Event-ID` is a sequence number, written as
         *     `after` is, and holds for the list as well.
         *
         *     A position past the end of the log is one that the database has lost, as when a backup was restored; what its
         *     client holds is then partly of a past that is gone. The list answers 409 `position_past_end`. The stream sends
         *     `reset` with the end of the log, at its beginning or when the log is set back later, and goes on behind that: its
         *     client throws away what it holds, reads the conversation again and applies the events that follow. Open the
         *     stream anew then, without `after`: it would be reset again each time it comes back with such an `after`.
         */
        get: operations["listConversationEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Conversation Settings
         * @description How the assistant answers in this conversation. A field that is null follows the gateway's default.
         */
        get: operations["getConversationSettings"];
        /**
         * Update Conversation Settings
         * @description Replaces all settings; every field has to be given.
         */
        put: operations["replaceConversationSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Patch Conversation Settings
         * @description Changes the given fields; null goes back to the default.
         */
        patch: operations["updateConversationSettings"];
        trace?: never;
    };
    "/api/conversations/{session_id}/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Branches
         * @description The branches of a conversation as a flat list, `main` first; `parent_branch_id` makes the tree.
         */
        get: operations["listBranches"];
        put?: never;
        /**
         * Create Branch
         * @description Forks the conversation behind a message. The branch shares everything up to that message; with `first_message`
         *     it starts with a message of its own. A conversation has at most 200 branches (409 beyond).
         */
        post: operations["createBranch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{session_id}/branches/{branch_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Branch Messages
         * @description The messages of a branch, oldest first, with those it shares with its parents up to the fork; `shared` tells
         *     them apart. It is the list of `GET /api/conversations/{conversation_id}/messages?branch_id=`, and a cursor of
         *     one goes on in the other.
         */
        get: operations["listBranchMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{message_id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Attachments
         * @description The files of one message, oldest first. A message carries at most 20 of them.
         */
        get: operations["listAttachments"];
        put?: never;
        /**
         * Upload Attachment
         * @description Adds one file of 1 byte to 10 MiB to a message, where the operator sets no other limit. PDF, plain text,
         *     Markdown, PNG, JPEG, GIF, DOC and DOCX are taken, unless the operator says otherwise; what a file is follows
         *     from its bytes, neither from its name nor from the declared type (415 otherwise). Only whether a text is
         *     Markdown is told by the name (`.md`, `.markdown`). A message that has 20 attachments answers 409 `conflict`,
         *     a file for which the storage quota of the account has no room 409 `quota_exceeded`.
         */
        post: operations["uploadAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{attachment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Attachment
         * @description Removes the attachment and its bytes. The quota it used is free again at once. Attachments also go with their
         *     message, conversation or account.
         */
        delete: operations["deleteAttachment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{attachment_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Attachment
         * @description The bytes as they were uploaded, always as a download and never for display in place; the recorded type is
         *     `mime_type` of the attachment. The bytes of an attachment never change, so its `ETag` is strong and an
         *     interrupted download can go on with `Range` and `If-Range`. One range per request; a request for several
         *     gets the whole body. Conditions are looked at in the order of RFC 9110: `If-Match` or `If-Unmodified-Since`
         *     (412), `If-None-Match` or `If-Modified-Since` (304), `If-Range`. A weak ETag in `If-Match` or `If-Range` is
         *     none of a file.
         */
        get: operations["downloadAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clinical-contexts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Clinical Context
         * @description Records what is known of the patient. With `session_id` it belongs to that conversation and goes into its
         *     prompts; a conversation has at most one (a second is 409), and one that is not the caller's answers 404.
         *     Without `session_id` it stands alone and reaches a prompt only by a message that names it. Values outside the
         *     ranges, or a diastolic above the systolic pressure, are refused with 422.
         */
        post: operations["createClinicalContext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clinical-contexts/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Current Clinical Context
         * @description With `session_id` the context of that conversation and of no other; without it the one of the caller that
         *     was changed last, which may concern another patient. 404 when there is none, or when the conversation is
         *     not the caller's.
         */
        get: operations["getCurrentClinicalContext"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clinical-contexts/{context_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Clinical Context
         * @description One clinical context of the caller.
         */
        get: operations["getClinicalContext"];
        /**
         * Update Clinical Context
         * @description Replaces every clinical value. All fields have to be present (`null`, `[]` or `{}` where nothing is
         *     known), so that no value is lost by omission; inside `vitals` an absent measurement counts as `null`.
         *     The former values are kept as an earlier version; the same values again are no change. The conversation of a
         *     context does not change.
         */
        put: operations["replaceClinicalContext"];
        post?: never;
        /**
         * Delete Clinical Context
         * @description Removes the context with its earlier versions. Answers written from now on do not know it any more; earlier
         *     ones stay as they are.
         */
        delete: operations["deleteClinicalContext"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Folders
         * @description The folders directly inside `parent_id`, or those at the top when it is absent, by name. A parent that is
         *     not the caller's answers 404. All levels at once are given by `GET /api/folders/tree`.
         */
        get: operations["listFolders"];
        put?: never;
        /**
         * Create Folder
         * @description Creates a folder at the top or inside `parent_folder_id`; a parent that is not the caller's answers 404.
         *     Siblings differ in name, regardless of case and of spaces around it (409 `duplicate_name`): two names are one when
         *     their lower case by Unicode is the same in NFC. Letters that are only related stay different, such as ß and ss,
         *     σ and ς, or e and é. An account has at most 10,000 folders in at most 10 levels (409 `conflict`).
         */
        post: operations["createFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/folders/tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Folder Tree
         * @description Every folder of the caller, nested, each level by name, as they were at one moment.
         */
        get: operations["getFolderTree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/folders/{folder_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Folder
         * @description One folder of the caller. The `ETag` changes with the folder and with `conversation_count`; `If-Match` looks at
         *     the folder alone, so that a conversation put into it in the meantime makes no change of the folder stale.
         */
        get: operations["getFolder"];
        /**
         * Update Folder
         * @description Replaces name, look and place. All four fields have to be present, so that a forgotten `parent_folder_id`
         *     cannot move the folder; `null` there puts it at the top. A parent that is not the caller's answers 404, a
         *     sibling of that name 409 `duplicate_name`, a parent inside the folder itself 409 `folder_cycle`, and more
         *     than 10 levels 409 `conflict`.
         */
        put: operations["replaceFolder"];
        post?: never;
        /**
         * Delete Folder
         * @description Removes the folder only: its subfolders go to the top, its conversations lie in no folder afterwards and keep
         *     their `updated_at` and their place in the list; the log of each says so. When a subfolder has the name of
         *     another folder at the top, nothing is changed and the answer is 409 `duplicate_name`.
         */
        delete: operations["deleteFolder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/folders/{folder_id}/move/{target_folder_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Folder
         * @description Puts a folder, with all it holds, inside another. Moving it to where it already is changes nothing. Into
         *     itself or into a folder below it is 409 `folder_cycle`, a sibling of that name 409 `duplicate_name`, more
         *     than 10 levels 409 `conflict`. To the top: `PUT` with `parent_folder_id: null`.
         */
        post: operations["moveFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session_id}/export/markdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Markdown
         * @description One branch of the conversation, or all of them, as a Markdown document (UTF-8), written while it is read.
         *     Message content stands in it quoted and cannot change the structure of the document. What people wrote is
         *     escaped, so that it is shown as they wrote it; Markdown of the assistant stands as such, but images, HTML and
         *     links to anything but the web and mail are shown as text. Comments carry what a program needs to read the
         *     document back. A branch that the conversation does not have answers 404.
         */
        get: operations["exportMarkdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session_id}/export/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Pdf
         * @description One branch of the conversation, or all of them, as a PDF with selectable text in every script, written while
         *     it is read. What people wrote is set as they wrote it, line by line; Markdown of the assistant is set as such,
         *     and nothing in it is loaded, run or left out. Where no font for a script is installed, the document says so. A
         *     branch that the conversation does not have answers 404, too many documents at the same time 503.
         */
        get: operations["exportPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session_id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Share Link
         * @description Makes a link under which one branch of the conversation can be read, live, until it expires or is revoked.
         *     The token is in this answer only (and in its replay under the same `Idempotency-Key`); the gateway keeps no
         *     more than its hash. A conversation has at most 50 live links (409). An unknown branch answers 404. Links end
         *     with their conversation and with the account of its owner.
         */
        post: operations["createShareLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session_id}/share/{share_token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Share Link
         * @description Ends a link at once, on every replica. It is named by its token or by its `id`, which the list gives. A link
         *     of another conversation answers 404, and so does one that is revoked or expired already.
         */
        delete: operations["revokeShareLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{session_id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Share Links
         * @description The live links of the conversation, newest first, without their tokens. Expired and revoked links are not
         *     among them.
         */
        get: operations["listShareLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shared/{share_token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Shared Conversation
         * @description The shared branch as it is now, oldest message first, a page at a time; nothing in it tells who owns it.
         *     Unknown, revoked and expired links answer 404 alike, and so do those of conversations that are deleted and of
         *     owners who are deactivated. A link with `allow_anonymous: false` needs a bearer token of any account (401
         *     `unauthenticated`); elsewhere none is needed, and one makes no difference. A protected link needs its password
         *     with every page (401 `share_password_required`, `share_password_wrong`); after several wrong ones everybody
         *     who comes from the same address has to wait (429). After many from anywhere, everybody does for a minute at
         *     most, except from addresses that opened the link within thirty days: somebody who goes on guessing can hold up
         *     new readers, and the owner ends that with another link. The access is counted with the first page.
         */
        get: operations["getSharedConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voice/transcribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transcribe audio to text
         * @description Turns one recording of up to 25 MiB into text. The kind of audio is told by its content. Nothing is stored.
         *     Without a speech service it is 503 `not_configured`.
         */
        post: operations["transcribeAudio"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voice/synthesize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synthesize speech from text
         * @description Speaks a text. The answer's content type says which format it is; a text is split at sentences where the
         *     speech service has a limit of its own.
         */
        post: operations["synthesizeSpeech"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voice/realtime-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Realtime API session
         * @description Prepares a spoken conversation that the client holds directly with the speech service. The token is good for
         *     this one session and expires soon; the gateway's own key is never given out. A conversation has to be the
         *     caller's.
         */
        post: operations["createRealtimeSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voice/relay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Relay final voice transcript to RAG
         * @description Stores a finished transcript as a message of the conversation and lets the assistant answer it. A retry with
         *     the same `client_message_id` and the same text answers the stored pair.
         */
        post: operations["relayTranscript"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voice/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit voice session metrics
         * @description Reports how a spoken session goes. Values are totals of the session, so that a later report of the same session
         *     replaces an earlier one.
         */
        post: operations["submitVoiceMetrics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/calendar/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Calendars
         * @description The calendars of the account in use: the caller's own connection, else the gateway's account, which only
         *     admins may use.
         */
        get: operations["listCalendars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/calendar/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Events
         * @description What takes place between two times, in order of start. A recurring event appears once for each occurrence.
         */
        get: operations["listCalendarEvents"];
        put?: never;
        /**
         * Create Event
         * @description Adds an event. `end` has to lie behind `start`.
         */
        post: operations["createCalendarEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/calendar/events/{event_uid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update Event
         * @description Replaces an event, with a recurring one the whole series. What the calendar holds beside these fields, such as
         *     alarms and attendees, stays.
         */
        put: operations["replaceCalendarEvent"];
        post?: never;
        /**
         * Delete Event
         * @description Removes an event, with a recurring one the whole series.
         */
        delete: operations["deleteCalendarEvent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/email/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Email Folders
         * @description The folders of the mailbox in use: the caller's own connection, else the gateway's account, which only admins
         *     may use.
         */
        get: operations["listEmailFolders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/email/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Email Messages
         * @description Messages of a folder, newest first, without their bodies.
         */
        get: operations["listEmailMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/email/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Email
         * @description Sends a message from the account in use. Recipients that the mail server refuses are listed with its reason;
         *     when it refuses all of them the answer is 502.
         */
        post: operations["sendEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/files/index": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Index Specific File
         * @description Brings one file of the connected storage into the knowledge base. A job does it; the document says how far it
         *     is. An unchanged file is not indexed again.
         */
        post: operations["indexFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/files/scan-and-index": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Scan And Index Files
         * @description Compares the watched folders of the connected storage with the knowledge base and sets jobs for what is new or
         *     changed; documents of vanished files are removed. A scan that is running is answered instead of a second one.
         */
        post: operations["scanAndIndexFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: uuid
         * @description Identifier made by the server.
         */
        Uuid: string;
        /**
         * Format: date-time
         * @description RFC 3339 in UTC with milliseconds and `Z`.
         */
        Timestamp: string;
        /**
         * Format: int32
         * @description Rows asked for.
         */
        PageSizeValue: number;
        /**
         * Format: int64
         * @description Rows in the whole list.
         */
        TotalValue: number;
        /** @description Position of the next page; null on the last one. */
        NextCursorValue: string | null;
        /**
         * Format: int32
         * @description Number of this page; present when the request was numbered.
         */
        PageValue: number;
        /**
         * @description What went wrong, for programs. A closed list.
         * @enum {string}
         */
        ErrorCode: "malformed_request" | "malformed_json" | "invalid_cursor" | "unauthenticated" | "invalid_credentials" | "invalid_refresh_token" | "share_password_required" | "share_password_wrong" | "forbidden" | "email_not_verified" | "not_found" | "method_not_allowed" | "conflict" | "email_taken" | "idempotency_key_reused" | "quota_exceeded" | "last_admin" | "duplicate_name" | "folder_cycle" | "position_past_end" | "precondition_failed" | "request_timeout" | "payload_too_large" | "unsupported_media_type" | "range_not_satisfiable" | "validation_failed" | "page_too_deep" | "weak_password" | "rate_limited" | "headers_too_large" | "internal_error" | "not_implemented" | "upstream_error" | "not_configured" | "dependency_unavailable" | "shutting_down" | "upstream_timeout" | "operation_timeout";
        /** @description One violation of the contract. */
        ProblemError: {
            /**
             * @description Part of the request.
             * @enum {string}
             */
            in: "path" | "query" | "header" | "cookie" | "body";
            /** @description JSON Pointer into that part; never the rejected value. */
            path: string;
            /** @description What is required there. */
            message: string;
            /**
             * @description Name of the violated rule: a keyword of JSON Schema such as `required`, `maxLength` or `format`; or `line`,
             *     `text`, `storable`, `number`, `unique` or `unexpected`, which the beginning of this document explains; or
             *     `not` for what does not go together, as `cursor` and `page`, `cursor` for a position that is not of this
             *     list, `exists` for an id that names nothing of the caller's, `time-zone` for a name that is no IANA zone,
             *     `password` for one that is not the current one, `fresh_login` where only a login a moment ago would prove
             *     who asks, `released` for an address of the domain of released ones, `multipart` for a part of a form whose
             *     name is too long or nests too deep.
             */
            rule: string;
        };
        /** @description The one form of every error (RFC 9457). */
        Problem: {
            /** @description URI reference of the kind of problem. */
            type: string;
            /** @description The kind of problem in words. */
            title: string;
            /**
             * Format: int32
             * @description HTTP status, as in the status line.
             */
            status: number;
            /** @description What happened in this request and what helps. */
            detail: string;
            /** @description This occurrence, as a URI of its `request_id`. */
            instance: string;
            code: components["schemas"]["ErrorCode"];
            /** @description Id to quote to the operator; also in `X-Request-ID`. */
            request_id: string;
            /** @description Each violation, with 422; with 400 and 409 the parts of the request that are meant, where there are some. */
            errors?: components["schemas"]["ProblemError"][];
        };
        /** @description A new account. */
        Registration: {
            /**
             * Format: email
             * @description Address to log in with.
             */
            email: string;
            /**
             * Format: password
             * @description At least 12 characters.
             */
            password: string;
            /**
             * Format: line
             * @description Name as it is shown.
             */
            full_name?: string | null;
        };
        /** @description Who opens a session. */
        Login: {
            /** Format: email */
            email: string;
            /** Format: password */
            password: string;
        };
        /** @description The refresh token to exchange. */
        RefreshRequest: {
            refresh_token: string;
        };
        /**
         * @description How the access token is sent.
         * @enum {string}
         */
        TokenType: "bearer";
        /** @description What a client holds of a session. */
        TokenPair: {
            /** @description JWT for `Authorization: Bearer`. */
            access_token: string;
            /** @description Good for one exchange within seven days. */
            refresh_token: string;
            token_type: components["schemas"]["TokenType"];
            /**
             * Format: int32
             * @description Seconds until the access token expires.
             */
            expires_in: number;
        };
        /**
         * @description `viewer` reads the administration, `admin` changes it.
         * @enum {string}
         */
        UserRole: "user" | "viewer" | "admin";
        /** @description An account. */
        User: {
            id: components["schemas"]["Uuid"];
            /** Format: email */
            email: string;
            full_name: string | null;
            role: components["schemas"]["UserRole"];
            /** @description Whether it can log in. */
            is_active: boolean;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @description Null before the first login.
             */
            last_login_at: string | null;
        };
        /** @description A new account and the tokens of its first session. */
        RegisteredAccount: {
            user: components["schemas"]["User"];
            /** @description JWT for `Authorization: Bearer`. */
            access_token: string;
            /** @description Good for one exchange within seven days. */
            refresh_token: string;
            token_type: components["schemas"]["TokenType"];
            /**
             * Format: int32
             * @description Seconds until the access token expires.
             */
            expires_in: number;
        };
        /** @description The start of a login at a provider. */
        OauthAuthorization: {
            /**
             * Format: uri
             * @description Where to send the browser.
             */
            authorization_url: string;
            /** @description Comes back with the code; good once. */
            state: string;
            /**
             * Format: int32
             * @description Seconds within which the login has to be completed.
             */
            expires_in: number;
        };
        /** @description What the provider sent back through the browser. */
        OauthCompletion: {
            code: string;
            state: string;
            /** @description What the provider sent as `iss`, if it did; then it has to be the provider's own. */
            iss?: string;
            /**
             * Format: password
             * @description Needed to link the provider to the account of the access token; not looked at without one.
             */
            current_password?: string;
        };
        /** @description What a client holds of a session that a login at a provider opened. */
        OauthSession: {
            /** @description JWT for `Authorization: Bearer`. */
            access_token: string;
            /** @description Good for one exchange within seven days. */
            refresh_token: string;
            token_type: components["schemas"]["TokenType"];
            /**
             * Format: int32
             * @description Seconds until the access token expires.
             */
            expires_in: number;
            /**
             * @description `known`: this login opened the account before. `linked`: it does so from now on. `created`: the account is
             *     new. `taken_over`: somebody had registered the address without proof; that password is gone, and what the
             *     account holds may be of somebody else.
             * @enum {string}
             */
            account: "known" | "linked" | "created" | "taken_over";
        };
        /** @description State of a provider. */
        OauthProviderStatus: {
            provider: string;
            /** @description Whether a login can be started. */
            configured: boolean;
        };
        /** @description The caller's profile as it shall be. */
        ProfileReplace: {
            /** Format: line */
            full_name: string | null;
            /** Format: email */
            email: string;
            /**
             * Format: password
             * @description Needed when the address changes.
             */
            current_password?: string;
        };
        /** @description Proof that the account's owner asks. */
        PasswordConfirmation: {
            /** Format: password */
            password: string;
        };
        /** @description The old and the new password. */
        PasswordChange: {
            /**
             * Format: password
             * @description Needed unless the account has no password.
             */
            current_password?: string;
            /** Format: password */
            new_password: string;
            /** @description Providers whose logins shall not open the account any more. */
            unlink_providers?: string[];
        };
        /** @description What else opens the account than the new password. */
        PasswordChanged: {
            /** @description Logins at providers, oldest first. */
            linked_identities: components["schemas"]["LinkedIdentity"][];
        };
        /** @description A login at a provider that opens the account. */
        LinkedIdentity: {
            provider: string;
            linked_at: components["schemas"]["Timestamp"];
        };
        /** @description Changes to an account; an absent field stays. */
        UserUpdate: {
            /** Format: line */
            full_name?: string | null;
            role?: components["schemas"]["UserRole"];
            is_active?: boolean;
        };
        /** @description One page of accounts. */
        UserPage: {
            items: components["schemas"]["User"][];
            page_size: components["schemas"]["PageSizeValue"];
            total: components["schemas"]["TotalValue"];
            next_cursor: components["schemas"]["NextCursorValue"];
            page?: components["schemas"]["PageValue"];
        };
        /** @description Sign of life. */
        Health: {
            /** @enum {string} */
            status: "healthy";
            /** @description Version of the gateway. */
            version: string;
            timestamp: components["schemas"]["Timestamp"];
        };
        /** @description State of one dependency. */
        DependencyCheck: {
            /** @description Name of the dependency. */
            name: string;
            /** @enum {string} */
            status: "ok" | "failed" | "not_configured";
            /**
             * Format: double
             * @description Null when it was not asked.
             */
            latency_ms: number | null;
        };
        /** @description Whether the replica takes traffic. */
        Readiness: {
            /** @enum {string} */
            status: "ready";
            checks: components["schemas"]["DependencyCheck"][];
            timestamp: components["schemas"]["Timestamp"];
        };
        /** @description Every dependency of the replica. */
        DetailedHealth: {
            /** @enum {string} */
            status: "healthy" | "degraded";
            /** @description Version of the gateway. */
            version: string;
            /** Format: int64 */
            uptime_seconds: number;
            checks: components["schemas"]["DependencyCheck"][];
            timestamp: components["schemas"]["Timestamp"];
        };
        /** @description State of the model provider. */
        ModelProviderHealth: {
            /** @enum {string} */
            status: "ok";
            /** Format: double */
            latency_ms: number;
            checked_at: components["schemas"]["Timestamp"];
        };
        /** @description Keys with one beginning. */
        CacheGroup: {
            name: string;
            /** Format: int64 */
            keys: number;
        };
        /** @description State of the cache. */
        CacheStats: {
            /** @enum {string} */
            backend: "memory" | "redis";
            /** @description False while Redis is out of reach and the gateway works without a cache. */
            connected: boolean;
            /** Format: int64 */
            keys: number;
            /**
             * Format: int64
             * @description Null when only memory limits it.
             */
            max_keys: number | null;
            /** Format: int64 */
            memory_bytes: number | null;
            /** Format: int64 */
            hits: number;
            /** Format: int64 */
            misses: number;
            /**
             * Format: double
             * @description Null before the first question.
             */
            hit_ratio: number | null;
            /** Format: int64 */
            uptime_seconds: number;
            groups: components["schemas"]["CacheGroup"][];
        };
        /** @description Result of a clearing. */
        CacheCleared: {
            /** Format: int64 */
            keys_removed: number;
        };
        /** @description Which keys to remove. */
        CacheInvalidation: {
            /** @description Begins with the name of a group. */
            pattern: string;
            /**
             * @description Only count.
             * @default false
             */
            dry_run?: boolean;
        };
        /** @description Result of an invalidation. */
        CacheInvalidated: {
            pattern: string;
            dry_run: boolean;
            /** Format: int64 */
            keys_matched: number;
            /** Format: int64 */
            keys_removed: number;
            /** @description False when the bound of one call was reached. */
            complete: boolean;
        };
        /**
         * @description Type of a flag's value.
         * @enum {string}
         */
        FeatureFlagType: "boolean" | "string" | "number" | "json";
        /** @description A switch that the server itself asks. */
        FeatureFlag: {
            name: string;
            description: string;
            flag_type: components["schemas"]["FeatureFlagType"];
            enabled: boolean;
            /** @description Value while it is on, of the type `flag_type`. */
            value: unknown;
            /** @description Value while it is off, of the type `flag_type`. */
            default_value: unknown;
            /**
             * Format: int32
             * @description Share of users for whom it is on.
             */
            rollout_percentage: number;
            /** @description Roles for whom it is on whatever the share. */
            user_groups: string[];
            /** @description Environments in which it is off for everybody. */
            disabled_environments: string[];
            /** @description What the administrators note. */
            metadata: {
                [key: string]: unknown;
            };
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One page of flags. */
        FeatureFlagPage: {
            items: components["schemas"]["FeatureFlag"][];
            page_size: components["schemas"]["PageSizeValue"];
            total: components["schemas"]["TotalValue"];
            next_cursor: components["schemas"]["NextCursorValue"];
            page?: components["schemas"]["PageValue"];
        };
        /** @description A new flag. */
        FeatureFlagCreate: {
            name: string;
            /** Format: text */
            description: string;
            /** @default boolean */
            flag_type?: components["schemas"]["FeatureFlagType"];
            /** @default false */
            enabled?: boolean;
            /** @description Value while it is on, of the type `flag_type`. */
            value?: unknown;
            /** @description Value while it is off, of the type `flag_type`. */
            default_value?: unknown;
            /**
             * Format: int32
             * @default 100
             */
            rollout_percentage?: number;
            /** @default [] */
            user_groups?: string[];
            /** @default [] */
            disabled_environments?: string[];
            /** @description What the administrators note. */
            metadata?: {
                [key: string]: unknown;
            };
        };
        /** @description Changes to a flag; an absent field stays. */
        FeatureFlagUpdate: {
            /** Format: text */
            description?: string;
            enabled?: boolean;
            /** @description Value while it is on, of the flag's type. */
            value?: unknown;
            /** @description Value while it is off, of the flag's type. */
            default_value?: unknown;
            /** Format: int32 */
            rollout_percentage?: number;
            user_groups?: string[];
            disabled_environments?: string[];
            /** @description What the administrators note. */
            metadata?: {
                [key: string]: unknown;
            };
        };
        /**
         * @description Kind of a document.
         * @enum {string}
         */
        DocumentSourceType: "guideline" | "textbook" | "journal" | "note" | "uploaded";
        /**
         * @description State of a document's index.
         * @enum {string}
         */
        IndexingStatus: "pending" | "processing" | "ready" | "failed";
        /** @description A document of the knowledge base. */
        Document: {
            id: components["schemas"]["Uuid"];
            title: string;
            source_type: components["schemas"]["DocumentSourceType"];
            /** @description As the client named it. */
            file_name: string;
            /** @description By content. */
            mime_type: string;
            /** Format: int64 */
            size_bytes: number;
            /** @description Hexadecimal hash of the file. */
            sha256: string;
            indexing_status: components["schemas"]["IndexingStatus"];
            /** @description Why the index failed; null otherwise. */
            failure_reason: string | null;
            /** Format: int32 */
            chunk_count: number;
            /** Format: int64 */
            token_count: number;
            /** @description What is known of the source, such as author and year. */
            metadata: {
                [key: string]: unknown;
            };
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @description Null before it was ready for the first time.
             */
            indexed_at: string | null;
        };
        /** @description One page of documents. */
        DocumentPage: {
            items: components["schemas"]["Document"][];
            page_size: components["schemas"]["PageSizeValue"];
            total: components["schemas"]["TotalValue"];
            next_cursor: components["schemas"]["NextCursorValue"];
            page?: components["schemas"]["PageValue"];
        };
        /** @description A file and what is known of it. */
        DocumentUpload: {
            /**
             * Format: binary
             * @description The document itself.
             */
            file: string;
            /**
             * Format: line
             * @description The file name when absent.
             */
            title?: string;
            /** @default uploaded */
            source_type?: components["schemas"]["DocumentSourceType"];
        };
        /** @description Accounts by state. */
        UserCounts: {
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            active: number;
            /** Format: int64 */
            admins: number;
            /** Format: int64 */
            viewers: number;
        };
        /** @description Documents by state. */
        DocumentCounts: {
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            ready: number;
            /** Format: int64 */
            failed: number;
        };
        /** @description Counts of the whole deployment. */
        SystemSummary: {
            users: components["schemas"]["UserCounts"];
            /** Format: int64 */
            conversations: number;
            /** Format: int64 */
            messages: number;
            documents: components["schemas"]["DocumentCounts"];
            /** Format: int32 */
            open_websockets: number;
            generated_at: components["schemas"]["Timestamp"];
        };
        /** @description What happened on one day. */
        DailyFigures: {
            /** Format: date */
            date: string;
            /** Format: int64 */
            registrations: number;
            /**
             * Format: int64
             * @description Accounts with a session in use that day.
             */
            active_users: number;
            /**
             * Format: int64
             * @description Conversations created.
             */
            conversations: number;
            /**
             * Format: int64
             * @description Messages written.
             */
            messages: number;
        };
        /** @description Figures by day. */
        SystemMetrics: {
            days: components["schemas"]["DailyFigures"][];
            /** Format: int32 */
            period_days: number;
            generated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description What a socket is for.
         * @enum {string}
         */
        WebsocketKind: "chat" | "voice";
        /** @description Sockets by kind. */
        WebsocketCounts: {
            /** Format: int32 */
            chat: number;
            /** Format: int32 */
            voice: number;
        };
        /** @description Sockets of one replica. */
        ReplicaSockets: {
            replica_id: string;
            /** Format: int32 */
            open: number;
            seen_at: components["schemas"]["Timestamp"];
        };
        /** @description One open socket. */
        OpenSocket: {
            socket_id: components["schemas"]["Uuid"];
            user_id: components["schemas"]["Uuid"];
            kind: components["schemas"]["WebsocketKind"];
            opened_at: components["schemas"]["Timestamp"];
        };
        /** @description Open sockets. */
        WebsocketStatus: {
            /** Format: int32 */
            open: number;
            by_kind: components["schemas"]["WebsocketCounts"];
            replicas: components["schemas"]["ReplicaSockets"][];
            /** @description The newest sockets. */
            recent: components["schemas"]["OpenSocket"][];
            generated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description How an action ended.
         * @enum {string}
         */
        AuditOutcome: "succeeded" | "refused";
        /** @description One entry of the audit trail. */
        AuditEntry: {
            /**
             * Format: int64
             * @description Position in the chain.
             */
            seq: number;
            /** @description What was done, such as `session.open`. */
            action: string;
            outcome: components["schemas"]["AuditOutcome"];
            /** @description Code of the refusal. */
            error_code: string | null;
            /**
             * Format: uuid
             * @description Null when nobody was known.
             */
            actor_id: string | null;
            actor_role: components["schemas"]["UserRole"] | null;
            /** @description Kind of what was acted on. */
            object_type: string | null;
            object_id: string | null;
            request_id: string;
            ip: string | null;
            /** @description Names of changed fields and other facts without clinical content. */
            details: {
                [key: string]: string;
            };
            occurred_at: components["schemas"]["Timestamp"];
            /** @description Link of the chain in hexadecimal. */
            hash: string;
        };
        /** @description One page of the audit trail. */
        AuditEntryPage: {
            items: components["schemas"]["AuditEntry"][];
            page_size: components["schemas"]["PageSizeValue"];
            total: components["schemas"]["TotalValue"];
            next_cursor: components["schemas"]["NextCursorValue"];
            page?: components["schemas"]["PageValue"];
        };
        /** @description An account as administrators see it. */
        AdminUser: {
            id: components["schemas"]["Uuid"];
            /** Format: email */
            email: string;
            full_name: string | null;
            role: components["schemas"]["UserRole"];
            is_active: boolean;
            /** @description External providers that are linked. */
            identity_providers: string[];
            /** Format: int32 */
            open_sessions: number;
            /** Format: int32 */
            conversation_count: number;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @description Null before the first login.
             */
            last_login_at: string | null;
        };
        /** @description One page of accounts. */
        AdminUserPage: {
            items: components["schemas"]["AdminUser"][];
            page_size: components["schemas"]["PageSizeValue"];
            total: components["schemas"]["TotalValue"];
            next_cursor: components["schemas"]["NextCursorValue"];
            page?: components["schemas"]["PageValue"];
        };
        /** @description What an administrator decides of an account. */
        AdminUserReplace: {
            /** Format: email */
            email: string;
            /** Format: line */
            full_name: string | null;
            role: components["schemas"]["UserRole"];
            is_active: boolean;
            /**
             * Format: text
             * @description Why; kept in the audit trail without names.
             */
            reason?: string;
        };
        /** @description A chat of one user. */
        Conversation: {
            id: components["schemas"]["Uuid"];
            title: string;
            /**
             * Format: uuid
             * @description Null when it lies in no folder.
             */
            folder_id: string | null;
            archived: boolean;
            /**
             * Format: int32
             * @description Messages of all branches that are not deleted.
             */
            message_count: number;
            /** @description Beginning of the newest message in one line. */
            last_message_preview: string | null;
            /**
             * Format: date-time
             * @description When the newest message was written; null while it is empty.
             */
            last_message_at: string | null;
            /**
             * Format: date-time
             * @description When something was said in it last, by which conversations are listed: a message was written or edited, or
             *     the conversation was opened. Filing, archiving, renaming, settings, a branch without a message and a deletion
             *     do not change it.
             */
            last_activity_at: string;
            created_at: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @description When anything of it changed last, and with it the `ETag`.
             */
            updated_at: string;
        };
        /** @description One page of conversations. */
        ConversationPage: {
            items: components["schemas"]["Conversation"][];
            page_size: components["schemas"]["PageSizeValue"];
            total: components["schemas"]["TotalValue"];
            next_cursor: components["schemas"]["NextCursorValue"];
            page?: components["schemas"]["PageValue"];
        };
        /** @description A new conversation. */
        ConversationCreate: {
            /**
             * Format: line
             * @default New conversation
             */
            title?: string;
            /**
             * Format: uuid
             * @description Folder to lie in.
             */
            folder_id?: string | null;
        };
        /** @description Changes to a conversation; an absent field stays. */
        ConversationUpdate: {
            /** Format: line */
            title?: string;
            /**
             * Format: uuid
             * @description Null takes it out of its folder.
             */
            folder_id?: string | null;
            archived?: boolean;
        };
        /** @description A passage that an answer rests on. */
        Citation: {
            /**
             * Format: int32
             * @description Number by which the answer refers to it.
             */
            number: number;
            /**
             * Format: uuid
             * @description Null when the document was deleted.
             */
            document_id: string | null;
            /** Format: uuid */
            chunk_id: string | null;
            /** @description Title of the document. */
            title: string;
            /** @description The passage itself. */
            quote: string;
            /** Format: int32 */
            page_number: number | null;
            /** Format: uri */
            url: string | null;
            /**
             * Format: double
             * @description How well it fits the question.
             */
            score: number | null;
        };
        /** @description What an answer cost. */
        TokenUsage: {
            /** Format: int32 */
            prompt_tokens: number;
            /** Format: int32 */
            completion_tokens: number;
        };
        /** @description A message of a conversation, in the one form of every list, answer and stream. */
        Message: {
            id: components["schemas"]["Uuid"];
            conversation_id: components["schemas"]["Uuid"];
            /** @description `main` or the id of a branch. */
            branch_id: string;
            /**
             * Format: uuid
             * @description Message that this one answers or follows.
             */
            parent_message_id: string | null;
            /** @enum {string} */
            role: "user" | "assistant" | "system";
            content: string;
            /** @description The sender's own name for the message. */
            client_message_id: string | null;
            citations: components["schemas"]["Citation"][];
            /** @description What the sender attached. */
            metadata: {
                [key: string]: unknown;
            };
            /** @description Model that wrote an answer; null for messages of people. */
            model: string | null;
            /** @description What an answer cost; null for messages of people. */
            token_usage: components["schemas"]["TokenUsage"] | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @description Null while the content is the first one.
             */
            edited_at: string | null;
            /** @description Version of the message, for `If-Match`. */
            etag: string;
            /**
             * @description True in a list of a branch for a message before the fork, which belongs to a parent branch. False in every
             *     other answer, which shows the message on its own branch.
             */
            shared: boolean;
        };
        /** @description One page of messages. */
        MessagePage: {
            items: components["schemas"]["Message"][];
            page_size: components["schemas"]["PageSizeValue"];
            total: components["schemas"]["TotalValue"];
            next_cursor: components["schemas"]["NextCursorValue"];
            page?: components["schemas"]["PageValue"];
        };
        /** @description A message to store. */
        MessageCreate: {
            /**
             * @description Answers are written by the assistant alone.
             * @default user
             * @enum {string}
             */
            role?: "user" | "system";
            /** Format: text */
            content: string;
            /** @default main */
            branch_id?: string;
            /**
             * Format: uuid
             * @description A message of the same conversation.
             */
            parent_message_id?: string | null;
            /** @description The sender's own name for the message; makes a retry safe. */
            client_message_id?: string;
            /**
             * @description Whether the assistant shall answer.
             * @default false
             */
            reply?: boolean;
            /**
             * Format: uuid
             * @description Clinical context for the answer; that of this conversation, or one of the caller's that stands alone.
             */
            clinical_context_id?: string | null;
            /** @description Anything the sender wants to find again with the message. */
            metadata?: {
                [key: string]: unknown;
            };
        };
        /** @description A new content. */
        MessageEdit: {
            /** Format: text */
            content: string;
        };
        /** @description A stored message, and `reply`, the answer to it, when one was asked for. */
        MessageCreated: {
            message: components["schemas"]["Message"];
            reply?: components["schemas"]["Message"];
        };
        /** @description A piece of an answer that is being written. */
        AnswerDelta: {
            text: string;
        };
        /** @description The passages that an answer rests on. */
        AnswerCitations: {
            citations: components["schemas"]["Citation"][];
        };
        /** @description One event of a message that is stored and answered while the client listens. */
        MessageStreamEvent: components["schemas"]["MessageStoredEvent"] | components["schemas"]["AnswerDeltaEvent"] | components["schemas"]["AnswerCitationsEvent"] | components["schemas"]["AnswerDoneEvent"] | components["schemas"]["AnswerErrorEvent"];
        /** @description The message is stored. */
        MessageStoredEvent: {
            /** @description For `Last-Event-ID`. */
            id?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "message";
            data: components["schemas"]["Message"];
        };
        /** @description A piece of the answer. */
        AnswerDeltaEvent: {
            /** @description For `Last-Event-ID`. */
            id?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "delta";
            data: components["schemas"]["AnswerDelta"];
        };
        /** @description What the answer rests on. */
        AnswerCitationsEvent: {
            /** @description For `Last-Event-ID`. */
            id?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "citations";
            data: components["schemas"]["AnswerCitations"];
        };
        /** @description The answer is complete; the stream ends. */
        AnswerDoneEvent: {
            /** @description For `Last-Event-ID`. */
            id?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "done";
            data: components["schemas"]["MessageCreated"];
        };
        /** @description The answer failed; the stream ends. */
        AnswerErrorEvent: {
            /** @description For `Last-Event-ID`. */
            id?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "error";
            data: components["schemas"]["Problem"];
        };
        /**
         * @description What happened.
         * @enum {string}
         */
        ConversationEventType: "conversation_created" | "conversation_updated" | "message_created" | "message_edited" | "message_deleted" | "answer_started" | "answer_finished" | "answer_failed" | "branch_created" | "settings_updated" | "attachment_created" | "attachment_deleted";
        /** @description One entry of the log; what it is about is read with the other operations. */
        ConversationEvent: {
            /**
             * Format: int64
             * @description Position in the log of this conversation.
             */
            seq: number;
            type: components["schemas"]["ConversationEventType"];
            conversation_id: components["schemas"]["Uuid"];
            /** Format: uuid */
            message_id: string | null;
            branch_id: string | null;
            /** @description Names of changed fields. */
            changed_fields: string[];
            occurred_at: components["schemas"]["Timestamp"];
        };
        /** @description One event of the log of a conversation as a stream. */
        ConversationStreamEvent: components["schemas"]["ConversationLogEvent"] | components["schemas"]["ConversationResetEvent"];
        /** @description An entry of the log. */
        ConversationLogEvent: {
            /** @description For `Last-Event-ID`. */
            id?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "event";
            data: components["schemas"]["ConversationEvent"];
        };
        /** @description The position that was asked for lies past the end of the log. The stream goes on behind the end. */
        ConversationResetEvent: {
            /** @description For `Last-Event-ID`. */
            id?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "reset";
            data: components["schemas"]["ConversationLogReset"];
        };
        /** @description The log ends before the position that its reader has reached. */
        ConversationLogReset: {
            /**
             * Format: int64
             * @description Position of the last event of the log; the stream goes on behind it.
             */
            last_seq: number;
        };
        /** @description One page of the log. */
        ConversationEventPage: {
            items: components["schemas"]["ConversationEvent"][];
            page_size: components["schemas"]["PageSizeValue"];
            total: components["schemas"]["TotalValue"];
            next_cursor: components["schemas"]["NextCursorValue"];
            page?: components["schemas"]["PageValue"];
        };
        /** @description How the assistant answers. Null follows the gateway's default. */
        ConversationSettings: {
            /** @description Instruction that precedes the conversation. */
            system_prompt: string | null;
            /** Format: double */
            temperature: number | null;
            /**
             * Format: int32
             * @description Longest answer.
             */
            max_tokens: number | null;
            /**
             * Format: int32
             * @description Messages that the model is shown.
             */
            context_window_messages: number | null;
            /** @description BCP 47 tag of the answer's language. */
            language: string | null;
            /** @description Voice for speech. */
            voice: string | null;
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description Changes to the settings; an absent field stays. */
        ConversationSettingsUpdate: {
            /** Format: text */
            system_prompt?: string | null;
            /** Format: double */
            temperature?: number | null;
            /** Format: int32 */
            max_tokens?: number | null;
            /** Format: int32 */
            context_window_messages?: number | null;
            language?: string | null;
            voice?: string | null;
        };
        /** @description All settings. */
        ConversationSettingsReplace: {
            /** Format: text */
            system_prompt: string | null;
            /** Format: double */
            temperature: number | null;
            /** Format: int32 */
            max_tokens: number | null;
            /** Format: int32 */
            context_window_messages: number | null;
            language: string | null;
            voice: string | null;
        };
        /** @description A line of messages that leaves another one behind a message. */
        Branch: {
            /** @description `main` or a uuid. */
            id: string;
            name: string | null;
            /** @description Null for `main`. */
            parent_branch_id: string | null;
            /**
             * Format: uuid
             * @description Last shared message; null for `main`.
             */
            parent_message_id: string | null;
            /**
             * Format: int32
             * @description Messages of its own.
             */
            message_count: number;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description Every branch of a conversation. */
        BranchList: {
            items: components["schemas"]["Branch"][];
        };
        /** @description Where to fork. */
        BranchCreate: {
            /**
             * Format: uuid
             * @description Last message that the branch shares.
             */
            parent_message_id: string;
            /** Format: line */
            name?: string | null;
            first_message?: components["schemas"]["BranchFirstMessage"];
        };
        /** @description The message a branch starts with. */
        BranchFirstMessage: {
            /** Format: text */
            content: string;
            client_message_id?: string;
        };
        /** @description A file that belongs to a message. */
        Attachment: {
            id: components["schemas"]["Uuid"];
            message_id: components["schemas"]["Uuid"];
            /** @description Name given by the uploader, without path and control characters. */
            file_name: string;
            /**
             * @description Kind of file, for an icon; `document` is DOC and DOCX, `other` what the operator allows beyond.
             * @enum {string}
             */
            file_type: "pdf" | "image" | "text" | "markdown" | "document" | "other";
            /** @description Media type found in the bytes. */
            mime_type: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            file_size: number;
            /** @description SHA-256 of the bytes, in hexadecimal. */
            sha256: string;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description Every attachment of a message. */
        AttachmentList: {
            items: components["schemas"]["Attachment"][];
        };
        /** @description Form with the file to attach. */
        AttachmentUpload: {
            /**
             * Format: binary
             * @description The file, 1 byte to 10 MiB, with its name: a `line` of 1 to 255 characters, kept without folders, marks of
             *     direction and outer spaces.
             */
            file: string;
        };
        /** @description Measured vital signs; null where nothing was measured. */
        Vitals: {
            /**
             * Format: double
             * @description Body temperature in degrees Celsius.
             */
            temperature_celsius: number | null;
            /**
             * Format: int32
             * @description Heart beats in a minute.
             */
            heart_rate_bpm: number | null;
            /**
             * Format: int32
             * @description Systolic blood pressure in mmHg.
             */
            blood_pressure_systolic_mmhg: number | null;
            /**
             * Format: int32
             * @description Diastolic blood pressure in mmHg, not above the systolic one.
             */
            blood_pressure_diastolic_mmhg: number | null;
            /**
             * Format: int32
             * @description Breaths in a minute.
             */
            respiratory_rate_per_minute: number | null;
            /**
             * Format: int32
             * @description Oxygen saturation in percent.
             */
            spo2_percent: number | null;
        };
        /** @description Measured vital signs to record; an absent measurement counts as null. */
        VitalsInput: {
            /**
             * Format: double
             * @description Body temperature in degrees Celsius, kept with one decimal.
             */
            temperature_celsius?: number | null;
            /**
             * Format: int32
             * @description Heart beats in a minute.
             */
            heart_rate_bpm?: number | null;
            /**
             * Format: int32
             * @description Systolic blood pressure in mmHg.
             */
            blood_pressure_systolic_mmhg?: number | null;
            /**
             * Format: int32
             * @description Diastolic blood pressure in mmHg, not above the systolic one.
             */
            blood_pressure_diastolic_mmhg?: number | null;
            /**
             * Format: int32
             * @description Breaths in a minute.
             */
            respiratory_rate_per_minute?: number | null;
            /**
             * Format: int32
             * @description Oxygen saturation in percent.
             */
            spo2_percent?: number | null;
        };
        /**
         * @description Administrative gender.
         * @enum {string}
         */
        Gender: "female" | "male" | "other" | "unknown";
        /** @description What is known of the patient a conversation is about. */
        ClinicalContext: {
            id: components["schemas"]["Uuid"];
            /**
             * Format: uuid
             * @description Conversation it belongs to; null when it stands alone or that conversation was deleted.
             */
            session_id: string | null;
            /**
             * Format: int32
             * @description Age in completed years.
             */
            age: number | null;
            gender: components["schemas"]["Gender"] | null;
            /**
             * Format: double
             * @description Body weight in kilograms.
             */
            weight_kg: number | null;
            /**
             * Format: double
             * @description Body height in centimetres.
             */
            height_cm: number | null;
            /** @description Why the patient came. */
            chief_complaint: string | null;
            /** @description Known diagnoses and problems, in the order given. */
            problems: string[];
            /** @description Current medication, in the order given. */
            medications: string[];
            /** @description Known allergies and intolerances, in the order given. */
            allergies: string[];
            vitals: components["schemas"]["Vitals"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description Clinical context to record; whatever is absent is unknown. */
        ClinicalContextCreate: {
            /**
             * Format: uuid
             * @description Conversation of the caller that it belongs to; absent or null makes it stand alone.
             */
            session_id?: string | null;
            /**
             * Format: int32
             * @description Age in completed years.
             */
            age?: number | null;
            gender?: components["schemas"]["Gender"] | null;
            /**
             * Format: double
             * @description Body weight in kilograms, kept with two decimals.
             */
            weight_kg?: number | null;
            /**
             * Format: double
             * @description Body height in centimetres, kept with two decimals.
             */
            height_cm?: number | null;
            /**
             * Format: text
             * @description Why the patient came.
             */
            chief_complaint?: string | null;
            /**
             * @description Known diagnoses and problems.
             * @default []
             */
            problems?: string[];
            /**
             * @description Current medication, with dose where known.
             * @default []
             */
            medications?: string[];
            /**
             * @description Known allergies and intolerances.
             * @default []
             */
            allergies?: string[];
            vitals?: components["schemas"]["VitalsInput"];
        };
        /** @description All clinical values of a context, known or not. */
        ClinicalContextReplace: {
            /**
             * Format: int32
             * @description Age in completed years.
             */
            age: number | null;
            gender: components["schemas"]["Gender"] | null;
            /**
             * Format: double
             * @description Body weight in kilograms, kept with two decimals.
             */
            weight_kg: number | null;
            /**
             * Format: double
             * @description Body height in centimetres, kept with two decimals.
             */
            height_cm: number | null;
            /**
             * Format: text
             * @description Why the patient came.
             */
            chief_complaint: string | null;
            /** @description Known diagnoses and problems. */
            problems: string[];
            /** @description Current medication, with dose where known. */
            medications: string[];
            /** @description Known allergies and intolerances. */
            allergies: string[];
            vitals: components["schemas"]["VitalsInput"];
        };
        /** @description A folder for conversations. */
        Folder: {
            id: components["schemas"]["Uuid"];
            /** @description Unique among its siblings by its lower case; see `createFolder`. */
            name: string;
            /** @description `#rrggbb` or the name of a palette colour; null for the default look. */
            color: string | null;
            /** @description Name of an icon or an emoji; null for the default look. */
            icon: string | null;
            /**
             * Format: uuid
             * @description Folder it lies in; null at the top.
             */
            parent_folder_id: string | null;
            /**
             * Format: int32
             * @description Conversations directly in it, archived ones included.
             */
            conversation_count: number;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description One page of folders. */
        FolderPage: {
            items: components["schemas"]["Folder"][];
            page_size: components["schemas"]["PageSizeValue"];
            total: components["schemas"]["TotalValue"];
            next_cursor: components["schemas"]["NextCursorValue"];
            page?: components["schemas"]["PageValue"];
        };
        /** @description A folder with all that lie inside it. */
        FolderNode: {
            id: components["schemas"]["Uuid"];
            /** @description Unique among its siblings by its lower case; see `createFolder`. */
            name: string;
            /** @description `#rrggbb` or the name of a palette colour; null for the default look. */
            color: string | null;
            /** @description Name of an icon or an emoji; null for the default look. */
            icon: string | null;
            /**
             * Format: uuid
             * @description Folder it lies in; null at the top.
             */
            parent_folder_id: string | null;
            /**
             * Format: int32
             * @description Conversations directly in it, archived ones included.
             */
            conversation_count: number;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            /** @description Folders directly inside it, by name; empty when there are none. */
            children: components["schemas"]["FolderNode"][];
        };
        /** @description Every folder of an account, nested. */
        FolderTree: {
            /** @description Folders at the top, by name. */
            items: components["schemas"]["FolderNode"][];
        };
        /** @description Folder to create. */
        FolderCreate: {
            /**
             * Format: line
             * @description Unique among its siblings by its lower case; see `createFolder`.
             */
            name: string;
            /** @description `#rrggbb` or the name of a palette colour; null for the default look. */
            color?: string | null;
            /**
             * Format: line
             * @description Name of an icon or an emoji; null for the default look.
             */
            icon?: string | null;
            /**
             * Format: uuid
             * @description Folder of the caller to create it in; absent or null for the top.
             */
            parent_folder_id?: string | null;
        };
        /** @description Everything of a folder that can be changed. */
        FolderReplace: {
            /**
             * Format: line
             * @description Unique among its siblings by its lower case; see `createFolder`.
             */
            name: string;
            /** @description `#rrggbb` or the name of a palette colour; null for the default look. */
            color: string | null;
            /**
             * Format: line
             * @description Name of an icon or an emoji; null for the default look.
             */
            icon: string | null;
            /**
             * Format: uuid
             * @description Folder of the caller it lies in; null for the top.
             */
            parent_folder_id: string | null;
        };
        /** @description How a conversation is to be shared. */
        ShareLinkCreate: {
            /**
             * Format: int32
             * @description Hours until the link expires, at most a year.
             * @default 24
             */
            expires_in_hours?: number;
            /**
             * Format: password
             * @description Password readers need, in printable ASCII because it travels in a header; absent or null for none.
             */
            password?: string | null;
            /**
             * @description Whether readers may come without an account.
             * @default true
             */
            allow_anonymous?: boolean;
            /**
             * @description Branch to share, with the messages it shares with its parent branch.
             * @default main
             */
            branch_id?: string;
        };
        /** @description A new share link with its token, which is never shown again. */
        ShareLinkCreated: {
            id: components["schemas"]["Uuid"];
            /** @description 32 random bytes in URL-safe base64. */
            share_token: string;
            /**
             * Format: uri
             * @description Address for readers, with the token in it: a page of the web application, or `/api/shared/{share_token}` where
             *     none is configured.
             */
            share_url: string;
            /** @description `main` or the id of the shared branch. */
            branch_id: string;
            /** @description Whether readers need a password. */
            password_protected: boolean;
            /** @description Whether readers may come without an account. */
            allow_anonymous: boolean;
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description A live share link, without its token. */
        ShareLink: {
            id: components["schemas"]["Uuid"];
            /** @description `main` or the id of the shared branch. */
            branch_id: string;
            /** @description Whether readers need a password. */
            password_protected: boolean;
            /** @description Whether readers may come without an account. */
            allow_anonymous: boolean;
            /**
             * Format: int64
             * @description How often the link was opened.
             */
            access_count: number;
            /**
             * Format: date-time
             * @description When the link was opened last; null if never.
             */
            last_accessed_at: string | null;
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description Every live share link of a conversation. */
        ShareLinkList: {
            items: components["schemas"]["ShareLink"][];
        };
        /** @description A source of a shared answer. */
        SharedCitation: {
            /**
             * Format: int32
             * @description Number by which the answer refers to it.
             */
            number: number;
            /** @description Title of the source. */
            title: string;
            /**
             * Format: uri
             * @description Public address of the source; null when it has none.
             */
            url: string | null;
        };
        /**
         * @description A message as readers of a share see it: those fields of `Message`, by the same names, that tell nothing of its
         *     owner. System messages are left out.
         */
        SharedMessage: {
            id: components["schemas"]["Uuid"];
            /**
             * @description Who wrote it.
             * @enum {string}
             */
            role: "user" | "assistant";
            /** @description Text of the message. */
            content: string;
            /** @description Sources of an answer; empty for messages of the user. */
            citations: components["schemas"]["SharedCitation"][];
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description One page of the messages of a shared branch. */
        SharedMessagePage: {
            items: components["schemas"]["SharedMessage"][];
            page_size: components["schemas"]["PageSizeValue"];
            total: components["schemas"]["TotalValue"];
            next_cursor: components["schemas"]["NextCursorValue"];
            page?: components["schemas"]["PageValue"];
        };
        /** @description The link through which a conversation is read. */
        SharedInfo: {
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description A conversation as readers of a share see it, without anything that tells who owns it. */
        SharedConversation: {
            /** @description Title of the conversation; null when it has none. */
            title: string | null;
            created_at: components["schemas"]["Timestamp"];
            share: components["schemas"]["SharedInfo"];
            messages: components["schemas"]["SharedMessagePage"];
        };
        /** @description A recording. */
        TranscriptionRequest: {
            /**
             * Format: binary
             * @description MP3, MP4, M4A, WAV, WebM, Ogg or FLAC.
             */
            audio: string;
            /** @description BCP 47 tag of the spoken language; recognised when absent. */
            language?: string;
        };
        /** @description A recording as text. */
        Transcription: {
            /** @description Empty when nobody speaks. */
            text: string;
            /** @description Recognised language. */
            language: string | null;
            /** Format: int32 */
            duration_ms: number | null;
        };
        /**
         * @description A voice of synthesized speech.
         * @enum {string}
         */
        SpeechVoice: "alloy" | "echo" | "fable" | "onyx" | "nova" | "shimmer";
        /** @description A text to speak. */
        SpeechRequest: {
            /** Format: text */
            text: string;
            /** @default alloy */
            voice?: components["schemas"]["SpeechVoice"];
            /**
             * Format: double
             * @default 1
             */
            speed?: number;
            /**
             * @description Wish; a speech service without it answers another one.
             * @default mp3
             * @enum {string}
             */
            format?: "mp3" | "wav" | "ogg";
        };
        /** @description How to speak. */
        RealtimeSessionRequest: {
            /**
             * Format: uuid
             * @description Conversation to speak in.
             */
            conversation_id?: string | null;
            /** @default alloy */
            voice?: components["schemas"]["SpeechVoice"];
            /** @description BCP 47 tag. */
            language?: string | null;
            /**
             * Format: int32
             * @description How easily a sound is taken for speech.
             * @default 50
             */
            vad_sensitivity?: number;
        };
        /** @description Proof for the speech service. */
        RealtimeAuth: {
            /** @enum {string} */
            type: "ephemeral_token";
            token: string;
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description When a turn ends. */
        RealtimeTurnDetection: {
            /** @enum {string} */
            type: "server_vad";
            /** Format: double */
            threshold: number;
            /** Format: int32 */
            prefix_padding_ms: number;
            /** Format: int32 */
            silence_duration_ms: number;
        };
        /**
         * @description Form of the audio of a realtime session.
         * @enum {string}
         */
        RealtimeAudioFormat: "pcm16";
        /** @description Settings to send at the start of the session. */
        RealtimeVoiceConfig: {
            voice: string;
            language: string | null;
            modalities: ("text" | "audio")[];
            input_audio_format: components["schemas"]["RealtimeAudioFormat"];
            output_audio_format: components["schemas"]["RealtimeAudioFormat"];
            transcription_model: string;
            turn_detection: components["schemas"]["RealtimeTurnDetection"];
        };
        /** @description A prepared session. */
        RealtimeSession: {
            session_id: components["schemas"]["Uuid"];
            /**
             * Format: uri
             * @description Where to open the socket.
             */
            url: string;
            model: string;
            /** Format: uuid */
            conversation_id: string | null;
            /**
             * Format: date-time
             * @description End of the session.
             */
            expires_at: string;
            auth: components["schemas"]["RealtimeAuth"];
            voice_config: components["schemas"]["RealtimeVoiceConfig"];
        };
        /** @description A finished transcript. */
        TranscriptRelay: {
            /** Format: uuid */
            conversation_id: string;
            /** Format: text */
            transcript: string;
            /**
             * Format: uuid
             * @description Clinical context for the answer.
             */
            clinical_context_id?: string | null;
            /** @description The sender's own name for the transcript. */
            client_message_id?: string;
        };
        /** @description A transcript and the answer to it. */
        RelayedTranscript: {
            user_message_id: components["schemas"]["Uuid"];
            assistant_message_id: components["schemas"]["Uuid"];
            answer: string;
            citations: components["schemas"]["Citation"][];
        };
        /** @description How a spoken session goes. */
        VoiceMetrics: {
            /** Format: uuid */
            conversation_id?: string | null;
            /**
             * Format: date-time
             * @description Tells the sessions of a user apart.
             */
            session_started_at: string;
            /** Format: int32 */
            connection_time_ms?: number | null;
            /** Format: int32 */
            time_to_first_transcript_ms?: number | null;
            /** Format: int32 */
            last_stt_latency_ms?: number | null;
            /** Format: int32 */
            last_response_latency_ms?: number | null;
            /** Format: int32 */
            session_duration_ms?: number | null;
            /**
             * Format: int32
             * @default 0
             */
            user_transcript_count?: number;
            /**
             * Format: int32
             * @default 0
             */
            ai_response_count?: number;
            /**
             * Format: int32
             * @default 0
             */
            reconnect_count?: number;
        };
        /** @description A calendar of the account in use. */
        Calendar: {
            id: string;
            name: string;
            description: string | null;
            /** @description Such as `#3584e4`. */
            color: string | null;
            /** @description IANA name. */
            time_zone: string | null;
            writable: boolean;
        };
        /** @description The calendars of an account. */
        CalendarList: {
            items: components["schemas"]["Calendar"][];
        };
        /** @description Someone who is invited. */
        CalendarAttendee: {
            name: string | null;
            address: string;
            /** @enum {string} */
            status: "needs_action" | "accepted" | "declined" | "tentative" | "delegated";
        };
        /** @description An event, or one occurrence of a recurring event. */
        CalendarEvent: {
            uid: string;
            calendar_id: string;
            summary: string;
            description: string | null;
            location: string | null;
            start: components["schemas"]["Timestamp"];
            end: components["schemas"]["Timestamp"];
            all_day: boolean;
            /**
             * Format: date
             * @description First day of an event without times.
             */
            start_date: string | null;
            /**
             * Format: date
             * @description Day after the last one of an event without times.
             */
            end_date: string | null;
            /** @description IANA name of the zone it was written in. */
            time_zone: string | null;
            /** @enum {string} */
            status: "confirmed" | "tentative" | "cancelled";
            organizer: string | null;
            attendees: components["schemas"]["CalendarAttendee"][];
            is_recurring: boolean;
            /** @description Which occurrence this is. */
            recurrence_id: string | null;
            /** @description For `If-Match`. */
            etag: string;
        };
        /** @description One page of occurrences. */
        CalendarEventPage: {
            items: components["schemas"]["CalendarEvent"][];
            page_size: components["schemas"]["PageSizeValue"];
            total: components["schemas"]["TotalValue"];
            next_cursor: components["schemas"]["NextCursorValue"];
            page?: components["schemas"]["PageValue"];
        };
        /** @description A new event. */
        CalendarEventCreate: {
            /** Format: line */
            summary: string;
            /** Format: text */
            description?: string | null;
            /** Format: text */
            location?: string | null;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /**
             * @description Only the dates count.
             * @default false
             */
            all_day?: boolean;
            /** @description IANA name of the zone to write it in; UTC when absent. */
            time_zone?: string;
            /** @description The account's first calendar when absent. */
            calendar_id?: string;
        };
        /** @description An event as it shall be. */
        CalendarEventReplace: {
            /** Format: line */
            summary: string;
            /** Format: text */
            description: string | null;
            /** Format: text */
            location: string | null;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /**
             * @description Only the dates count.
             * @default false
             */
            all_day?: boolean;
            /** @description IANA name of the zone to write it in; UTC when absent. */
            time_zone?: string;
        };
        /** @description A folder of the mailbox. */
        EmailFolder: {
            /** @description For `folder` of the message list. */
            path: string;
            name: string;
            /** @enum {string} */
            kind: "inbox" | "sent" | "drafts" | "trash" | "junk" | "archive" | "other";
            /** Format: int32 */
            total_messages: number;
            /** Format: int32 */
            unread_messages: number;
        };
        /** @description The folders of a mailbox. */
        EmailFolderList: {
            items: components["schemas"]["EmailFolder"][];
        };
        /** @description A mailbox and the name it goes by. */
        EmailAddress: {
            name: string | null;
            address: string;
        };
        /** @description A message without its body. */
        EmailMessage: {
            /** @description UID in its folder. */
            id: string;
            /** @description RFC 5322 Message-ID with its brackets. */
            message_id: string | null;
            /** @description Message-ID of the message that began the thread. */
            thread_id: string | null;
            folder: string;
            subject: string;
            /** @description Sender. */
            from: components["schemas"]["EmailAddress"] | null;
            to: components["schemas"]["EmailAddress"][];
            cc: components["schemas"]["EmailAddress"][];
            /** Format: date-time */
            sent_at: string | null;
            /** @description Beginning of the text. */
            preview: string;
            is_read: boolean;
            is_flagged: boolean;
            has_attachments: boolean;
            /** Format: int64 */
            size_bytes: number;
        };
        /** @description One page of messages. */
        EmailMessagePage: {
            items: components["schemas"]["EmailMessage"][];
            page_size: components["schemas"]["PageSizeValue"];
            total: components["schemas"]["TotalValue"];
            next_cursor: components["schemas"]["NextCursorValue"];
            page?: components["schemas"]["PageValue"];
        };
        /** @description A message to send. */
        EmailSend: {
            to: string[];
            /** @default [] */
            cc?: string[];
            /** @default [] */
            bcc?: string[];
            /** Format: line */
            subject: string;
            /** Format: text */
            body: string;
            /** @default false */
            is_html?: boolean;
            /** @description Message-ID of the message that is answered. */
            reply_to_message_id?: string | null;
        };
        /** @description A recipient that the mail server refused. */
        EmailRejection: {
            address: string;
            /** @description What the mail server said. */
            reason: string;
        };
        /** @description What became of a message. */
        EmailSent: {
            message_id: string;
            accepted: string[];
            rejected: components["schemas"]["EmailRejection"][];
        };
        /** @description A file to index. */
        FileIndexRequest: {
            /**
             * Format: line
             * @description Path below the root of the storage.
             */
            file_path: string;
            /** @default note */
            source_type?: components["schemas"]["DocumentSourceType"];
            /**
             * Format: line
             * @description The file name when absent.
             */
            title?: string;
        };
        /** @description The document behind a file. */
        FileIndexResult: {
            document_id: components["schemas"]["Uuid"];
            file_path: string;
            indexing_status: components["schemas"]["IndexingStatus"];
            /** @description True when the file was indexed before as it is. */
            unchanged: boolean;
        };
        /** @description A comparison of the storage with the knowledge base. */
        FileScan: {
            scan_id: components["schemas"]["Uuid"];
            /** @enum {string} */
            status: "running" | "finished" | "failed";
            watched_folders: string[];
            /** Format: int32 */
            files_found: number;
            /** Format: int32 */
            files_queued: number;
            /** Format: int32 */
            files_unchanged: number;
            /** Format: int32 */
            files_failed: number;
            /** Format: int32 */
            files_removed: number;
            started_at: components["schemas"]["Timestamp"];
            /** Format: date-time */
            finished_at: string | null;
        };
    };
    responses: {
        /** @description The request is malformed: JSON, percent-encoding or cursor. */
        BadRequest: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no valid proof of who calls. */
        Unauthorized: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller is known, but the role does not permit this. */
        Forbidden: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such resource, or it is not the caller's. */
        NotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state of the resource does not permit this. */
        Conflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource was changed since the version in `If-Match`, or the time in `If-Unmodified-Since`. */
        PreconditionFailed: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than this operation takes. */
        PayloadTooLarge: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a type, charset or coding that this operation does not take. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The range lies outside the content. */
        RangeNotSatisfiable: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "Content-Range": components["headers"]["UnsatisfiedRange"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not satisfy the contract; `errors` names each place. */
        UnprocessableContent: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests in the window of this operation. */
        TooManyRequests: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong in the gateway. */
        InternalError: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A service behind the gateway answered badly. */
        BadGateway: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A dependency is down or not configured, or the server is shutting down. */
        ServiceUnavailable: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A service behind the gateway took too long. */
        GatewayTimeout: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other error: `405` for a method that the path does not have, `408` and `431` for a request that comes too slowly or with too large a head, `501` for an operation that this build does not carry, and what a later version adds. */
        OtherProblem: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
         *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
         * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
         */
        Cursor: string;
        /**
         * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
         * @example 1
         */
        Page: number;
        /**
         * @description Rows in a page.
         * @example 20
         */
        PageSize: number;
        /**
         * @description Whether `search` finds a letter with an accent by the one without it and the other way round (`fold`: é and e, ö
         *     and o, ø and o), or tells them apart (`exact`). Either way it does not see case (ß is ss, ς is σ), width (Ａ is
         *     A), ligatures (ﬁ is fi, æ is ae), kinds of white space and invisible characters. The Turkish ı is i; its İ is i
         *     with a dot, which counts as an accent. A text of which nothing is left is 422.
         * @example fold
         */
        Accents: "fold" | "exact";
        /**
         * @description ETag the change is based on. When it is stale the change is refused with 412.
         * @example W/"3"
         */
        IfMatch: string;
        /**
         * @description ETags of which the resource has to have one; else it is not sent, with 412. `*` is satisfied by any.
         * @example W/"3"
         */
        IfCurrent: string;
        /**
         * @description Time after which the resource must not have changed; else it is not sent, with 412. Not looked at beside
         *     `If-Match`, nor when it is no HTTP date.
         * @example Mon, 02 Mar 2026 08:15:30 GMT
         */
        IfUnmodifiedSince: string;
        /**
         * @description Time of the copy that the client holds. When nothing changed after it the answer is 304 without a body. Not
         *     looked at beside `If-None-Match`, nor when it is no HTTP date.
         * @example Mon, 02 Mar 2026 08:15:30 GMT
         */
        IfModifiedSince: string;
        /**
         * @description ETag the client holds. When it is current the answer is 304 without a body.
         * @example W/"3"
         */
        IfNoneMatch: string;
        /**
         * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
         * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
         */
        IdempotencyKey: string;
        /**
         * @description Id of the last event received; the stream resumes after it.
         * @example 41
         */
        LastEventId: string;
        /**
         * @description Id of the last event received, which is its `seq`; the stream resumes after it.
         * @example 41
         */
        LastEventSeq: string;
        /**
         * @description Byte range to send (`bytes=0-1023`).
         * @example bytes=0-1023
         */
        Range: string;
        /**
         * @description ETag or `Last-Modified` of the file whose range is meant; when it is stale the whole body is sent.
         * @example "sha256-2c26b46b"
         */
        IfRange: string;
        /**
         * @description Id of the account.
         * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
         */
        UserId: string;
        /**
         * @description Name of the provider, `google`, `microsoft` or one of the configuration.
         * @example google
         */
        OauthProvider: string;
        /**
         * @description Name of the flag.
         * @example rag.hybrid_search
         */
        FlagName: string;
        /**
         * @description Id of the document.
         * @example 0192f3c7-1a60-7b8d-8caa-a06e5f7b9d06
         */
        DocumentId: string;
        /**
         * @description Id of the conversation.
         * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
         */
        ConversationId: string;
        /**
         * @description Id of the conversation.
         * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
         */
        SessionId: string;
        /**
         * @description Id of the message.
         * @example 0192f3c5-9d40-7f6b-8a88-8e4c3d5f7b04
         */
        MessageId: string;
        /**
         * @description `main` or the id of a branch.
         * @example main
         */
        BranchId: string;
        /**
         * @description Attachment of a message of the caller.
         * @example 3b1d6c0e-52a4-4d0b-8f6e-0c9f2a7d4e11
         */
        AttachmentId: string;
        /**
         * @description Clinical context of the caller.
         * @example 91f7a3b8-6e0d-4c57-b1a2-5d3e8f9c0a42
         */
        ClinicalContextId: string;
        /**
         * @description Folder of the caller.
         * @example 5c7d2e90-41b8-4a6f-a3d2-9e0f1b2c3d54
         */
        FolderId: string;
        /**
         * @description Folder of the caller into which the other one is put.
         * @example a8f31d07-2b6c-4e95-b0d4-7c1e9f8a6b35
         */
        TargetFolderId: string;
        /**
         * @description Token of a share link, as its creation answered it (43 characters of URL-safe base64).
         * @example q7Zt0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzA
         */
        ShareToken: string;
        /**
         * @description A share link of the conversation, by its token or by its `id`.
         * @example 6d9e0f3a-8b1c-4d27-a5e6-2f4c7b8d9e01
         */
        ShareId: string;
        /**
         * @description Password of a protected share link; not looked at for others.
         * @example plum-kettle-47
         */
        SharePassword: string;
        /**
         * @description Branch to export, with the messages it shares with its parent branch; `all` for every branch as a section of
         *     its own messages.
         * @example main
         */
        ExportBranchId: string;
        /**
         * @description Whether the sources of each answer are listed below it.
         * @example true
         */
        ExportIncludeCitations: boolean;
        /**
         * @description Whether the attachments of each message are listed below it (name, type and size, not the bytes).
         * @example true
         */
        ExportIncludeAttachments: boolean;
        /**
         * @description IANA time zone in which times are written. An unknown zone answers 422.
         * @example Europe/Berlin
         */
        ExportTimeZone: string;
        /**
         * @description Size of the paper.
         * @example a4
         */
        ExportPageFormat: "a4" | "letter";
        /**
         * @description UID of the event (RFC 5545).
         * @example 7c0f3a52-8a5e-4a53-9d53-3f1f5e2b8c10
         */
        EventUid: string;
        /**
         * @description Calendar to use; the account's first one when absent.
         * @example personal
         */
        CalendarId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Ranges that may be asked for.
         * @example bytes
         */
        AcceptRanges: "bytes";
        /**
         * @description Caching rule.
         * @example no-store
         */
        CacheControl: string;
        /**
         * @description Always `attachment`, with the file name by RFC 6266.
         * @example attachment; filename="export.md"
         */
        ContentDisposition: string;
        /**
         * @description Bytes in the body.
         * @example 4096
         */
        ContentLength: number;
        /**
         * @description Range that is sent.
         * @example bytes 0-1023/4096
         */
        ContentRange: string;
        /**
         * @description The length of the content, of which no part was asked for.
         * @example bytes *\/4096
         */
        UnsatisfiedRange: string;
        /**
         * @description Version of the resource, for `If-Match` and `If-None-Match`.
         * @example W/"3"
         */
        ETag: string;
        /**
         * @description `true` when this answer is the stored result of an earlier request with the same key.
         * @example true
         */
        IdempotentReplayed: "true";
        /**
         * @description Path of the created resource.
         * @example /api/conversations/7f0c2a52-8a5e-4a53-9d53-3f1f5e2b8c10
         */
        Location: string;
        /**
         * @description When the content was written, as an HTTP date.
         * @example Mon, 02 Mar 2026 08:15:30 GMT
         */
        LastModified: string;
        /**
         * @description Id of the request, also in `request_id` of a problem.
         * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
         */
        RequestId: string;
        /**
         * @description Seconds to wait before the next try.
         * @example 30
         */
        RetryAfter: number;
        /**
         * @description How to authenticate.
         * @example Bearer realm="voiceassist"
         */
        WWWAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    register: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description The account and the tokens of its first session. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredAccount"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description The tokens of the session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    refreshTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description The next pair of the session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getCurrentUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    authorizeOauth: {
        parameters: {
            query?: {
                /**
                 * @description Where the provider sends the browser back to; one of the addresses in the configuration.
                 * @example https://app.example/auth/callback/google
                 */
                redirect_uri?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Name of the provider, `google`, `microsoft` or one of the configuration.
                 * @example google
                 */
                provider: components["parameters"]["OauthProvider"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where to send the browser. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthAuthorization"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    completeOauth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the provider, `google`, `microsoft` or one of the configuration.
                 * @example google
                 */
                provider: components["parameters"]["OauthProvider"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OauthCompletion"];
            };
        };
        responses: {
            /** @description The tokens of the session, and how its account was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getOauthProviderStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the provider, `google`, `microsoft` or one of the configuration.
                 * @example google
                 */
                provider: components["parameters"]["OauthProvider"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the provider. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthProviderStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getMyProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    updateMyProfile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileReplace"];
            };
        };
        responses: {
            /** @description The profile as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteMyAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordConfirmation"];
            };
        };
        responses: {
            /** @description The account is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    changeMyPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The password is changed. These logins at providers open the account as well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordChanged"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /**
                 * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
                 *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
                 * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Part of the name or the e-mail address. See `accents` for what counts as equal.
                 * @example lind
                 */
                search?: string;
                /**
                 * @description Whether `search` finds a letter with an accent by the one without it and the other way round (`fold`: é and e, ö
                 *     and o, ø and o), or tells them apart (`exact`). Either way it does not see case (ß is ss, ς is σ), width (Ａ is
                 *     A), ligatures (ﬁ is fi, æ is ae), kinds of white space and invisible characters. The Turkish ı is i; its İ is i
                 *     with a dot, which counts as an accent. A text of which nothing is left is 422.
                 * @example fold
                 */
                accents?: components["parameters"]["Accents"];
                /**
                 * @description Only accounts of this role.
                 * @example viewer
                 */
                role?: components["schemas"]["UserRole"];
                /**
                 * @description Only active accounts, or only deactivated ones.
                 * @example true
                 */
                is_active?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdate"];
            };
        };
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    activateUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deactivateUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    promoteUserToAdmin: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    revokeUserAdmin: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready, with each check. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["BadRequest"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getDetailedHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every dependency. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailedHealth"];
                };
            };
            400: components["responses"]["BadRequest"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getOpenaiHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The provider answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelProviderHealth"];
                };
            };
            400: components["responses"]["BadRequest"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminGetCacheStats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the cache. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CacheStats"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminClearCache: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cache is empty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CacheCleared"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminInvalidateCache: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CacheInvalidation"];
            };
        };
        responses: {
            /** @description What was removed, or would be. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CacheInvalidated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminListFeatureFlags: {
        parameters: {
            query?: {
                /**
                 * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
                 *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
                 * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of flags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureFlagPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminCreateFeatureFlag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeatureFlagCreate"];
            };
        };
        responses: {
            /** @description The new flag. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureFlag"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminGetFeatureFlag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the flag.
                 * @example rag.hybrid_search
                 */
                flag_name: components["parameters"]["FlagName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flag. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureFlag"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminDeleteFeatureFlag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Name of the flag.
                 * @example rag.hybrid_search
                 */
                flag_name: components["parameters"]["FlagName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flag is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminUpdateFeatureFlag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Name of the flag.
                 * @example rag.hybrid_search
                 */
                flag_name: components["parameters"]["FlagName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeatureFlagUpdate"];
            };
        };
        responses: {
            /** @description The flag. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureFlag"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminToggleFeatureFlag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Name of the flag.
                 * @example rag.hybrid_search
                 */
                flag_name: components["parameters"]["FlagName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flag. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureFlag"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminListDocuments: {
        parameters: {
            query?: {
                /**
                 * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
                 *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
                 * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Only documents of this kind.
                 * @example guideline
                 */
                source_type?: components["schemas"]["DocumentSourceType"];
                /**
                 * @description Only documents in this state.
                 * @example ready
                 */
                indexing_status?: components["schemas"]["IndexingStatus"];
                /**
                 * @description Part of the title or file name, without regard to case.
                 * @example metformin
                 */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminUploadDocument: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["DocumentUpload"];
            };
        };
        responses: {
            /** @description The document is stored and waits for its index. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminGetDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document.
                 * @example 0192f3c7-1a60-7b8d-8caa-a06e5f7b9d06
                 */
                document_id: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminDeleteDocument: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the document.
                 * @example 0192f3c7-1a60-7b8d-8caa-a06e5f7b9d06
                 */
                document_id: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminGetSummary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminGetMetrics: {
        parameters: {
            query?: {
                /**
                 * @description Days to look back, today included.
                 * @example 7
                 */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemMetrics"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminGetWebsocketStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sockets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebsocketStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminListAuditLogs: {
        parameters: {
            query?: {
                /**
                 * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
                 *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
                 * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Only this action, or with `.` at the end every action that begins so.
                 * @example session.open
                 */
                action?: string;
                /**
                 * @description Only successes, or only refusals.
                 * @example refused
                 */
                outcome?: components["schemas"]["AuditOutcome"];
                /**
                 * @description Only entries of this account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                actor_id?: string;
                /**
                 * @description Only entries at or after this time.
                 * @example 2026-03-01T00:00:00.000Z
                 */
                from?: string;
                /**
                 * @description Only entries before this time.
                 * @example 2026-03-03T00:00:00.000Z
                 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminListUsers: {
        parameters: {
            query?: {
                /**
                 * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
                 *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
                 * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Part of the name or the e-mail address. See `accents` for what counts as equal.
                 * @example lind
                 */
                search?: string;
                /**
                 * @description Whether `search` finds a letter with an accent by the one without it and the other way round (`fold`: é and e, ö
                 *     and o, ø and o), or tells them apart (`exact`). Either way it does not see case (ß is ss, ς is σ), width (Ａ is
                 *     A), ligatures (ﬁ is fi, æ is ae), kinds of white space and invisible characters. The Turkish ı is i; its İ is i
                 *     with a dot, which counts as an accent. A text of which nothing is left is 422.
                 * @example fold
                 */
                accents?: components["parameters"]["Accents"];
                /**
                 * @description Only accounts of this role.
                 * @example admin
                 */
                role?: components["schemas"]["UserRole"];
                /**
                 * @description Only active accounts, or only deactivated ones.
                 * @example true
                 */
                is_active?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminUserPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminGetUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminReplaceUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdminUserReplace"];
            };
        };
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    adminDeleteUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the account.
                 * @example 0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /**
                 * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
                 *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
                 * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Only archived conversations, or only those that are not.
                 * @example false
                 */
                archived?: boolean;
                /**
                 * @description Only conversations of this folder.
                 * @example 0192f3c4-8b20-7d4f-8e66-6c2a1b3d5f02
                 */
                folder_id?: string;
                /**
                 * @description Part of the title. See `accents` for what counts as equal.
                 * @example ward
                 */
                search?: string;
                /**
                 * @description Whether `search` finds a letter with an accent by the one without it and the other way round (`fold`: é and e, ö
                 *     and o, ø and o), or tells them apart (`exact`). Either way it does not see case (ß is ss, ς is σ), width (Ａ is
                 *     A), ligatures (ﬁ is fi, æ is ae), kinds of white space and invisible characters. The Turkish ı is i; its İ is i
                 *     with a dot, which counts as an accent. A text of which nothing is left is 422.
                 * @example fold
                 */
                accents?: components["parameters"]["Accents"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of conversations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationCreate"];
            };
        };
        responses: {
            /** @description The new conversation. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of which the resource has to have one; else it is not sent, with 412. `*` is satisfied by any.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfCurrent"];
                /**
                 * @description ETag the client holds. When it is current the answer is 304 without a body.
                 * @example W/"3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description The client holds the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    updateConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationUpdate"];
            };
        };
        responses: {
            /** @description The conversation. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /**
                 * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
                 *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
                 * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Branch to read.
                 * @example main
                 */
                branch_id?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Id of the last event received; the stream resumes after it.
                 * @example 41
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
            };
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageCreate"];
            };
        };
        responses: {
            /** @description The stored message, and the answer where one was asked for. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageCreated"];
                    "text/event-stream": components["schemas"]["MessageStreamEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                conversation_id: components["parameters"]["ConversationId"];
                /**
                 * @description Id of the message.
                 * @example 0192f3c5-9d40-7f6b-8a88-8e4c3d5f7b04
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    editMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                conversation_id: components["parameters"]["ConversationId"];
                /**
                 * @description Id of the message.
                 * @example 0192f3c5-9d40-7f6b-8a88-8e4c3d5f7b04
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageEdit"];
            };
        };
        responses: {
            /** @description The message as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listConversationEvents: {
        parameters: {
            query?: {
                /**
                 * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
                 *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
                 * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Only events with a higher sequence number, which may be the last one and not a higher one.
                 * @example 41
                 */
                after?: number;
                /**
                 * @description Only events at or after this time.
                 * @example 2026-03-02T08:00:00.000Z
                 */
                since?: string;
                /**
                 * @description Only events of these types. Each is a `types` of its own, or several stand in one with commas between them.
                 * @example [
                 *       "message_created"
                 *     ]
                 */
                types?: components["schemas"]["ConversationEventType"][];
            };
            header?: {
                /**
                 * @description Id of the last event received, which is its `seq`; the stream resumes after it.
                 * @example 41
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventSeq"];
            };
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the log, or the log as a stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationEventPage"];
                    "text/event-stream": components["schemas"]["ConversationStreamEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getConversationSettings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of which the resource has to have one; else it is not sent, with 412. `*` is satisfied by any.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfCurrent"];
                /**
                 * @description ETag the client holds. When it is current the answer is 304 without a body.
                 * @example W/"3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationSettings"];
                };
            };
            /** @description The client holds the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceConversationSettings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationSettingsReplace"];
            };
        };
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationSettings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    updateConversationSettings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationSettingsUpdate"];
            };
        };
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationSettings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listBranches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every branch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createBranch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BranchCreate"];
            };
        };
        responses: {
            /** @description The new branch. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Branch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listBranchMessages: {
        parameters: {
            query?: {
                /**
                 * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
                 *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
                 * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                session_id: components["parameters"]["SessionId"];
                /**
                 * @description `main` or the id of a branch.
                 * @example main
                 */
                branch_id: components["parameters"]["BranchId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listAttachments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the message.
                 * @example 0192f3c5-9d40-7f6b-8a88-8e4c3d5f7b04
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every attachment of the message. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    uploadAttachment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of the message.
                 * @example 0192f3c5-9d40-7f6b-8a88-8e4c3d5f7b04
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["AttachmentUpload"];
            };
        };
        responses: {
            /** @description The file is stored. `Location` is where its bytes can be downloaded. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Attachment of a message of the caller.
                 * @example 3b1d6c0e-52a4-4d0b-8f6e-0c9f2a7d4e11
                 */
                attachment_id: components["parameters"]["AttachmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attachment is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    downloadAttachment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Byte range to send (`bytes=0-1023`).
                 * @example bytes=0-1023
                 */
                Range?: components["parameters"]["Range"];
                /**
                 * @description ETag or `Last-Modified` of the file whose range is meant; when it is stale the whole body is sent.
                 * @example "sha256-2c26b46b"
                 */
                "If-Range"?: components["parameters"]["IfRange"];
                /**
                 * @description ETags of which the resource has to have one; else it is not sent, with 412. `*` is satisfied by any.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfCurrent"];
                /**
                 * @description Time after which the resource must not have changed; else it is not sent, with 412. Not looked at beside
                 *     `If-Match`, nor when it is no HTTP date.
                 * @example Mon, 02 Mar 2026 08:15:30 GMT
                 */
                "If-Unmodified-Since"?: components["parameters"]["IfUnmodifiedSince"];
                /**
                 * @description ETag the client holds. When it is current the answer is 304 without a body.
                 * @example W/"3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description Time of the copy that the client holds. When nothing changed after it the answer is 304 without a body. Not
                 *     looked at beside `If-None-Match`, nor when it is no HTTP date.
                 * @example Mon, 02 Mar 2026 08:15:30 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path: {
                /**
                 * @description Attachment of a message of the caller.
                 * @example 3b1d6c0e-52a4-4d0b-8f6e-0c9f2a7d4e11
                 */
                attachment_id: components["parameters"]["AttachmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole file. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    "Accept-Ranges": components["headers"]["AcceptRanges"];
                    "Content-Length": components["headers"]["ContentLength"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The range that was asked for. */
            206: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    "Accept-Ranges": components["headers"]["AcceptRanges"];
                    "Content-Range": components["headers"]["ContentRange"];
                    "Content-Length": components["headers"]["ContentLength"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The copy named by `If-None-Match` or `If-Modified-Since` is current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            416: components["responses"]["RangeNotSatisfiable"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createClinicalContext: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClinicalContextCreate"];
            };
        };
        responses: {
            /** @description The context as stored. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicalContext"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getCurrentClinicalContext: {
        parameters: {
            query?: {
                /**
                 * @description Conversation whose context is wanted.
                 * @example 7f0c2a52-8a5e-4a53-9d53-3f1f5e2b8c10
                 */
                session_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The current context. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicalContext"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getClinicalContext: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of which the resource has to have one; else it is not sent, with 412. `*` is satisfied by any.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfCurrent"];
                /**
                 * @description ETag the client holds. When it is current the answer is 304 without a body.
                 * @example W/"3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Clinical context of the caller.
                 * @example 91f7a3b8-6e0d-4c57-b1a2-5d3e8f9c0a42
                 */
                context_id: components["parameters"]["ClinicalContextId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The context. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicalContext"];
                };
            };
            /** @description The client holds the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceClinicalContext: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Clinical context of the caller.
                 * @example 91f7a3b8-6e0d-4c57-b1a2-5d3e8f9c0a42
                 */
                context_id: components["parameters"]["ClinicalContextId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClinicalContextReplace"];
            };
        };
        responses: {
            /** @description The context as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicalContext"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteClinicalContext: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Clinical context of the caller.
                 * @example 91f7a3b8-6e0d-4c57-b1a2-5d3e8f9c0a42
                 */
                context_id: components["parameters"]["ClinicalContextId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The context is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listFolders: {
        parameters: {
            query?: {
                /**
                 * @description Folder whose direct subfolders are wanted.
                 * @example 0e5a9b64-3c1d-4f82-9b7e-8a6d5c4f3e21
                 */
                parent_id?: string;
                /**
                 * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
                 *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
                 * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of folders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createFolder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FolderCreate"];
            };
        };
        responses: {
            /** @description The folder as stored. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Folder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getFolderTree: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The folders at the top, with all that lie inside them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderTree"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getFolder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of which the resource has to have one; else it is not sent, with 412. `*` is satisfied by any.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfCurrent"];
                /**
                 * @description ETag the client holds. When it is current the answer is 304 without a body.
                 * @example W/"3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Folder of the caller.
                 * @example 5c7d2e90-41b8-4a6f-a3d2-9e0f1b2c3d54
                 */
                folder_id: components["parameters"]["FolderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The folder. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Folder"];
                };
            };
            /** @description The client holds the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceFolder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Folder of the caller.
                 * @example 5c7d2e90-41b8-4a6f-a3d2-9e0f1b2c3d54
                 */
                folder_id: components["parameters"]["FolderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FolderReplace"];
            };
        };
        responses: {
            /** @description The folder as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Folder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteFolder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Folder of the caller.
                 * @example 5c7d2e90-41b8-4a6f-a3d2-9e0f1b2c3d54
                 */
                folder_id: components["parameters"]["FolderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The folder is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    moveFolder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Folder of the caller.
                 * @example 5c7d2e90-41b8-4a6f-a3d2-9e0f1b2c3d54
                 */
                folder_id: components["parameters"]["FolderId"];
                /**
                 * @description Folder of the caller into which the other one is put.
                 * @example a8f31d07-2b6c-4e95-b0d4-7c1e9f8a6b35
                 */
                target_folder_id: components["parameters"]["TargetFolderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The folder at its new place. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Folder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    exportMarkdown: {
        parameters: {
            query?: {
                /**
                 * @description Branch to export, with the messages it shares with its parent branch; `all` for every branch as a section of
                 *     its own messages.
                 * @example main
                 */
                branch_id?: components["parameters"]["ExportBranchId"];
                /**
                 * @description Whether the sources of each answer are listed below it.
                 * @example true
                 */
                include_citations?: components["parameters"]["ExportIncludeCitations"];
                /**
                 * @description Whether the attachments of each message are listed below it (name, type and size, not the bytes).
                 * @example true
                 */
                include_attachments?: components["parameters"]["ExportIncludeAttachments"];
                /**
                 * @description IANA time zone in which times are written. An unknown zone answers 422.
                 * @example Europe/Berlin
                 */
                time_zone?: components["parameters"]["ExportTimeZone"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    exportPdf: {
        parameters: {
            query?: {
                /**
                 * @description Branch to export, with the messages it shares with its parent branch; `all` for every branch as a section of
                 *     its own messages.
                 * @example main
                 */
                branch_id?: components["parameters"]["ExportBranchId"];
                /**
                 * @description Whether the sources of each answer are listed below it.
                 * @example true
                 */
                include_citations?: components["parameters"]["ExportIncludeCitations"];
                /**
                 * @description Whether the attachments of each message are listed below it (name, type and size, not the bytes).
                 * @example true
                 */
                include_attachments?: components["parameters"]["ExportIncludeAttachments"];
                /**
                 * @description IANA time zone in which times are written. An unknown zone answers 422.
                 * @example Europe/Berlin
                 */
                time_zone?: components["parameters"]["ExportTimeZone"];
                /**
                 * @description Size of the paper.
                 * @example a4
                 */
                page_format?: components["parameters"]["ExportPageFormat"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createShareLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareLinkCreate"];
            };
        };
        responses: {
            /** @description The link with its token. `Location` is where it can be revoked. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareLinkCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    revokeShareLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                session_id: components["parameters"]["SessionId"];
                /**
                 * @description A share link of the conversation, by its token or by its `id`.
                 * @example 6d9e0f3a-8b1c-4d27-a5e6-2f4c7b8d9e01
                 */
                share_token: components["parameters"]["ShareId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link is dead. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listShareLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03
                 */
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every live link. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareLinkList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getSharedConversation: {
        parameters: {
            query?: {
                /**
                 * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
                 *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
                 * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: {
                /**
                 * @description Password of a protected share link; not looked at for others.
                 * @example plum-kettle-47
                 */
                "X-Share-Password"?: components["parameters"]["SharePassword"];
            };
            path: {
                /**
                 * @description Token of a share link, as its creation answered it (43 characters of URL-safe base64).
                 * @example q7Zt0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzA
                 */
                share_token: components["parameters"]["ShareToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation with one page of its messages. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedConversation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    transcribeAudio: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["TranscriptionRequest"];
            };
        };
        responses: {
            /** @description The text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transcription"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    synthesizeSpeech: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeechRequest"];
            };
        };
        responses: {
            /** @description The speech. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "audio/mpeg": string;
                    "audio/wav": string;
                    "audio/ogg": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createRealtimeSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RealtimeSessionRequest"];
            };
        };
        responses: {
            /** @description What the client needs to connect. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RealtimeSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    relayTranscript: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TranscriptRelay"];
            };
        };
        responses: {
            /** @description The stored pair. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelayedTranscript"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    submitVoiceMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoiceMetrics"];
            };
        };
        responses: {
            /** @description Taken. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendars. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listCalendarEvents: {
        parameters: {
            query?: {
                /**
                 * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
                 *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
                 * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Beginning of the period; now when absent.
                 * @example 2026-03-02T00:00:00.000Z
                 */
                start?: string;
                /**
                 * @description End of the period, at most 400 days after its beginning; 30 days after it when absent.
                 * @example 2026-03-09T00:00:00.000Z
                 */
                end?: string;
                /**
                 * @description Calendar to use; the account's first one when absent.
                 * @example personal
                 */
                calendar_id?: components["parameters"]["CalendarId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of occurrences. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEventPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createCalendarEvent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarEventCreate"];
            };
        };
        responses: {
            /** @description The event. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    replaceCalendarEvent: {
        parameters: {
            query?: {
                /**
                 * @description Calendar to use; the account's first one when absent.
                 * @example personal
                 */
                calendar_id?: components["parameters"]["CalendarId"];
            };
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description UID of the event (RFC 5545).
                 * @example 7c0f3a52-8a5e-4a53-9d53-3f1f5e2b8c10
                 */
                event_uid: components["parameters"]["EventUid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarEventReplace"];
            };
        };
        responses: {
            /** @description The event as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteCalendarEvent: {
        parameters: {
            query?: {
                /**
                 * @description Calendar to use; the account's first one when absent.
                 * @example personal
                 */
                calendar_id?: components["parameters"]["CalendarId"];
            };
            header?: {
                /**
                 * @description ETag the change is based on. When it is stale the change is refused with 412.
                 * @example W/"3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description UID of the event (RFC 5545).
                 * @example 7c0f3a52-8a5e-4a53-9d53-3f1f5e2b8c10
                 */
                event_uid: components["parameters"]["EventUid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listEmailFolders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The folders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailFolderList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listEmailMessages: {
        parameters: {
            query?: {
                /**
                 * @description Position from `next_cursor` of the page before. It is sealed, and good for the same list with the same filters
                 *     and the same caller; anything else is 400 `invalid_cursor`. `page_size` may change. Not to be combined with `page`.
                 * @example mOZpVwsvT0mYc1xVbN5uR3kLwPf8sHd2gJaE6oTiX4yQvUzAq7Zt
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Page number from 1, for numbered pagers. Rows past 10,000 are refused; follow `cursor` instead. Not to be combined with `cursor`.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Rows in a page.
                 * @example 20
                 */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * @description Path of the folder.
                 * @example INBOX
                 */
                folder?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailMessagePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    sendEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailSend"];
            };
        };
        responses: {
            /** @description The mail server has taken it. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailSent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    indexFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileIndexRequest"];
            };
        };
        responses: {
            /** @description The document behind the file. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileIndexResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
    scanAndIndexFiles: {
        parameters: {
            query?: {
                /**
                 * @description Kind of the documents that are added.
                 * @example note
                 */
                source_type?: components["schemas"]["DocumentSourceType"];
                /**
                 * @description Also index what has not changed.
                 * @example false
                 */
                force_reindex?: boolean;
            };
            header?: {
                /**
                 * @description Key of the caller's choice, unique for each intended creation. A retry with the same key and body answers the stored result.
                 * @example 5f1c0b6e-4a0e-4f3b-9c0f-6a2f7d1f9c11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scan, finished or under way. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileScan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["OtherProblem"];
        };
    };
}
