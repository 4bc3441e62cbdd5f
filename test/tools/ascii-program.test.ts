import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { asciiProgram } from '../../tools/ascii-program.ts';

describe('a program in ASCII', () => {
  it('finds, keeps and says the same', async () => {
    const { code } = await transform(`
      // Ein Kommentar mit \\ö
      const größe = 'naïve 😀';
      (['søt 😀 ñ'.replace(/[øł]/g, 'o').replace(/[😀]/u, '!').match(/(?<ñ>ñ)/).groups.ñ, größe, \`é\${größe}\`]);`);
    expect(code).toMatch(/[^\0-\x7f]/);
    const ascii = await asciiProgram(code);
    expect(ascii).not.toMatch(/[^\0-\x7f]/);
    // biome-ignore lint/security/noGlobalEval: the promise is what the program does.
    const run = globalThis.eval;
    expect(run(`{${ascii}}`)).toEqual(run(`{${code}}`));
    expect(run(`{${ascii}}`)).toEqual(['ñ', 'naïve 😀', 'énaïve 😀']);
  });

  it.each(['x = String.raw`ø`', 'x = /\\ø/', 'x = /[\\\\\\ø]/'])(
    'is refused where it would change: %s',
    (code) => expect(asciiProgram(code)).rejects.toThrow('beyond ASCII'),
  );
});
