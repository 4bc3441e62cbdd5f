import type { components } from '#generated/schema.gen.ts';
import type { Folder, FolderFields, FolderNode } from '#src/domain/folders/folder.ts';
import { versionETag } from '#src/http/handler/version-tag.ts';

type Schemas = components['schemas'];

/** A folder as the contract shows it. */
export function toFolder(folder: Folder): Schemas['Folder'] {
  return {
    id: folder.id,
    name: folder.name,
    color: folder.color ?? null,
    icon: folder.icon ?? null,
    parent_folder_id: folder.parentFolderId ?? null,
    conversation_count: folder.conversationCount,
    created_at: folder.createdAt.toISOString(),
    updated_at: folder.updatedAt.toISOString(),
  };
}

/** A folder with those inside it; they lie in few levels, so that it may call itself. */
export function toFolderNode({ folder, children }: FolderNode): Schemas['FolderNode'] {
  return { ...toFolder(folder), children: children.map(toFolderNode) };
}

/** The number of conversations is shown with a folder and changes without it. */
export function folderETag(folder: Folder): string {
  return versionETag(folder.version, folder.conversationCount);
}

/** The body of a folder in the terms of the service. */
export function readFolderFields(body: Schemas['FolderCreate'] | Schemas['FolderReplace']): FolderFields {
  return {
    name: body.name,
    color: body.color ?? undefined,
    icon: body.icon ?? undefined,
    parentFolderId: body.parent_folder_id ?? undefined,
  };
}
