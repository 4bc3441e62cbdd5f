import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emitAll } from '#codegen/emit/index.ts';
import { readContract } from '#codegen/read/read-contract.ts';
import { runRules } from '#codegen/rules/index.ts';
import { ROOT } from '#test/support/source-files.ts';

const contract = readFileSync(join(ROOT, 'openapi.yaml'), 'utf8');
const PATH = `
  /api/gadgets/{gadget_id}:
    put:
      operationId: turnGadget
      summary: Turn gadget
      description: Turns a gadget.
      x-area: folders
      x-access: user
      security:
        - bearer: []
      parameters:
        - name: gadget_id
          in: path
          required: true
          description: The gadget.
          schema: {type: string, pattern: '^[a-z]+$', maxLength: 20}
          example: lamp
        - name: gadget_size
          in: query
          description: Size of the gadget.
          schema: {type: integer, minimum: 1, maximum: 9, default: 3}
          example: 2
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/GadgetTurn'}
            example: {gadget_angle: 90}
      responses:
        '200':
          description: The gadget.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Gadget'}
              example: {gadget_parts: [{gadget_name: a}]}
${[
  "'400' BadRequest",
  "'401' Unauthorized",
  "'413' PayloadTooLarge",
  "'415' UnsupportedMediaType",
  "'422' UnprocessableContent",
  "'429' TooManyRequests",
  "'500' InternalError",
  "'503' ServiceUnavailable",
  'default OtherProblem',
]
  .map((reply) => reply.split(' '))
  .map(([status, name]) => `        ${status}: {$ref: '#/components/responses/${name}'}\n`)
  .join('')}`;
const SCHEMAS = `
    Gadget:
      type: object
      description: A gadget.
      required: [gadget_parts]
      properties:
        gadget_parts:
          type: array
          items:
            type: object
            required: [gadget_name]
            properties:
              gadget_name: {type: string, nullable: true, pattern: '^[a-z]$'}
    GadgetTurn:
      type: object
      description: How to turn a gadget.
      required: [gadget_angle]
      additionalProperties: false
      properties:
        gadget_angle: {type: number, format: double, minimum: 0, maximum: 360}
`;
const extended = contract
  .replace(/^(?= {2}\/api\/folders:$)/m, () => PATH.slice(1))
  .replace(/^(?= {4}FolderCreate:$)/m, () => SCHEMAS.slice(1));

const home = mkdtempSync(join(tmpdir(), 'own-lines-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function generate(folder: string, text: string): readonly string[] {
  const read = readContract('openapi.yaml', text);
  expect(runRules(read)).toEqual([]);
  const files = emitAll(read, { runtime: '#src', handlers: '#handlers' });
  for (const [name, content] of files) {
    const path = join(home, folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return [...files.keys()];
}

/** Hunks of lines that were taken out and put in between two files. */
function hunksOf(name: string): { readonly out: string[]; readonly in: string[] }[] {
  const words = ['diff', '--no-index', '--unified=0', join(home, 'without', name), join(home, 'with', name)];
  const { stdout } = spawnSync('git', words, { encoding: 'utf8', maxBuffer: 100_000_000 });
  return stdout
    .split(/^@@.*@@.*$/m)
    .slice(1)
    .map((hunk) => {
      const lines = hunk.split('\n');
      const marked = (mark: string) => lines.filter((line) => line[0] === mark).map((line) => line.slice(1));
      return { out: marked('-'), in: marked('+') };
    });
}

describe('one more operation', () => {
  const before = generate('without', contract);
  const after = generate('with', extended);

  it('generates no additional file', () => {
    expect(extended).toContain('operationId: turnGadget');
    expect(after).toEqual(before);
  });

  it.each(before.filter((name) => !/problems|input-readers|\.d\.ts$|secret-names/.test(name)))(
    'has lines of its own in %s',
    (name) => {
      expect(hunksOf(name).length).toBeGreaterThan(0);
    },
  );

  it.each(before)('removes no line of %s, and adds none about anything else', (name) => {
    for (const hunk of hunksOf(name)) {
      // JSON has a comma after each member but the last.
      const kept = hunk.out.filter((line) => hunk.in.includes(`${line},`));
      expect(hunk.out).toEqual(kept);
      expect(hunk.in.join('\n')).toMatch(/gadget/i);
    }
  });
});
