import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openTestDatabase } from '#test/support/test-database.ts';
import { settleDocument } from './generated-document.ts';

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
  readonly nullable: boolean;
  readonly has_default: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  varchar: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  _int8: 'string[]',
  float8: 'number',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'Json',
};

function pascal(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

function typeOf(column: Column): string {
  const type = TYPES[column.udt_name];
  if (type === undefined)
    throw new Error(`${column.table_name}.${column.column_name} has the unknown type ${column.udt_name}.`);
  const nullable = column.nullable ? `${type} | null` : type;
  return column.has_default ? `Generated<${nullable}>` : nullable;
}

function tableType(name: string, columns: readonly Column[]): string {
  const lines = columns.map((column) => `  ${column.column_name}: ${typeOf(column)};\n`);
  return `export interface ${pascal(name)}Table {\n${lines.join('')}}\n`;
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const { database, close } = await openTestDatabase();
const { rows } = await sql<Column>`
  select table_name::text, column_name::text, udt_name::text, is_nullable = 'YES' as nullable,
    column_default is not null as has_default
  from information_schema.columns
  where table_schema = 'public' and table_name not like 'kysely_%'
  order by table_name, ordinal_position`.execute(database.kysely);
await close();

const byTable = new Map<string, Column[]>();
for (const column of rows)
  byTable.set(column.table_name, [...(byTable.get(column.table_name) ?? []), column]);

const document = `// Made from the migrated schema by: npm run db. Not to be edited.
import type { ColumnType, Generated } from 'kysely';

/** Read as a value, written as JSON text. */
type Json = ColumnType<unknown, string, string>;

${[...byTable].map(([name, columns]) => tableType(name, columns)).join('\n')}
export interface DB {
${[...byTable.keys()].map((name) => `  ${name}: ${pascal(name)}Table;\n`).join('')}}
`;
settleDocument('src/platform/db/schema.gen.ts', document, { check: values.check, command: 'npm run db' });
process.exit();
