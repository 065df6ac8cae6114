// Checks that a cut network loses nothing, repeats nothing, and asks less and less often.
import { beforeEach, expect, it } from 'vitest';
import { createOutbox, type SendOutcome } from './outbox.ts';

interface Input {
  readonly clientEventId: string;
  readonly text: string;
}
const entry = (clientEventId: string) => ({ input: { clientEventId, text: 'water' }, label: clientEventId });

let stored: Map<string, string>;
let online: boolean;
let sent: string[];
let delays: number[];
let wake: (() => void) | null;
beforeEach(() => {
  stored = new Map();
  online = false;
  sent = [];
  delays = [];
  wake = null;
});

const open = (
  key = 'outbox:c:worker7',
  answer: (input: Input) => SendOutcome<string> = ({ clientEventId }) => ({
    kind: 'sent',
    result: `request of ${clientEventId}`,
  }),
) =>
  createOutbox<Input, string>({
    storage: {
      getItem: (name) => stored.get(name) ?? null,
      setItem: (name, value) => void stored.set(name, value),
      removeItem: (name) => void stored.delete(name),
    },
    key,
    send: (input) => {
      if (!online) return Promise.resolve({ kind: 'unsent' });
      sent.push(input.clientEventId);
      return Promise.resolve(answer(input));
    },
    later: (run, delayMs) => {
      delays.push(delayMs);
      wake = run;
      return () => (wake = null);
    },
  });

it('sends at once when it can, and keeps nothing', async () => {
  online = true;
  expect(await open().submit(entry('a'))).toEqual({ kind: 'sent', result: 'request of a' });
  expect(stored.size).toBe(0);
});

it('keeps what nobody answered, and sends it later with the same id, once, in order', async () => {
  const box = open();
  const left: string[] = [];
  box.subscribe(({ outcome }) => left.push(outcome.kind === 'sent' ? outcome.result : outcome.kind));
  expect(await box.submit(entry('a'))).toEqual({ kind: 'unsent' });
  await box.submit(entry('b'));
  expect(box.waiting().map(({ label }) => label)).toEqual(['a', 'b']);
  online = true;
  await Promise.all([box.flush(), box.flush()]);
  expect(sent).toEqual(['a', 'b']);
  expect(left).toEqual(['request of a', 'request of b']);
  expect([box.waiting(), stored.size, wake]).toEqual([[], 0, null]);
});

it('does not queue the same registration twice', async () => {
  const box = open();
  await box.submit(entry('a'));
  await box.submit(entry('a'));
  expect(box.waiting()).toHaveLength(1);
});

it('survives a reload, for the same account only', async () => {
  await open().submit(entry('a'));
  expect(open('outbox:c:worker8').waiting()).toEqual([]);
  const again = open();
  expect(again.waiting()).toHaveLength(1);
  online = true;
  wake?.();
  await again.flush();
  expect(sent).toEqual(['a']);
});

it('hands a refusal back and does not repeat it', async () => {
  const box = open('k', () => ({ kind: 'refused', message: 'no', path: 'input.text' }));
  await box.submit(entry('a'));
  const outcomes: unknown[] = [];
  box.subscribe(({ outcome }) => outcomes.push(outcome));
  online = true;
  await box.flush();
  await box.flush();
  expect([outcomes, sent]).toEqual([[{ kind: 'refused', message: 'no', path: 'input.text' }], ['a']]);
});

it('keeps a refusal until somebody hears it', async () => {
  const box = open('k', () => ({ kind: 'refused', message: 'no', path: null }));
  await box.submit(entry('a'));
  online = true;
  await box.flush();
  expect(box.waiting()).toHaveLength(1);
  box.subscribe(() => undefined);
  await box.flush();
  expect(box.waiting()).toHaveLength(0);
});

it('asks less and less often, at most every 30 s', async () => {
  const box = open();
  await box.submit(entry('a'));
  for (let i = 0; i < 5; i += 1) await box.flush();
  expect(delays).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

it('starts empty on what it cannot read', () => {
  stored.set('k', '{"half');
  expect(open('k').waiting()).toEqual([]);
  stored.set('k', '[null, 3, {"input": {}}]');
  expect(open('k').waiting()).toEqual([]);
});

it('writes down before the first attempt, so that a page closed meanwhile loses nothing', async () => {
  const never = open('k', () => ({ kind: 'unsent' }));
  const attempt = never.submit(entry('a'));
  expect([never.pending().length, never.waiting().length]).toEqual([1, 0]);
  expect(
    open('k')
      .waiting()
      .map(({ label }) => label),
  ).toEqual(['a']);
  await attempt;
  expect(never.waiting()).toHaveLength(1);
});

it('leaves alone what another tab wrote', async () => {
  const [here, there] = [open('k'), open('k')];
  await here.submit(entry('a'));
  await there.submit(entry('b'));
  online = true;
  await here.flush();
  expect(
    open('k')
      .waiting()
      .map(({ label }) => label),
  ).toEqual(['b']);
});

it('forgets everything when told', async () => {
  const box = open();
  await box.submit(entry('a'));
  box.clear();
  expect([box.pending(), stored.size, wake]).toEqual([[], 0, null]);
});

it('tells whoever stands in when no listener is there', async () => {
  const told: string[] = [];
  const box = createOutbox<Input, string>({
    storage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
    key: 'k',
    send: () => Promise.resolve({ kind: 'refused', message: 'no such door', path: null }),
    later: () => () => undefined,
    unheard: (label, message) => told.push(`${label}: ${message}`) > 0,
  });
  await box.submit(entry('a'));
  expect([told, box.pending()]).toEqual([['a: no such door'], []]);
});
