/** Greatest number of levels of folders. */
export const MAX_FOLDER_DEPTH = 10;
/** Greatest number of folders of one account. */
export const MAX_FOLDERS = 10_000;

/** A named place for conversations of one user. */
export interface Folder extends FolderFields {
  readonly id: string;
  readonly userId: string;
  readonly version: number;
  /** Conversations directly in it, archived ones included. */
  readonly conversationCount: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The values of a folder that its owner sets. */
export interface FolderFields {
  readonly name: string;
  readonly color: string | undefined;
  readonly icon: string | undefined;
  /** Undefined at the top. */
  readonly parentFolderId: string | undefined;
}

/** A folder with its subfolders. */
export interface FolderNode {
  readonly folder: Folder;
  readonly children: readonly FolderNode[];
}

/** Normalizes a name for the comparison and the order of siblings. */
export function siblingName(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** Nests folders, and keeps their order on each level. */
export function treeOf(folders: readonly Folder[]): FolderNode[] {
  const nodes = new Map(folders.map((folder) => [folder.id, { folder, children: [] as FolderNode[] }]));
  const top: FolderNode[] = [];
  for (const node of nodes.values()) {
    const { parentFolderId } = node.folder;
    const siblings = parentFolderId === undefined ? top : nodes.get(parentFolderId)?.children;
    siblings?.push(node);
  }
  return top;
}
