import type { ConfigFault } from '#src/platform/config-checks.ts';

/** The configuration of a login provider. */
export interface OauthProviderConfig {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface OauthConfig {
  readonly providers: readonly OauthProviderConfig[];
  /** Addresses of the application; `{provider}` stands for the name. */
  readonly redirectUris: readonly string[];
}

/** Providers that exist in every deployment, configured or not. */
export const WELL_KNOWN_PROVIDERS = ['google', 'microsoft'] as const;

interface OauthValues {
  readonly PUBLIC_URL?: string | undefined;
  readonly OAUTH_PROVIDERS: readonly string[];
  readonly OAUTH_REDIRECT_URIS: readonly string[];
  readonly OAUTH_GOOGLE_ISSUER: string;
  readonly OAUTH_MICROSOFT_ISSUER: string;
}

/** What the environment says of login providers. */
export interface OauthReading {
  readonly config: OauthConfig;
  readonly faults: readonly ConfigFault[];
  /** Names of the variables of all providers, whether they are set or not. */
  readonly names: ReadonlySet<string>;
}

const PARTS = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'] as const;
const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$)/;

/** Reads the providers; the names of their variables contain the name of the provider. */
export function readOauth(
  environment: Readonly<Record<string, string | undefined>>,
  values: OauthValues,
): OauthReading {
  const faults: ConfigFault[] = [];
  const issuers: Readonly<Record<string, string>> = {
    google: values.OAUTH_GOOGLE_ISSUER,
    microsoft: values.OAUTH_MICROSOFT_ISSUER,
  };
  const names = new Set<string>([...WELL_KNOWN_PROVIDERS, ...values.OAUTH_PROVIDERS]);
  const providers = [...names].flatMap((name) => {
    const at = prefixOf(name);
    const issuer = issuers[name] ?? environment[`${at}_ISSUER`] ?? '';
    const clientId = environment[`${at}_CLIENT_ID`] ?? '';
    const clientSecret = environment[`${at}_CLIENT_SECRET`] ?? '';
    const asked = values.OAUTH_PROVIDERS.includes(name) || clientId !== '' || clientSecret !== '';
    if (!asked) return [];
    if (!URL.canParse(issuer) || !(issuer.startsWith('https://') || LOOPBACK.test(issuer)))
      faults.push({ name: `${at}_ISSUER`, what: 'has to be an https address' });
    if (clientId === '')
      faults.push({ name: `${at}_CLIENT_ID`, what: 'is needed for logins at this provider' });
    if (clientSecret === '')
      faults.push({ name: `${at}_CLIENT_SECRET`, what: 'is needed for logins at this provider' });
    return [{ name, issuer, clientId, clientSecret }];
  });
  const own = values.PUBLIC_URL?.replace(/\/$/, '');
  const redirectUris =
    values.OAUTH_REDIRECT_URIS.length > 0 || own === undefined
      ? values.OAUTH_REDIRECT_URIS
      : [`${own}/auth/callback/{provider}`];
  if (providers.length > 0 && redirectUris.length === 0)
    faults.push({
      name: 'OAUTH_REDIRECT_URIS',
      what: 'is needed for logins at providers, unless there is a PUBLIC_URL',
    });
  const known = [...names].flatMap((name) => PARTS.map((part) => `${prefixOf(name)}_${part}`));
  return { config: { providers, redirectUris }, faults, names: new Set(known) };
}

function prefixOf(provider: string): string {
  return `OAUTH_${provider.toUpperCase().replaceAll('-', '_')}`;
}
