import { setTimeout as sleep } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from '#src/domain/accounts/access-tokens.ts';
import { createIds } from '#src/platform/ids.ts';
import { type Member, testSettings } from '#test/support/gateway.ts';

const tokens = new AccessTokens({ secrets: [testSettings().JWT_SECRET ?? ''], ids: createIds() });

/** The member with a token of the same session that expires in so many seconds. */
export async function withTokenFor(member: Member, seconds: number): Promise<Member> {
  const { sub = '', sid } = decodeJwt<{ sid: string }>(member.accessToken);
  const issuedAt = new Date(Date.now() - (ACCESS_TOKEN_SECONDS - seconds) * 1000);
  const accessToken = await tokens.issue({ userId: sub, sessionId: sid }, issuedAt);
  return { ...member, accessToken };
}

/** Waits until the member's token is over. */
export async function untilExpired({ accessToken }: Member): Promise<void> {
  const { exp = 0 } = decodeJwt(accessToken);
  await sleep(Math.max(0, exp * 1000 - Date.now() + 50));
}
