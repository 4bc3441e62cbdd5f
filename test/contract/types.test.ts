import { describe, expect, it } from 'vitest';
import { handlers } from '#generated/handlers.gen.ts';
import type { Handler, Handlers } from '#src/http/handler/handler.ts';

/**
 * What must not compile. The compiler is the test: a line below that compiles after all makes its
 * `@ts-expect-error` an error in `npm run check`.
 */

// @ts-expect-error 202 is not declared for this operation
const undeclaredStatus: Handler<'deleteConversation'> = () => ({ status: 202 });

// @ts-expect-error a user has more than an id
const wrongBody: Handler<'getCurrentUser'> = () => ({ status: 200, body: { id: 'x' } });

const actorOfNobody: Handler<'login'> = (ctx) => {
  // @ts-expect-error a public operation has no actor
  throw new Error(String(ctx.actor));
};

const actorOfMachine: Handler<'getMetrics'> = (ctx) => {
  // @ts-expect-error a program has a token and is no actor
  throw new Error(String(ctx.actor));
};

const actorOfPerhaps: Handler<'authorizeOauth'> = (ctx) => {
  // @ts-expect-error nobody may have logged in
  throw new Error(ctx.actor.userId);
};

const unknownInput: Handler<'listConversations'> = (_ctx, input) => {
  // @ts-expect-error the contract has no such query parameter
  throw new Error(String(input.query.surplus));
};

const numberIsNumber: Handler<'listConversations'> = (_ctx, input) => {
  const size: number = input.query.page_size;
  // @ts-expect-error a number in the contract is no string
  const text: string = input.query.page_size;
  throw new Error(`${size}${text}`);
};

// @ts-expect-error there is no such operation
type Unknown = Handler<'noSuchOperation'>;

const { login: _missing, ...others } = handlers;
// @ts-expect-error a handler is missing
const incomplete: Handlers = others;

describe('the types of the contract', () => {
  it('are checked by the compiler: this file compiles only while each marked line is an error', () => {
    const probes = [
      undeclaredStatus,
      wrongBody,
      actorOfNobody,
      actorOfMachine,
      actorOfPerhaps,
      unknownInput,
      numberIsNumber,
      incomplete as unknown,
      {} as Unknown,
    ];
    expect(probes.every((probe) => probe !== undefined)).toBe(true);
  });
});
