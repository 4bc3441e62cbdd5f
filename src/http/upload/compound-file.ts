import { type FileHandle, open } from 'node:fs/promises';

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const HEADER_FAT_SECTORS = 109;
/** Also marks the end of a chain and everything else that is no sector. */
const LAST_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const STREAM = 2;
const WORD_STREAM = 'WordDocument';
/** A directory of more is not followed further: real ones have some dozens of entries. */
const MAX_DIRECTORY_SECTORS = 64;
const MAX_FAT_CHAIN = 4_096;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

/** True when a compound file, the container of older office formats, is a document of Word; false for a broken one. */
export async function isWordDocument(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    return holdsStream(await directoryOf(file), WORD_STREAM);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  } finally {
    await file.close();
  }
}

/** Looks only at the top: what is embedded deeper does not make the file what it is. */
function holdsStream(entries: readonly Entry[], name: string): boolean {
  const open = [entries[0]?.child ?? NO_ENTRY];
  const seen = new Set<number>();
  while (open.length > 0) {
    const index = open.pop() as number;
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    if (entry.type === STREAM && entry.name === name) return true;
    open.push(entry.left, entry.right);
  }
  return false;
}

/** Entries of the directory, which lies in a chain of sectors. Throws a `RangeError` where the file ends too early. */
async function directoryOf(file: FileHandle): Promise<readonly Entry[]> {
  const header = await readAt(file, 0, HEADER_BYTES);
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw new RangeError('There are no sectors of this size.');
  const sectorBytes = 2 ** shift;
  const sector = (number: number, offset: number, bytes: number): Promise<Buffer> =>
    readAt(file, (number + 1) * sectorBytes + offset, bytes);
  const entries: Entry[] = [];
  let number = header.readUInt32LE(48);
  for (let read = 0; number < LAST_SECTOR && read < MAX_DIRECTORY_SECTORS; read++) {
    const bytes = await sector(number, 0, sectorBytes);
    for (let at = 0; at < sectorBytes; at += ENTRY_BYTES) entries.push(toEntry(bytes, at));
    const perSector = sectorBytes / 4;
    const fat = await fatSector(header, Math.floor(number / perSector), perSector, sector);
    number = (await sector(fat, (number % perSector) * 4, 4)).readUInt32LE(0);
  }
  return entries;
}

/** Number of the sector that holds a part of the allocation table: the first are in the header, the others in a chain. */
async function fatSector(
  header: Buffer,
  index: number,
  perSector: number,
  sector: (number: number, offset: number, bytes: number) => Promise<Buffer>,
): Promise<number> {
  if (index < HEADER_FAT_SECTORS) return header.readUInt32LE(76 + index * 4);
  let left = index - HEADER_FAT_SECTORS;
  let number = header.readUInt32LE(68);
  for (let steps = 0; left >= perSector - 1 && steps < MAX_FAT_CHAIN; steps++) {
    number = (await sector(number, (perSector - 1) * 4, 4)).readUInt32LE(0);
    left -= perSector - 1;
  }
  return (await sector(number, left * 4, 4)).readUInt32LE(0);
}

function toEntry(bytes: Buffer, at: number): Entry {
  const nameBytes = Math.min(bytes.readUInt16LE(at + 64), 64);
  return {
    name: bytes.toString('utf16le', at, at + Math.max(0, nameBytes - 2)),
    type: bytes.readUInt8(at + 66),
    left: bytes.readUInt32LE(at + 68),
    right: bytes.readUInt32LE(at + 72),
    child: bytes.readUInt32LE(at + 76),
  };
}

async function readAt(file: FileHandle, position: number, bytes: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, position);
  if (bytesRead < bytes) throw new RangeError('The file ends too early.');
  return buffer;
}
