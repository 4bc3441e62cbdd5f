import type { components } from '#generated/schema.gen.ts';
import type { PageQuery } from '#test/support/conversations.ts';
import type { Member } from '#test/support/gateway.ts';

type Schemas = components['schemas'];

/** Tries to create a folder. */
export function postFolder(member: Member, body: Schemas['FolderCreate'], key?: string) {
  return member.api.POST('/api/folders', {
    body,
    ...(key === undefined ? {} : { params: { header: { 'Idempotency-Key': key } } }),
  });
}

let made = 0;

/** Creates a folder, inside another where one is given, and gives its id. */
export async function createFolder(
  member: Member,
  parentId: string | null = null,
  name = `Folder ${++made}`,
): Promise<string> {
  const { data, error } = await postFolder(member, { name, parent_folder_id: parentId });
  if (data === undefined) throw new Error(`the folder was not created: ${JSON.stringify(error)}`);
  return data.id;
}

/** Creates folders each inside the one before and gives their ids, the outermost first. */
export async function createChain(member: Member, length: number): Promise<string[]> {
  const chain: string[] = [];
  for (let level = 0; level < length; level++) chain.push(await createFolder(member, chain.at(-1) ?? null));
  return chain;
}

export function readFolder(member: Member, id: string) {
  return member.api.GET('/api/folders/{folder_id}', { params: { path: { folder_id: id } } });
}

export function replaceFolder(
  member: Member,
  id: string,
  body: Partial<Schemas['FolderReplace']> & { name: string },
  ifMatch?: string,
) {
  return member.api.PUT('/api/folders/{folder_id}', {
    params: {
      path: { folder_id: id },
      ...(ifMatch === undefined ? {} : { header: { 'If-Match': ifMatch } }),
    },
    body: { color: null, icon: null, parent_folder_id: null, ...body },
  });
}

export function moveFolder(member: Member, id: string, targetId: string) {
  return member.api.POST('/api/folders/{folder_id}/move/{target_folder_id}', {
    params: { path: { folder_id: id, target_folder_id: targetId } },
  });
}

export function deleteFolder(member: Member, id: string, ifMatch?: string) {
  return member.api.DELETE('/api/folders/{folder_id}', {
    params: {
      path: { folder_id: id },
      ...(ifMatch === undefined ? {} : { header: { 'If-Match': ifMatch } }),
    },
  });
}

export function listFolders(member: Member, query: PageQuery & { parent_id?: string } = {}) {
  return member.api.GET('/api/folders', { params: { query } });
}

export async function treeOf(member: Member): Promise<Schemas['FolderNode'][]> {
  const { data } = await member.api.GET('/api/folders/tree');
  if (data === undefined) throw new Error('the tree was not read');
  return data.items;
}

/** The names of a tree, each with those inside it. */
export type Outline = readonly (string | readonly [string, Outline])[];

export function outlineOf(nodes: readonly Schemas['FolderNode'][]): Outline {
  return nodes.map(({ name, children }) => (children.length === 0 ? name : [name, outlineOf(children)]));
}

/** Puts a conversation into a folder, or takes it out with null. */
export async function fileConversation(member: Member, id: string, folderId: string | null): Promise<void> {
  const { error } = await member.api.PATCH('/api/conversations/{conversation_id}', {
    params: { path: { conversation_id: id } },
    body: { folder_id: folderId },
  });
  if (error !== undefined) throw new Error(`the conversation was not filed: ${JSON.stringify(error)}`);
}
