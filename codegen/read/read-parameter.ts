import type { Parameter, ParameterPlace } from '#codegen/read/contract.ts';
import { childPointer } from '#codegen/read/json-pointer.ts';
import { readContent, readSchema } from '#codegen/read/read-content.ts';
import type { Placed, Reading } from '#codegen/read/reading.ts';

const PLACES: readonly ParameterPlace[] = ['path', 'query', 'header', 'cookie'];
const STYLES: Readonly<Record<ParameterPlace, readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};
/** The specification has these described elsewhere and tells readers to ignore them as parameters. */
const DESCRIBED_ELSEWHERE = new Set(['accept', 'content-type', 'authorization']);

/** The parameters of an operation: those of the path first, replaced by its own of the same place and name. */
export function readParameters(reading: Reading, pathItem: Placed, operation: Placed): Parameter[] {
  const byName = new Map<string, Parameter>();
  for (const owner of [pathItem, operation]) {
    const seen = new Set<string>();
    for (const parameter of ownParameters(reading, owner)) {
      const key = parameterKey(parameter);
      if (seen.has(key)) {
        const message = `The ${parameter.in} parameter "${parameter.name}" is declared twice.`;
        throw reading.error(owner.pointer, message, 'Remove one of the two.');
      }
      seen.add(key);
      byName.set(key, parameter);
    }
  }
  return [...byName.values()]
    .filter(({ in: place, name }) => place !== 'header' || !DESCRIBED_ELSEWHERE.has(name.toLowerCase()))
    .sort((a, b) => PLACES.indexOf(a.in) - PLACES.indexOf(b.in));
}

/** Header names are the same in any case. */
function parameterKey({ in: place, name }: Parameter): string {
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`;
}

function ownParameters(reading: Reading, owner: Placed): Parameter[] {
  const { parameters } = owner.value;
  if (parameters === undefined) return [];
  const pointer = childPointer(owner.pointer, 'parameters');
  if (!Array.isArray(parameters)) {
    throw reading.error(pointer, '"parameters" has to be a list.', 'Write each parameter as a list item.');
  }
  return parameters.map((value: unknown, index) =>
    readParameter(reading, reading.follow(value, childPointer(pointer, index))),
  );
}

function readParameter(reading: Reading, parameter: Placed): Parameter {
  const { value, pointer } = parameter;
  const place = PLACES.find((candidate) => candidate === value.in);
  if (place === undefined || typeof value.name !== 'string' || value.name === '') {
    const message = 'A parameter needs a "name" and "in: path, query, header or cookie".';
    throw reading.error(pointer, message, 'Add what is missing.');
  }
  const style = readStyle(reading, parameter, place);
  const [media] = readContent(reading, parameter);
  const schema = media === undefined ? readSchema(value.schema) : (media.schema ?? {});
  if (schema === undefined && !reading.foreign) {
    throw reading.error(
      pointer,
      `The parameter "${value.name}" has no schema.`,
      'Describe its value under `schema`.',
    );
  }
  return {
    name: value.name,
    in: place,
    required: value.required === true,
    style,
    explode: typeof value.explode === 'boolean' ? value.explode : style === 'form',
    commaSeparated: reading.flag(parameter, 'x-comma-separated'),
    mediaType: media?.type,
    schema: schema ?? {},
    object: reading.text(parameter, 'x-object'),
    pointer,
  };
}

function readStyle(reading: Reading, parameter: Placed, place: ParameterPlace): string {
  const styles = STYLES[place];
  const style = parameter.value.style ?? styles[0];
  if (typeof style === 'string' && styles.includes(style)) return style;
  const message = `The style "${String(style)}" does not exist for ${place} parameters.`;
  const remedy = `Use ${styles.join(', ')}, or leave "style" out.`;
  throw reading.error(childPointer(parameter.pointer, 'style'), message, remedy);
}
