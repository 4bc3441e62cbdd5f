import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Fonts of one appearance for some scripts, and the npm package that contains them. */
export interface Family {
  readonly name: string;
  readonly package: string;
  readonly regular: string;
  readonly bold?: string;
  readonly italic?: string;
  readonly boldItalic?: string;
}

const expo = (name: string, folder: string, file: string): Family => ({
  name,
  package: `@expo-google-fonts/${folder}`,
  regular: `400Regular/${file}_400Regular.ttf`,
});
const withBold = (family: Family): Family => ({
  ...family,
  bold: family.regular.replaceAll('400Regular', '700Bold'),
});
const embed = (name: string, folder: string, file: string, extension = 'ttf'): Family => ({
  name,
  package: `@embedpdf/${folder}`,
  regular: `fonts/${file}-Regular.${extension}`,
  bold: `fonts/${file}-Bold.${extension}`,
});

/** Latin, Greek, Cyrillic, and characters without a script. */
export const TEXT_FAMILY: Family = {
  ...embed('text', 'fonts-latin', 'NotoSans'),
  italic: 'fonts/NotoSans-Italic.ttf',
  boldItalic: 'fonts/NotoSans-BoldItalic.ttf',
};
export const CODE_FAMILY = withBold(expo('code', 'noto-sans-mono', 'NotoSansMono'));
export const EMOJI_FAMILY = expo('emoji', 'noto-emoji', 'NotoEmoji');

export const JAPANESE_FAMILY = embed('japanese', 'fonts-jp', 'NotoSansJP', 'otf');
export const KOREAN_FAMILY = embed('korean', 'fonts-kr', 'NotoSansKR', 'otf');
export const CHINESE_FAMILY = embed('chinese', 'fonts-sc', 'NotoSansHans', 'otf');

/**
 * Searched in this order for characters that the text font lacks. East Asian fonts are separate, since their order
 * depends on the text.
 */
export const SCRIPT_FAMILIES: readonly Family[] = [
  embed('arabic', 'fonts-arabic', 'NotoNaskhArabic'),
  embed('hebrew', 'fonts-hebrew', 'NotoSansHebrew'),
  withBold(expo('devanagari', 'noto-sans-devanagari', 'NotoSansDevanagari')),
  withBold(expo('thai', 'noto-sans-thai', 'NotoSansThai')),
];
export const SYMBOL_FAMILIES: readonly Family[] = [
  expo('math', 'noto-sans-math', 'NotoSansMath'),
  expo('symbols', 'noto-sans-symbols', 'NotoSansSymbols'),
  expo('symbols-2', 'noto-sans-symbols-2', 'NotoSansSymbols2'),
];

const require = createRequire(import.meta.url);

/** Folder of a font package; undefined when it is not installed. Not every package lets its files be resolved. */
function packageFolder(name: string): string | undefined {
  const folders = require.resolve.paths(name) ?? [];
  return folders
    .map((folder) => join(folder, name))
    .find((folder) => existsSync(join(folder, 'package.json')));
}

/** Path of a font file; undefined when its package is not installed. */
export function fontFile(family: Family, file: string): string | undefined {
  const folder = packageFolder(family.package);
  if (folder === undefined) return undefined;
  const path = join(folder, file);
  return existsSync(path) ? path : undefined;
}
