import type { Contract, Schema } from '#codegen/read/contract.ts';
import { documentNodes } from '#codegen/read/document-nodes.ts';
import { childPointer, isObject, pointerNames, referencePointer } from '#codegen/read/json-pointer.ts';
import { EVENT_STREAM, essence } from '#codegen/read/media-type.ts';
import type { Report, Rule } from '#codegen/rules/rule.ts';

/** A stream is as typed as any reply: a component chooses by `event` among others, which have the data of each. */
export const rule: Rule = {
  name: 'stream-events',
  check(contract, report) {
    const checked = new Set<string>();
    for (const { kind, value, pointer } of documentNodes(contract.document)) {
      if (kind !== 'mediaType' || essence(pointerNames(pointer).at(-1) ?? '') !== EVENT_STREAM) continue;
      const stream = component(contract, value.schema);
      if (stream === undefined) {
        const message = 'The stream has no component of its events.';
        report(
          pointer,
          message,
          "Write `schema: {$ref: '#/components/schemas/…'}` to one with a discriminator.",
        );
      } else if (!checked.has(stream.pointer)) {
        checked.add(stream.pointer);
        checkStream(contract, stream, report);
      }
    }
  },
};

interface Component {
  readonly schema: Schema;
  readonly pointer: string;
}

function component(contract: Contract, schema: unknown): Component | undefined {
  const ref = isObject(schema) ? schema.$ref : undefined;
  if (typeof ref !== 'string' || !ref.startsWith('#/components/schemas/')) return undefined;
  const [target, pointer] = [contract.resolve(ref), referencePointer(ref)];
  return target === undefined || pointer === undefined ? undefined : { schema: target, pointer };
}

function checkStream(contract: Contract, { schema, pointer }: Component, report: Report): void {
  const { discriminator, oneOf } = schema;
  const mapping = isObject(discriminator) ? discriminator.mapping : undefined;
  if (!isObject(discriminator) || discriminator.propertyName !== 'event' || !isObject(mapping)) {
    const remedy = 'Add `discriminator: {propertyName: event, mapping: {name: …}}` beside `oneOf`.';
    report(pointer, 'The stream does not choose among its events by their names.', remedy);
    return;
  }
  const variants = new Set(
    Array.isArray(oneOf) ? oneOf.map((each: unknown) => isObject(each) && each.$ref) : [],
  );
  const mapped = new Set(Object.values(mapping));
  if (variants.size !== mapped.size || [...mapped].some((ref) => !variants.has(ref as string)))
    report(
      pointer,
      'The stream names other events than it consists of.',
      'Write the same in oneOf and mapping.',
    );
  for (const [name, ref] of Object.entries(mapping)) {
    const event = component(contract, { $ref: ref });
    const place = childPointer(pointer, 'discriminator', 'mapping', name);
    if (event === undefined) report(place, `The event "${name}" is no component.`, 'Refer to one.');
    else checkEvent(contract, name, event, report);
  }
}

function checkEvent(contract: Contract, name: string, { schema, pointer }: Component, report: Report): void {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const { event, data } = properties;
  const required = Array.isArray(schema.required) ? schema.required : [];
  const isNamed = isObject(event) && Array.isArray(event.enum) && event.enum.join() === name;
  if (
    !isNamed ||
    component(contract, data) === undefined ||
    !['event', 'data'].every((each) => required.includes(each))
  ) {
    const remedy = `Require \`event: {type: string, enum: [${name}]}\` and \`data: {$ref: …}\`.`;
    report(pointer, `The event "${name}" has not its own name and data.`, remedy);
  } else if (name === 'error' && (data as Schema).$ref !== '#/components/schemas/Problem') {
    // The pipeline writes it itself when a stream fails.
    const message = 'The event "error" does not carry the one form of errors.';
    report(childPointer(pointer, 'properties', 'data'), message, 'Refer to Problem.');
  }
}
