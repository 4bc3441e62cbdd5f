import { parseJsonText } from '#codegen/read/json-text.ts';
import type { ParsedText } from '#codegen/read/parsed-text.ts';
import { parseYamlPieces, type TextCache } from '#codegen/read/yaml-pieces.ts';
import { parseYamlText } from '#codegen/read/yaml-text.ts';

export type { TextCache } from '#codegen/read/yaml-pieces.ts';

/** Parses JSON or YAML: the quick ways first, and the thorough one whenever they are not sure. */
export function parseText(source: string, text: string, cache?: TextCache): ParsedText {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return (
    parseJsonText(source, plain) ?? parseYamlPieces(plain, cache ?? new Map()) ?? parseYamlText(source, plain)
  );
}
