import type { components } from '#generated/schema.gen.ts';
import type { PageQuery } from '#test/support/conversations.ts';
import type { Callers, Member } from '#test/support/gateway.ts';

type Schemas = components['schemas'];
type SharedBody = Partial<Schemas['ShareLinkCreate']>;

export function shareRequest(member: Member, conversationId: string, body: SharedBody = {}, key?: string) {
  return member.api.POST('/api/sessions/{session_id}/share', {
    params: {
      path: { session_id: conversationId },
      ...(key === undefined ? {} : { header: { 'Idempotency-Key': key } }),
    },
    body: body as Schemas['ShareLinkCreate'],
  });
}

/** Creates a link and returns it with its token. */
export async function share(
  member: Member,
  conversationId: string,
  body: SharedBody = {},
): Promise<Schemas['ShareLinkCreated']> {
  const { data, error } = await shareRequest(member, conversationId, body);
  if (data === undefined) throw new Error(`the link was not made: ${JSON.stringify(error)}`);
  return data;
}

export function revoke(member: Member, conversationId: string, tokenOrId: string) {
  return member.api.DELETE('/api/sessions/{session_id}/share/{share_token}', {
    params: { path: { session_id: conversationId, share_token: tokenOrId } },
  });
}

export function sharesOf(member: Member, conversationId: string) {
  return member.api.GET('/api/sessions/{session_id}/shares', {
    params: { path: { session_id: conversationId } },
  });
}

/** The credentials and options of a reader of a share link. */
export interface Reader {
  readonly password?: string;
  readonly bearer?: string;
  readonly ip?: string;
  readonly query?: PageQuery;
  readonly requestId?: string;
}

/** Reads a shared conversation. */
export function readShare(at: Callers, token: string, reader: Reader = {}) {
  const { password, bearer, ip, query = {}, requestId } = reader;
  return at.anonymous.GET('/api/shared/{share_token}', {
    params: {
      path: { share_token: token },
      query,
      ...(password === undefined ? {} : { header: { 'X-Share-Password': password } }),
    },
    headers: {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(ip === undefined ? {} : { 'x-forwarded-for': ip }),
      ...(requestId === undefined ? {} : { 'x-request-id': requestId }),
    },
  });
}

/** Contents of a shared conversation in their order. */
export async function sharedTexts(at: Callers, token: string): Promise<string[] | undefined> {
  const { data } = await readShare(at, token, { query: { page_size: 100 } });
  return data?.messages.items.map(({ content }) => content);
}
