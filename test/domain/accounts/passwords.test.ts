import { describe, expect, it } from 'vitest';
import { PasswordPolicy } from '#src/domain/accounts/password-policy.ts';
import { Passwords } from '#src/domain/accounts/passwords.ts';

describe('passwords', () => {
  it('are hashed a few at a time, with 503 for all but a hundred waiting requests', async () => {
    const passwords = new Passwords();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 300 }, () => passwords.matches('not the password', undefined)),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(190);
    expect(outcomes.length - refused.length).toBeGreaterThanOrEqual(100);
    expect(refused[0]).toMatchObject({ reason: { code: 'dependency_unavailable', retryAfterSeconds: 5 } });
    expect(await passwords.matches('right', await passwords.hash('right'))).toBe(true);
  });

  it('may be long, in any script and with spaces, and are refused when they are easy to guess', async () => {
    const policy = new PasswordPolicy();
    const owner = { email: 'ada.lind@example.org', fullName: 'Ada Lind-Holm' };
    const good = [
      'correct horse battery staple',
      'grün wie die Wälder im Mai',
      'смех над тихой рекой',
      'x9'.repeat(3) + 'fgQ!7ü·kelp'.repeat(20),
    ];
    for (const password of good) await policy.assertStrong(password, owner);
    const weak = [
      '123456789012',
      'password1234',
      'Passw0rd1234!',
      'qwertyuiopas',
      'aaaaaaaaaaaaaaa',
      'abcdefghijkl',
      'ada.lind2024',
      'AdaLind-Holm1',
      'voiceassist1',
      '            ',
    ];
    for (const password of weak)
      await expect(policy.assertStrong(password, owner), password).rejects.toMatchObject({
        code: 'weak_password',
      });
  });
});
