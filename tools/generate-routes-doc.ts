import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Access, Contract, Operation } from '#codegen/read/contract.ts';
import { readContract } from '#codegen/read/read-contract.ts';
import { readIfThere, settleDocument } from './generated-document.ts';

const UNTAGGED = 'untagged';
const SUMMARY_LENGTH = 297;
const FOLD_COLUMN = 80;

interface TagInfo {
  readonly name: string;
  readonly 'x-routes-summary'?: string;
}

interface Stamp {
  /** `YYYY-MM-DD HH:MM:SS UTC`. */
  readonly text: string;
  readonly day: string;
}

/** The routes reference of a contract, with the given stamp of its making. */
export function routesDocument(contract: Contract, stamp: Stamp): string {
  const info = contract.document.info as { title: string; version: string };
  const groups = groupByTag(contract);
  return [
    frontMatter(info, stamp, contract.operations.length, groups.size),
    '# API Routes Reference\n',
    `**Generated:** ${stamp.text}\n**App:** ${info.title}\n**Version:** ${info.version}\n`,
    '---\n',
    `## Summary\n\n- **Total Routes:** ${contract.operations.length}\n- **Total Tags/Modules:** ${groups.size}\n`,
    `### Tags Overview\n\n${tagsTable(contract, groups)}`,
    '---\n',
    '## Routes by Tag\n',
    ...[...groups].map(([tag, operations]) => `### ${heading(tag)}\n\n${routesTable(operations)}`),
    '---\n',
    AUTHENTICATION,
    '---\n',
    specification(contract),
    '---\n',
    '_This document is auto-generated from the OpenAPI specification._\n_Do not edit manually - regenerate with `npm run routes`._\n',
  ].join('\n');
}

const AUTHENTICATION = `## Authentication

Most endpoints require authentication via Bearer token:

\`\`\`
Authorization: Bearer <access_token>
\`\`\`

Obtain tokens via \`/api/auth/login\` or \`/api/auth/register\`.
`;

function specification(contract: Contract): string {
  return `## OpenAPI Specification

The complete OpenAPI ${contract.version} specification is available at:

- **Swagger UI:** \`/docs\`
- **ReDoc:** \`/redoc\`
- **OpenAPI JSON:** \`/openapi.json\`
`;
}

function groupByTag(contract: Contract): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of contract.operations) {
    const tag = operation.tags[0] ?? UNTAGGED;
    const group = groups.get(tag);
    if (group === undefined) groups.set(tag, [operation]);
    else group.push(operation);
  }
  const sorted = [...groups].sort(([a], [b]) => compare(a, b));
  for (const [, operations] of sorted) {
    operations.sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
  }
  return new Map(sorted);
}

/** By code unit: the same order on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function tagsTable(contract: Contract, groups: ReadonlyMap<string, readonly Operation[]>): string {
  const tags = (contract.document.tags ?? []) as readonly TagInfo[];
  const summaryOf = new Map(tags.map((tag) => [tag.name, tag['x-routes-summary'] ?? '']));
  const rows = [...groups].map(([tag, operations]) => [
    tag,
    String(operations.length),
    summaryOf.get(tag) ?? '',
  ]);
  return table(['Tag', 'Routes', 'Description'], rows);
}

/** True for each access that needs a login. */
const NEEDS_LOGIN: Readonly<Record<Access, boolean>> = {
  public: false,
  optional: false,
  machine: false,
  user: true,
  viewer: true,
  admin: true,
};

function routesTable(operations: readonly Operation[]): string {
  const rows = operations.map((operation) => [
    `\`${operation.method.toUpperCase()}\``,
    `\`${operation.path}\``,
    operation.summary.replaceAll('|', '\\|'),
    NEEDS_LOGIN[operation.access] ? 'Yes' : 'No',
  ]);
  return table(['Method', 'Path', 'Summary', 'Auth'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |\n`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`;
  return line(head) + rule + rows.map(line).join('');
}

function heading(tag: string): string {
  return tag.charAt(0).toUpperCase() + tag.slice(1);
}

function frontMatter(
  info: { title: string; version: string },
  stamp: Stamp,
  routes: number,
  tags: number,
): string {
  return `---
title: API Routes Reference
slug: api-reference/routes
summary: Auto-generated route listing from OpenAPI specification.
status: stable
stability: production
owner: backend
lastUpdated: "${stamp.day}"
audience:
  - human
  - agent
  - backend
  - frontend
  - ai-agents
tags:
  - api
  - routes
  - auto-generated
category: api
relatedServices:
  - api-gateway
version: 1.0.0
ai_summary: >-
${fold(machineSummary(info, stamp, routes, tags))}
---
`;
}

function machineSummary(
  info: { title: string; version: string },
  stamp: Stamp,
  routes: number,
  tags: number,
): string {
  const text =
    `Generated: ${stamp.text} App: ${info.title} Version: ${info.version} --- - Total Routes: ${routes} ` +
    `- Total Tags/Modules: ${tags} --- --- Most endpoints require authentication via Bearer token: ` +
    'Authorization: Bearer <access_token> Obtain tokens via /api/auth/login or /api/auth/register. --- ' +
    'The complete OpenAPI 3.0 specification is available at: Swagger UI, ReDoc and OpenAPI JSON.';
  return `${text.slice(0, SUMMARY_LENGTH)}...`;
}

/** A folded YAML scalar, broken at blanks. */
function fold(text: string): string {
  const lines: string[] = [];
  let line = ' ';
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > FOLD_COLUMN && line.trim() !== '') {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}

function stampOf(now: Date): Stamp {
  const iso = now.toISOString();
  return { text: `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`, day: iso.slice(0, 10) };
}

/** The stamp that a document bears, so that an unchanged contract leaves the document unchanged. */
function stampIn(document: string): Stamp | undefined {
  const text = /^\*\*Generated:\*\* (.+)$/m.exec(document)?.[1];
  const day = /^lastUpdated: "(.+)"$/m.exec(document)?.[1];
  return text === undefined || day === undefined ? undefined : { text, day };
}

/** The document as it has to be now: the one at hand when only the stamp would differ. */
export function refreshed(contract: Contract, present: string | undefined, now: Date): string {
  const stamp = present === undefined ? undefined : stampIn(present);
  if (stamp !== undefined && routesDocument(contract, stamp) === present) return present as string;
  return routesDocument(contract, stampOf(now));
}

function main(): void {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      spec: { type: 'string', default: 'openapi.yaml' },
      out: { type: 'string', default: 'docs/routes.md' },
    },
  });
  const contract = readContract(values.spec, readFileSync(values.spec, 'utf8'));
  const present = readIfThere(values.out);
  const wanted = refreshed(contract, present, new Date());
  settleDocument(values.out, wanted, { check: values.check, command: 'npm run routes' });
}

if (import.meta.filename === process.argv[1]) main();
