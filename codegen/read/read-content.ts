import type { Body, MediaType, Reply, Schema } from '#codegen/read/contract.ts';
import { childPointer, isObject, valueAt } from '#codegen/read/json-pointer.ts';
import { EVENT_STREAM, essence } from '#codegen/read/media-type.ts';
import type { Placed, Reading } from '#codegen/read/reading.ts';

/** A schema as an object; 3.1 also writes `true` for anything and `false` for nothing. */
export function readSchema(value: unknown): Schema | undefined {
  if (value === true) return {};
  if (value === false) return { not: {} };
  return isObject(value) ? value : undefined;
}

const COMPONENT = /^#\/components\/schemas\/([^/]+)$/;

/** The events that a discriminator tells apart by their names, each with the component of its data. */
function readEvents(reading: Reading, written: unknown): ReadonlyMap<string, string> | undefined {
  const schema = componentAt(reading, written);
  const { mapping } = isObject(schema?.discriminator) ? schema.discriminator : {};
  if (!isObject(mapping)) return undefined;
  const events = new Map<string, string>();
  for (const [name, $ref] of Object.entries(mapping)) {
    const properties = componentAt(reading, { $ref })?.properties;
    const data = isObject(properties) && isObject(properties.data) ? properties.data.$ref : undefined;
    const [, component] = COMPONENT.exec(String(data)) ?? [];
    if (component !== undefined) events.set(name, component);
  }
  return events;
}

function componentAt({ document }: Reading, schema: unknown): Schema | undefined {
  if (!isObject(schema) || typeof schema.$ref !== 'string' || !COMPONENT.test(schema.$ref)) return undefined;
  const target = valueAt(document, schema.$ref.slice(1));
  return isObject(target) ? target : undefined;
}

/** The media types of a `content` object; the first of two that differ only in parameters counts. */
export function readContent(reading: Reading, owner: Placed): MediaType[] {
  const { content } = owner.value;
  if (!isObject(content)) return [];
  const media = new Map<string, MediaType>();
  for (const [name, value] of Object.entries(content)) {
    const type = essence(name);
    if (media.has(type)) continue;
    const described = isObject(value) ? value : {};
    media.set(type, {
      type,
      schema: readSchema(described.schema),
      events: type === EVENT_STREAM ? readEvents(reading, described.schema) : undefined,
      pointer: childPointer(owner.pointer, 'content', name),
    });
  }
  return [...media.values()];
}

/** The request body of an operation. */
export function readBody(reading: Reading, operation: Placed): Body | undefined {
  if (operation.value.requestBody === undefined) return undefined;
  const body = reading.follow(operation.value.requestBody, childPointer(operation.pointer, 'requestBody'));
  const media = readContent(reading, body);
  if (media.length === 0) {
    throw reading.error(body.pointer, 'The request body has no media type.', 'Describe it under `content`.');
  }
  return { required: body.value.required === true, media, pointer: body.pointer };
}

/** The replies of an operation, by status with `default` last. */
export function readReplies(reading: Reading, operation: Placed): Reply[] {
  const { responses } = operation.value;
  if (!isObject(responses)) return [];
  const pointer = childPointer(operation.pointer, 'responses');
  return Object.keys(responses)
    .filter((status) => !status.startsWith('x-'))
    .sort(compareStatuses)
    .map((status) => readReply(reading, status, responses[status], childPointer(pointer, status)));
}

function compareStatuses(a: string, b: string): number {
  if (a === 'default' || b === 'default') return Number(a === 'default') - Number(b === 'default');
  return a < b ? -1 : 1;
}

function readReply(reading: Reading, status: string, value: unknown, pointer: string): Reply {
  if (!/^([1-5]\d\d|[1-5]XX|default)$/i.test(status)) {
    throw reading.error(
      pointer,
      `"${status}" is no HTTP status.`,
      'Write a status such as 200, 4XX or default.',
    );
  }
  const reply = reading.follow(value, pointer);
  const headers = isObject(reply.value.headers) ? Object.keys(reply.value.headers) : [];
  return {
    status: status === 'default' ? status : status.toUpperCase(),
    media: readContent(reading, reply),
    // The specification has Content-Type described by `content` alone.
    headers: headers.map((name) => name.toLowerCase()).filter((name) => name !== 'content-type'),
    pointer: reply.pointer,
  };
}
