const MAX_NAME_LENGTH = 255;
const FALLBACK = 'download';
/** Controls, also those that turn the direction of text, separators of folders, and halves of surrogate pairs. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{61c}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}/\\]+/gu;
const NOT_ATTR_CHAR = /['()*]/g;

/**
 * `Content-Disposition` for a download under any name (RFC 6266, RFC 8187): always `attachment`, with a plain name for
 * old clients and the exact one beside it where they differ.
 */
export function attachmentDisposition(fileName: string): string {
  const name = cleanName(fileName);
  const plain = name.replaceAll(/[^\x20-\x7e]/gu, '_').replaceAll(/["%]/g, '_');
  const quoted = `attachment; filename="${plain}"`;
  return plain === name ? quoted : `${quoted}; filename*=UTF-8''${encodeExtended(name)}`;
}

function cleanName(fileName: string): string {
  const name = [...fileName.replaceAll(UNFIT, '_')].slice(0, MAX_NAME_LENGTH).join('').trim();
  return /^\.*$/.test(name) ? FALLBACK : name;
}

function encodeExtended(name: string): string {
  return encodeURIComponent(name).replaceAll(
    NOT_ATTR_CHAR,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
