import { parseJsonText } from '#codegen/foreign/json-text.ts';
import { parseYamlPieces, type TextCache } from '#codegen/foreign/yaml-pieces.ts';
import type { ParsedText } from '#codegen/read/parsed-text.ts';

/** Parses JSON or YAML of any size in quick ways; undefined when they are not sure. */
export function parseQuickly(
  source: string,
  text: string,
  cache: TextCache = new Map(),
): ParsedText | undefined {
  return parseJsonText(source, text) ?? parseYamlPieces(text, cache);
}
