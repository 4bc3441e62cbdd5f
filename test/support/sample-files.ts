import { crc32 } from 'node:zlib';

/** Minimal files of the accepted kinds. */

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
export const JPEG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(64, 1),
  Buffer.from('ffd9', 'hex'),
]);
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n',
);
export const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
export const PROGRAM = Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(64)]);

/** A ZIP archive of uncompressed texts. */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [nameBytes, content] = [Buffer.from(name), Buffer.from(text)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, nameBytes, content]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), facts, place, nameBytes]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}

export const DOCX = zipOf({
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override ' +
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  'word/document.xml': '<w:document/>',
});

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const FAT = 0xfffffffd;

interface CompoundEntry {
  readonly name: string;
  /** 1 a folder, 2 a stream, 5 the root. */
  readonly type: number;
  readonly left?: number;
  readonly right?: number;
  readonly child?: number;
}

/** A compound file with the given directory, which begins at the given sector. */
export function compoundFileOf(entries: readonly CompoundEntry[], directorySector = 1): Buffer {
  const perSector = SECTOR / 4;
  const directorySectors = Math.ceil(entries.length / 4);
  const fatSectors = Math.ceil((directorySector + directorySectors) / perSector);
  const inHeader = Math.min(fatSectors, 109);
  // The allocation table follows the directory; the part that does not fit into the header is listed in one more
  // sector.
  const firstFat = directorySector + directorySectors;
  const table = new Uint32Array(fatSectors * perSector).fill(FREE);
  for (let i = 0; i < directorySectors; i++)
    table[directorySector + i] = i + 1 < directorySectors ? directorySector + i + 1 : END_OF_CHAIN;
  const header = Buffer.alloc(SECTOR, 0);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(fatSectors, 44);
  header.writeUInt32LE(directorySector, 48);
  header.writeUInt32LE(fatSectors > 109 ? firstFat + fatSectors : END_OF_CHAIN, 68);
  for (let i = 0; i < 109; i++) header.writeUInt32LE(i < inHeader ? firstFat + i : FREE, 76 + i * 4);
  const more = Buffer.alloc(fatSectors > 109 ? SECTOR : 0, 0xff);
  for (let i = 109; i < fatSectors; i++) more.writeUInt32LE(firstFat + i, (i - 109) * 4);
  table.fill(FAT, firstFat, firstFat + fatSectors);
  return Buffer.concat([
    header,
    Buffer.alloc(directorySector * SECTOR),
    directoryOf(entries, directorySectors),
    Buffer.from(table.buffer),
    more,
  ]);
}

function directoryOf(entries: readonly CompoundEntry[], sectors: number): Buffer {
  const directory = Buffer.alloc(sectors * SECTOR);
  entries.forEach(({ name, type, left = FREE, right = FREE, child = FREE }, index) => {
    const at = index * 128;
    directory.write(name, at, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, at + 64);
    directory.writeUInt8(type, at + 66);
    directory.writeUInt32LE(left, at + 68);
    directory.writeUInt32LE(right, at + 72);
    directory.writeUInt32LE(child, at + 76);
  });
  return directory;
}

/** A Word document as Word writes it, with other streams beside it. */
export const DOC = compoundFileOf([
  { name: 'Root Entry', type: 5, child: 2 },
  { name: 'Data', type: 2 },
  { name: '1Table', type: 2, left: 1, right: 3 },
  { name: 'CompObj', type: 2, right: 4 },
  { name: 'WordDocument', type: 2 },
]);

/** A workbook with an embedded Word document. */
export const XLS = compoundFileOf([
  { name: 'Root Entry', type: 5, child: 1 },
  { name: 'Workbook', type: 2, right: 2 },
  { name: 'MBD0001', type: 1, child: 3 },
  { name: 'WordDocument', type: 2 },
]);
