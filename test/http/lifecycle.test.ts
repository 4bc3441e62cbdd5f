import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLOSING_STAGES, type PipelineParts, stagesOf } from '#src/http/pipeline.ts';
import type { PipelineTools } from '#src/http/pipeline-tools.ts';
import { ROOT } from '#test/support/source-files.ts';

interface Row {
  readonly name: string;
  readonly carrier: string;
  readonly file: string;
  readonly refuses: readonly string[];
}

/** The rows of the table in docs/lifecycle.md. */
function documentedStages(): Row[] {
  const text = readFileSync(join(ROOT, 'docs/lifecycle.md'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [name = '', carrier = '', file = '', refuses = ''] = line
        .split('|')
        .slice(1)
        .map((cell) => cell.replaceAll('`', '').trim());
      return { name, carrier, file, refuses: refuses === '' ? [] : refuses.split(', ') };
    });
}

/** The list is made without a server: no stage is run here. */
function listedStages(): Omit<Row, 'file'>[] {
  const parts = { contract: { requestValidators: {} }, auditing: {}, metrics: {}, securityHandlers: {} };
  const stages = stagesOf(parts as unknown as PipelineParts, {} as PipelineTools);
  return [
    ...stages.map(({ name, carrier, refuses }) => ({ name, carrier, refuses: [...refuses] })),
    ...CLOSING_STAGES.map((stage) => ({ ...stage, refuses: [] })),
  ];
}

describe('docs/lifecycle.md', () => {
  it('shows the stages of pipeline.ts in their order', () => {
    const documented = documentedStages().map(({ file: _file, ...stage }) => stage);
    expect(documented, 'change the table of docs/lifecycle.md with the list in src/http/pipeline.ts').toEqual(
      listedStages(),
    );
  });

  it('names an existing file for each stage, with the name of the stage', () => {
    const strays = documentedStages()
      .filter(({ name }) => name !== 'handle')
      .filter(({ name, file }) => {
        const [first] = name.split(':');
        return basename(file, '.ts') !== first || !existsSync(join(ROOT, 'src/http', file));
      });
    expect(strays).toEqual([]);
  });

  it('draws every stage in its diagram', () => {
    const [, diagram = ''] = /```mermaid\n([\s\S]*?)```/.exec(
      readFileSync(join(ROOT, 'docs/lifecycle.md'), 'utf8'),
    ) as RegExpExecArray;
    const missing = listedStages().filter(({ name }) => !diagram.includes(name));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});
