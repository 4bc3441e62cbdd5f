export const port = Number(process.env.PORT);
export const bearer = process.env.BENCH_BEARER === 'on';
const secret = new TextEncoder().encode(process.env.BENCH_SECRET ?? '');

/** Checks a bearer token with jose as its manual shows it; throws when it is not good. */
export async function verifyWithJose(header) {
  const { jwtVerify } = await import('jose');
  const token = header?.startsWith('Bearer ') ? header.slice(7) : '';
  return jwtVerify(token, secret, {
    algorithms: ['HS256'],
    issuer: 'voiceassist-gateway',
    audience: 'voiceassist-api',
  });
}
