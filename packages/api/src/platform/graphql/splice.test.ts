// Checks that stored JSON goes into a response as it is, and that nothing a person wrote can pass for it.
import { expect, it } from 'vitest';
import { Spliced, stringifyResponse } from './splice.ts';

it('puts stored text where its token stands, in order', () => {
  const text = stringifyResponse({
    a: new Spliced('{"type":"Point","coordinates":[114.42,30.63]}'),
    b: [new Spliced('[1,2]'), 'c'],
  });
  expect(text).toBe('{"a":{"type":"Point","coordinates":[114.42,30.63]},"b":[[1,2],"c"]}');
});

it('leaves texts alone that look like tokens', () => {
  const value = { text: '\u0001deadbeefdeadbeefdeadbeef:0', quoted: '"\u0001:0"', dollar: '$& $1 $$' };
  expect(JSON.parse(stringifyResponse({ ...value, shape: new Spliced('{"text":"$& \\u0001x:0"}') }))).toEqual({
    ...value,
    shape: { text: '$& \u0001x:0' },
  });
});

it('is the value it stands for outside a response', () => {
  expect(JSON.stringify(new Spliced('{"a":1}'))).toBe('{"a":1}');
});
