import { type Kysely, sql } from 'kysely';

const FOLDERS = [
  // Compared and put in order byte by byte, the same on every server whatever its locale.
  sql`alter table folders add column name_folded text collate "C"`,
  sql`update folders set name_folded = lower(btrim(name))`,
  sql`alter table folders alter column name_folded set not null`,
  // One index holds siblings apart, gives a level and the whole tree in order, and finds the folders of a user.
  sql`create unique index folders_sibling_name on folders (user_id, parent_folder_id, name_folded) nulls not distinct`,
  sql`drop index folders_user_id`,
];

const VALUES = sql`
  age integer,
  gender text,
  weight_kg double precision,
  height_cm double precision,
  chief_complaint text,
  problems jsonb not null,
  medications jsonb not null,
  allergies jsonb not null,
  temperature_celsius double precision,
  heart_rate_bpm integer,
  blood_pressure_systolic_mmhg integer,
  blood_pressure_diastolic_mmhg integer,
  respiratory_rate_per_minute integer,
  spo2_percent integer`;

const CLINICAL_CONTEXTS = [
  sql`create table clinical_contexts (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    conversation_id uuid references conversations (id) on delete set null,
    ${VALUES},
    version integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint clinical_contexts_conversation_key unique (conversation_id)
  )`,
  sql`create index clinical_contexts_recent on clinical_contexts (user_id, updated_at desc, id desc)`,
  sql`create table clinical_context_versions (
    context_id uuid not null references clinical_contexts (id) on delete cascade,
    version integer not null,
    conversation_id uuid,
    ${VALUES},
    written_at timestamptz not null,
    replaced_at timestamptz not null,
    primary key (context_id, version)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...FOLDERS, ...CLINICAL_CONTEXTS]) await statement.execute(db);
}
