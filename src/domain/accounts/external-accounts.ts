import { type Account, emailKey, isReleasedEmail, releasedEmail } from '#src/domain/accounts/account.ts';
import type { AccountParts } from '#src/domain/accounts/account-service.ts';
import type { Actor } from '#src/domain/accounts/actor.ts';
import { OauthStore } from '#src/domain/accounts/oauth-store.ts';
import { type ExternalPerson, loginFailed } from '#src/domain/accounts/oidc-provider.ts';
import { lockUnchanged } from '#src/domain/accounts/owner-proof.ts';
import { type Credentials, UserStore } from '#src/domain/accounts/user-store.ts';
import type { PublicWork } from '#src/domain/work.ts';
import { isEmail } from '#src/email-address.ts';
import { AppError } from '#src/errors.ts';
import type { Transaction } from '#src/platform/db/database.ts';
import { isLine, isStorable } from '#src/texts.ts';

/** How a person at a provider came to an account. */
export type Entrance = 'known' | 'linked' | 'created' | 'taken_over';

export interface EnteredAccount {
  readonly account: Account;
  readonly entrance: Entrance;
  /** The account that had the address without proof, if it lost it by this. */
  readonly releasedFrom?: string;
}

/** A person whom a provider has logged in. */
export interface Arrival {
  readonly provider: string;
  readonly person: ExternalPerson;
}

/** The account that shall be linked, as its owner proved it. */
export interface LinkTarget {
  readonly actor: Actor;
  readonly held: Credentials;
}

export type ExternalAccountParts = Pick<AccountParts, 'sessions' | 'clock' | 'ids'> & {
  /** End what an account's former holder made that acts without a session, in each area that has such things. */
  readonly endings: readonly ((tx: Transaction, userId: string) => Promise<void>)[];
};

const MAX_IDENTITIES = 20;
const MAX_NAME = 200;

/** The name that a provider gives as one that the contract would take from a client; undefined when nothing of it is. */
function nameFrom(sent: string): string | undefined {
  const line = sent.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').trim();
  const name = [...line].slice(0, MAX_NAME).join('');
  return name !== '' && isStorable(name) && isLine(name) ? name : undefined;
}

/** Finds, links, makes or hands over the account of a person at a provider. */
export class ExternalAccounts {
  readonly #parts: ExternalAccountParts;

  constructor(parts: ExternalAccountParts) {
    this.#parts = parts;
  }

  /** The account, locked. Throws `conflict` for one that must not be linked silently, and `email_not_verified`. */
  async enter(
    tx: Transaction,
    work: PublicWork,
    arrival: Arrival,
    target: LinkTarget | undefined,
  ): Promise<EnteredAccount> {
    const { issuer, subject } = arrival.person;
    const known = await new OauthStore(tx).findUserOf(issuer, subject);
    if (known !== undefined) return this.#enterKnown(tx, arrival.person, known, target);
    if (target !== undefined) return this.#linkTo(tx, arrival, target);
    return this.#enterByEmail(tx, work, arrival);
  }

  async #enterKnown(
    tx: Transaction,
    person: ExternalPerson,
    userId: string,
    target: LinkTarget | undefined,
  ): Promise<EnteredAccount> {
    if (target !== undefined && target.actor.userId !== userId) throw linkedElsewhere();
    const account = await new UserStore(tx).lock(userId);
    // The link can have been dropped while the account was waited for.
    const stays = (await new OauthStore(tx).findUserOf(person.issuer, person.subject)) === userId;
    if (account === undefined || !account.isActive || !stays) throw loginFailed();
    return { account: await prove(tx, account, person), entrance: 'known' };
  }

  async #linkTo(tx: Transaction, arrival: Arrival, { actor, held }: LinkTarget): Promise<EnteredAccount> {
    const account = await lockUnchanged(new UserStore(tx), held);
    await this.#parts.sessions.holdOpen(tx, actor);
    if ((await new OauthStore(tx).listIdentities(account.id)).length >= MAX_IDENTITIES)
      throw new AppError('conflict', `An account has at most ${MAX_IDENTITIES} logins at providers.`);
    await link(tx, arrival, account.id);
    return { account: await prove(tx, account, arrival.person), entrance: 'linked' };
  }

  /** For a person who comes for the first time and has no session: the address is all there is to go by. */
  async #enterByEmail(tx: Transaction, work: PublicWork, arrival: Arrival): Promise<EnteredAccount> {
    const email = verifiedEmail(arrival.person);
    const users = new UserStore(tx);
    const oauth = new OauthStore(tx);
    const present = await users.lockByEmail(email);
    const { issuer, subject } = arrival.person;
    // Whichever address it comes with: an account of its own would keep the owner from linking it again.
    if (await oauth.wasUnlinked(issuer, subject)) throw droppedBefore();
    if (present === undefined) return this.#create(tx, arrival, email);
    if (present.role === 'admin') throw notLinkedSilently();
    if (!present.isActive) throw loginFailed();
    if (present.emailVerified) {
      await link(tx, arrival, present.id);
      return { account: present, entrance: 'linked' };
    }
    // A role was given to whoever registered the address, and the address alone must not inherit it.
    if (present.role !== 'user') throw notLinkedSilently();
    if ((await oauth.listIdentities(present.id)).length === 0)
      return this.#takeOver(tx, work, arrival, present);
    const { clock, ids } = this.#parts;
    await users.update(changed(present, { email: releasedEmail(ids) }, clock.now()));
    return { ...(await this.#create(tx, arrival, email)), releasedFrom: present.id };
  }

  /**
   * Gives an account that nobody proved to be theirs to the owner of its address: every other way into it ends, and its
   * content stays, since most who register an address own it.
   */
  async #takeOver(
    tx: Transaction,
    work: PublicWork,
    arrival: Arrival,
    present: Account,
  ): Promise<EnteredAccount> {
    const { sessions, clock, endings } = this.#parts;
    const users = new UserStore(tx);
    const account = changed(present, { emailVerified: true }, clock.now());
    await users.update(account);
    await users.updatePassword(account.id, undefined);
    await sessions.revokeOfUser({ ...work, tx }, account.id, 'takeover');
    // After the sessions, which whatever these end needed to be made.
    for (const end of endings) await end(tx, account.id);
    await new OauthStore(tx).deleteAuthorizationsOf(account.id);
    await link(tx, arrival, account.id);
    return { account, entrance: 'taken_over' };
  }

  async #create(tx: Transaction, arrival: Arrival, email: string): Promise<EnteredAccount> {
    const now = this.#parts.clock.now();
    const account: Account = {
      id: this.#parts.ids.uuid(),
      email,
      emailVerified: true,
      fullName: nameFrom(arrival.person.name ?? ''),
      role: 'user',
      isActive: true,
      version: 1,
      createdAt: now,
      updatedAt: now,
      lastLoginAt: undefined,
    };
    await new UserStore(tx).insert(account, undefined);
    await link(tx, arrival, account.id);
    return { account, entrance: 'created' };
  }
}

async function link(tx: Transaction, { provider, person }: Arrival, userId: string): Promise<void> {
  const { issuer, subject } = person;
  await new OauthStore(tx).insertIdentity({ issuer, subject, provider, userId });
}

/** A provider that vouches for the address of the account proves it. */
async function prove(tx: Transaction, account: Account, person: ExternalPerson): Promise<Account> {
  const same = emailKey(person.email ?? '') === emailKey(account.email);
  if (account.emailVerified || !person.emailVerified || !same) return account;
  const proved = { ...account, emailVerified: true };
  await new UserStore(tx).update(proved);
  return proved;
}

function changed(
  present: Account,
  change: Partial<Pick<Account, 'email' | 'emailVerified'>>,
  updatedAt: Date,
): Account {
  return { ...present, ...change, version: present.version + 1, updatedAt };
}

function verifiedEmail({ email: sent, emailVerified }: ExternalPerson): string {
  const email = sent ?? '';
  if (!emailVerified || email.trim() === '')
    throw new AppError('email_not_verified', 'The provider does not vouch for an e-mail address of yours.');
  if (!isEmail(email) || isReleasedEmail(email))
    throw new AppError(
      'upstream_error',
      'The provider vouches for an e-mail address that no account here can have.',
    );
  return email;
}

function notLinkedSilently(): AppError {
  return new AppError(
    'conflict',
    'An account with this e-mail address exists. Log in to it and link the provider from there.',
  );
}

function droppedBefore(): AppError {
  return new AppError(
    'conflict',
    'An account has dropped this login at the provider. Log in to that account and link the provider from there.',
  );
}

function linkedElsewhere(): AppError {
  return new AppError('conflict', 'This login at the provider belongs to another account.');
}
