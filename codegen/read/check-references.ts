import type { Schema } from '#codegen/read/contract.ts';
import { type DocumentNode, documentNodes } from '#codegen/read/document-nodes.ts';
import { childPointer, isObject } from '#codegen/read/json-pointer.ts';
import type { Reading } from '#codegen/read/reading.ts';

/** Writes references to `$anchor`s as pointers, the one form that everything behind the reader knows. */
export function resolveAnchors(document: Schema): void {
  const anchors = new Map<string, string>();
  const users: { value: Schema; name: string }[] = [];
  for (const { kind, value, pointer } of documentNodes(document)) {
    if (kind !== 'schema') continue;
    if (typeof value.$anchor === 'string') anchors.set(value.$anchor, pointer);
    const [, name] = /^#([^/].*)$/.exec(String(value.$ref ?? '')) ?? [];
    if (name !== undefined) users.push({ value, name });
  }
  for (const { value, name } of users) {
    const pointer = anchors.get(name);
    if (pointer !== undefined) (value as { $ref: unknown }).$ref = `#${encodeURI(pointer)}`;
  }
}

/** Refuses references that leave the document, name nothing, or only lead back to themselves. */
export function checkReferences(reading: Reading): void {
  for (const node of documentNodes(reading.document)) {
    if (typeof node.value.$ref === 'string') checkReference(reading, node);
    if (node.kind === 'discriminator') checkMapping(reading, node);
  }
}

function checkReference(reading: Reading, node: DocumentNode): void {
  const pointer = childPointer(node.pointer, '$ref');
  const ref = node.value.$ref as string;
  const { value } = reading.target(ref, pointer);
  // A component may be the boolean schemas of 3.1; everything else that can be referred to is an object.
  if (typeof value === 'boolean' && node.kind === 'schema') return;
  if (!isObject(value)) {
    throw reading.error(
      pointer,
      `The reference "${ref}" names no object.`,
      `Point it at a ${node.kind} object.`,
    );
  }
  if (typeof value.$ref === 'string') reading.follow(node.value, node.pointer);
}

function checkMapping(reading: Reading, node: DocumentNode): void {
  const { mapping } = node.value;
  if (!isObject(mapping)) return;
  for (const [name, target] of Object.entries(mapping)) {
    if (typeof target !== 'string' || !target.startsWith('#')) continue;
    reading.target(target, childPointer(node.pointer, 'mapping', name));
  }
}
