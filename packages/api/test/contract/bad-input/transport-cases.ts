// What arrives before GraphQL: bodies, headers, encodings. Each gets its status and code.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { expectSentence } from '../../testkit/refusals.ts';
import { type Bed } from './bed.ts';

export function transportCases(bed: Bed): void {
  describe('transport', () => {
    const raw = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
      bed.secretary.post(body, headers);

    it.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number, string]>([
      ['an empty body', '', {}, 400, 'BAD_REQUEST'],
      ['half a JSON', '{', {}, 400, 'BAD_REQUEST'],
      ['a batch', '[{"query":"{viewer{name}}"}]', {}, 400, 'BATCHING_DISABLED'],
      ['text/plain', '{"query":"{viewer{name}}"}', { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
      [
        'charset utf-7',
        '{"query":"{viewer{name}}"}',
        { 'content-type': 'application/json; charset=utf-7' },
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ],
      ['101 KB', JSON.stringify({ query: `{viewer{name}} #${'x'.repeat(104_000)}` }), {}, 413, 'PAYLOAD_TOO_LARGE'],
      [
        'a gzip bomb',
        gzipSync(Buffer.alloc(5_000_000, ' ')) as Uint8Array<ArrayBuffer>,
        { 'content-encoding': 'gzip' },
        413,
        'PAYLOAD_TOO_LARGE',
      ],
      ['query as a number', '{"query":1}', {}, 400, 'BAD_REQUEST'],
      ['variables as an array', '{"query":"{viewer{name}}","variables":[]}', {}, 400, 'BAD_REQUEST'],
      [
        'a foreign origin',
        '{"query":"{viewer{name}}"}',
        { origin: 'https://elsewhere.example' },
        403,
        'FORBIDDEN_ORIGIN',
      ],
      [
        'bytes that are not UTF-8',
        new Uint8Array([...new TextEncoder().encode('{"query":"{viewer{name}} # '), 0xff, 0xfe, 0x22, 0x7d]),
        {},
        400,
        'BAD_REQUEST',
      ],
      [
        'an operation that is not there',
        '{"query":"query a{viewer{name}}","operationName":"b"}',
        {},
        400,
        'BAD_REQUEST',
      ],
      ['two operations and no name', '{"query":"query a{viewer{name}} query b{viewer{name}}"}', {}, 400, 'BAD_REQUEST'],
      [
        '__proto__ among the variables',
        '{"query":"{viewer{name}}","variables":{"__proto__":{"polluted":true}}}',
        {},
        400,
        'BAD_REQUEST',
      ],
      [
        'constructor among the variables',
        '{"query":"{viewer{name}}","variables":{"constructor":{"prototype":{"polluted":true}}}}',
        {},
        400,
        'BAD_REQUEST',
      ],
      [
        '10,000 brackets',
        `{"query":"query($t:String!){community(code:$t){id}}","variables":{"t":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
        {},
        400,
        'BAD_USER_INPUT',
      ],
      ['a multipart upload', 'x', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ])('%s', async (_name, body, headers, status, code) => {
      const answer = await raw(body, headers);
      expect([answer.status, answer.errors?.[0]?.extensions['code']]).toEqual([status, code]);
      expectSentence(answer);
    });

    it('a mutation by GET', async () => {
      const response = await fetch(`${bed.server.url}/graphql?query=mutation{signOut{ok}}`, {
        headers: { cookie: bed.secretary.cookie },
      });
      expect(response.status).toBe(405);
    });

    it('a body for a picture, and a header of 64 KB', async () => {
      expect((await raw('{"query":"{viewer{name}}"}', { accept: 'image/png' })).status).toBe(406);
      expect((await raw('{"query":"{viewer{name}}"}', { 'x-long': 'x'.repeat(65_536) })).status).toBe(431);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });
  });
}
