// Free text and phones: refused with a reason, or stored as written.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { expectRefused, expectRefusedInUnion } from '../../testkit/refusals.ts';
import { type Bed, CODE, stateOf } from './bed.ts';

export function textsCases(bed: Bed): void {
  describe('texts', () => {
    const create = (wrong: Record<string, unknown>, client = bed.secretary) =>
      client.graphql(
        'mutation ($input: CreateRequestInput!) { createRequest(input: $input) { __typename ... on Refusal { code message path } ... on ServiceRequest { id text steps { id } } } }',
        {
          input: {
            community: CODE,
            entrance: bed.entrance,
            category: 'WATER_LEAK',
            clientEventId: randomUUID(),
            ...wrong,
          },
        },
      );

    it.each<[string, Record<string, unknown>, string, string]>([
      ['NUL', { text: 'a\u0000b' }, 'INVALID_TEXT', 'input.text'],
      ['a lone surrogate', { text: 'a\ud800b' }, 'INVALID_TEXT', 'input.text'],
      ['10,001 characters', { text: '漏'.repeat(10_001) }, 'TOO_LONG', 'input.text'],
      [
        '1,000 marks on each of 11 letters',
        { text: `e${'\u0301'.repeat(1_000)}`.repeat(11) },
        'TOO_LONG',
        'input.text',
      ],
      ['an unknown category', { text: '漏水', category: 'JOY' }, 'BAD_USER_INPUT', 'input.category'],
      ['a bad client event id', { text: '漏水', clientEventId: 'x' }, 'BAD_ID', 'input.clientEventId'],
    ])('createRequest with %s', async (_name, wrong, code, field) => {
      expectRefused(await create(wrong), code, field);
    });

    it.each<[string, Record<string, unknown>, string, string]>([
      ['only spaces', { text: '  \u3000 ' }, 'INVALID_TEXT_BLANK', 'input.text'],
      ['letters in a phone', { text: '漏水', callerPhone: '1380000abcd' }, 'PHONE_INVALID', 'input.callerPhone'],
      ['a phone of 12 digits', { text: '漏水', callerPhone: '138000011112' }, 'PHONE_INVALID', 'input.callerPhone'],
      ["a resident's id in the text", { text: '身份证 11010519491231002X 漏水' }, 'PERSONAL_ID_IN_TEXT', 'input.text'],
      [
        "a device's clock an hour ahead",
        { text: '漏水', clientTime: '2026-07-07T23:30:00+08:00' },
        'CLOCK_SKEW',
        'input.clientTime',
      ],
    ])('createRequest with %s', async (_name, wrong, code, field) => {
      expectRefusedInUnion(await create(wrong), 'createRequest', code, field);
    });

    it('what looks like code, and rare characters, are stored as written; one key serves one text', async () => {
      const clientEventId = randomUUID();
      const text = `<img src=x onerror=alert(1)> =cmd|' /C calc'!A0 ' or 1=1-- 😀𠀀𪚥 \r\n{"level":60}`;
      const stored = (await create({ text, clientEventId })).data?.['createRequest'] as
        | { id: string; text: string; steps: object[] }
        | undefined;
      expect(stored?.text).toBe(text);
      bed.before = await stateOf(bed.secretary);
      expect((await create({ text, clientEventId })).data?.['createRequest']).toMatchObject({ id: stored?.id });
      expectRefusedInUnion(
        await create({ text: '别的事', clientEventId }),
        'createRequest',
        'IDEMPOTENCY_MISMATCH',
        'input.clientEventId',
      );
      const advance = {
        request: stored?.id,
        action: 'ACCEPT',
        expectedSteps: (stored?.steps.length ?? 0) + 7,
        clientEventId: randomUUID(),
      };
      const late = await bed.secretary.graphql(
        'mutation ($input: AdvanceRequestInput!) { advanceRequest(input: $input) { __typename ... on Refusal { code message path } } }',
        { input: advance },
      );
      expect(late.data?.['advanceRequest']).toMatchObject({ __typename: 'Refusal', code: 'STALE' });
      expect(bed.server.output()).not.toContain('{"level":60}');
    });

    it('quotes, percent signs and backslashes match literally', async () => {
      const answer = await bed.secretary.graphql(
        `{ readMessage(community: "${CODE}", text: "' or 1=1-- % _ \\\\ <img onerror=x>") { building { id } text } }`,
      );
      expect(answer.errors).toBeUndefined();
    });
  });
}
