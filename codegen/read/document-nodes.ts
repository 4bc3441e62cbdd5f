import type { Schema } from '#codegen/read/contract.ts';
import { childPointer, isObject } from '#codegen/read/json-pointer.ts';

/** The kind of an object in an OpenAPI document, as the specification names it. */
export type NodeKind =
  | 'document'
  | 'info'
  | 'contact'
  | 'license'
  | 'server'
  | 'serverVariable'
  | 'paths'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'mediaType'
  | 'encoding'
  | 'responses'
  | 'response'
  | 'header'
  | 'example'
  | 'link'
  | 'callback'
  | 'schema'
  | 'discriminator'
  | 'xml'
  | 'components'
  | 'securityScheme'
  | 'oauthFlows'
  | 'oauthFlow'
  | 'tag'
  | 'externalDocs';

export interface DocumentNode {
  readonly kind: NodeKind;
  readonly value: Schema;
  readonly pointer: string;
}

interface Child {
  readonly kind: NodeKind;
  readonly shape: 'one' | 'list' | 'map';
}

type Grammar = Readonly<Partial<Record<NodeKind, Readonly<Record<string, Child>>>>>;

const one = (kind: NodeKind): Child => ({ kind, shape: 'one' });
const list = (kind: NodeKind): Child => ({ kind, shape: 'list' });
const map = (kind: NodeKind): Child => ({ kind, shape: 'map' });

function each(names: string, child: Child): Record<string, Child> {
  return Object.fromEntries(names.split(' ').map((name) => [name, child]));
}

const parameterMembers = { schema: one('schema'), content: map('mediaType'), examples: map('example') };

/** The members of an object that are objects of the specification; all others are data. `*` is any name. */
const GRAMMAR: Grammar = {
  document: {
    info: one('info'),
    servers: list('server'),
    paths: one('paths'),
    webhooks: map('pathItem'),
    components: one('components'),
    tags: list('tag'),
    externalDocs: one('externalDocs'),
  },
  info: { contact: one('contact'), license: one('license') },
  server: { variables: map('serverVariable') },
  paths: { '*': one('pathItem') },
  pathItem: {
    ...each('get put post delete options head patch trace', one('operation')),
    servers: list('server'),
    parameters: list('parameter'),
  },
  operation: {
    externalDocs: one('externalDocs'),
    parameters: list('parameter'),
    requestBody: one('requestBody'),
    responses: one('responses'),
    callbacks: map('callback'),
    servers: list('server'),
  },
  parameter: parameterMembers,
  header: parameterMembers,
  requestBody: { content: map('mediaType') },
  mediaType: { schema: one('schema'), examples: map('example'), encoding: map('encoding') },
  encoding: { headers: map('header') },
  responses: { '*': one('response') },
  response: { headers: map('header'), content: map('mediaType'), links: map('link') },
  link: { server: one('server') },
  callback: { '*': one('pathItem') },
  schema: {
    ...each('properties patternProperties dependentSchemas $defs', map('schema')),
    ...each('allOf anyOf oneOf prefixItems', list('schema')),
    ...each('not items additionalProperties contains propertyNames if then else', one('schema')),
    ...each('unevaluatedItems unevaluatedProperties', one('schema')),
    discriminator: one('discriminator'),
    xml: one('xml'),
    externalDocs: one('externalDocs'),
  },
  components: {
    schemas: map('schema'),
    responses: map('response'),
    parameters: map('parameter'),
    examples: map('example'),
    requestBodies: map('requestBody'),
    headers: map('header'),
    securitySchemes: map('securityScheme'),
    links: map('link'),
    callbacks: map('callback'),
    pathItems: map('pathItem'),
  },
  securityScheme: { flows: one('oauthFlows') },
  oauthFlows: each('implicit password clientCredentials authorizationCode', one('oauthFlow')),
  tag: { externalDocs: one('externalDocs') },
};

function childrenAt(child: Child, value: unknown, pointer: string): DocumentNode[] {
  if (child.shape === 'one') return isObject(value) ? [{ kind: child.kind, value, pointer }] : [];
  const members = child.shape === 'list' ? Array.isArray(value) : isObject(value);
  if (!members) return [];
  return Object.entries(value as object)
    .filter(([, member]) => isObject(member))
    .map(([name, member]) => ({ kind: child.kind, value: member, pointer: childPointer(pointer, name) }));
}

/** The specification's objects directly inside one, in the order they are written. */
function childNodes(node: DocumentNode): DocumentNode[] {
  const members = GRAMMAR[node.kind];
  if (members === undefined) return [];
  const out: DocumentNode[] = [];
  for (const [name, value] of Object.entries(node.value)) {
    const child = Object.hasOwn(members, name)
      ? members[name]
      : name.startsWith('x-')
        ? undefined
        : members['*'];
    if (child !== undefined) out.push(...childrenAt(child, value, childPointer(node.pointer, name)));
  }
  return out;
}

/** Every object below (and with) the given one, in document order; references are not followed. */
export function* nodesFrom(start: DocumentNode): Generator<DocumentNode> {
  const waiting = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    for (const child of childNodes(node).reverse()) waiting.push(child);
  }
}

/** Every object of a whole document, in document order. */
export function documentNodes(document: Schema): Generator<DocumentNode> {
  return nodesFrom({ kind: 'document', value: document, pointer: '' });
}
