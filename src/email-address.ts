/**
 * The one rule for e-mail addresses: the format `email` of the contract, which is also held to what a provider says.
 * Generated validators carry a copy of this file, so it imports nothing.
 */

const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** True for an address of ASCII, without quotes and comments, of 254 characters at most. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 254) return false;
  const labels = text.slice(at + 1).split('.');
  return (
    labels.length > 1 &&
    LOCAL_PART.test(text.slice(0, at)) &&
    labels.every((label) => DOMAIN_LABEL.test(label))
  );
}
