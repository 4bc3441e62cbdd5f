import { describe, expect, it } from 'vitest';
import { parseJson } from '#src/http/request/body.ts';

describe('a JSON body', () => {
  it('may begin with a byte order mark', () => {
    expect(parseJson(Buffer.from('\ufeff{"title":"Visite"}')).value).toEqual({ title: 'Visite' });
  });

  it('is refused when it is not UTF-8 or not JSON', () => {
    expect(() => parseJson(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toThrow('not well-formed UTF-8');
    expect(() => parseJson(Buffer.from('{"a": nope}'))).toThrow('not valid JSON');
  });
});
