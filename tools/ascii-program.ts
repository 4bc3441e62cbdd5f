import { transform } from 'esbuild';

const BEYOND_ASCII = /[^\0-\x7f]/g;
const BEHIND_BACKSLASH = /(?<!\\)(?:\\\\)*\\[^\0-\x7f]/;

/**
 * The same program in ASCII. The bundler escapes texts and names, and leaves regular expressions, raw templates and
 * comments as they are. Throws for a program that means something else with escapes in these places.
 */
export async function asciiProgram(code: string): Promise<string> {
  const ascii = inAscii(code);
  const [before, after] = await Promise.all([withoutComments(code), withoutComments(ascii)]);
  if (BEHIND_BACKSLASH.test(before))
    throw new Error('The program escapes a character beyond ASCII by a backslash. Take the backslash out.');
  if (inAscii(before) !== after)
    throw new Error('The program has a raw template with a character beyond ASCII. Take a plain text.');
  return ascii;
}

function inAscii(code: string): string {
  return code.replace(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Raw templates become plain texts, which the bundler escapes by what they are and not by how they are written. */
async function withoutComments(code: string): Promise<string> {
  const { code: bare } = await transform(code, {
    charset: 'ascii',
    legalComments: 'none',
    minifyWhitespace: true,
    supported: { 'template-literal': false },
  });
  return bare;
}
