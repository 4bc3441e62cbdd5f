/** Types of `answers.mjs`, for the one server that is written in TypeScript. */
export declare const conversations: object;
export declare function storedMessage(conversationId: string, body: unknown): object;
export declare function health(): object;
export declare const account: object;
export declare const tokenPair: object;
