// Gathering of single asks: one call a tick, answers kept, failures told to everyone who asked.
import { describe, expect, it, vi } from 'vitest';
import { BatchLoader, perRequest } from './batch-loader.ts';
import type { RequestContext } from './context.ts';

type Load<Value> = (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

describe('BatchLoader', () => {
  it('asks once for all keys of a tick, and never twice for one', async () => {
    const load = vi.fn<Load<string>>(
      async (keys: readonly string[]) =>
        new Map(keys.filter((key) => key !== 'none').map((key) => [key, key.toUpperCase()])),
    );
    const loader = new BatchLoader(load);
    expect(await Promise.all(['a', 'b', 'a', 'none'].map((key) => loader.get(key)))).toEqual([
      'A',
      'B',
      'A',
      undefined,
    ]);
    expect(await loader.get('b')).toBe('B');
    expect(load.mock.calls).toEqual([[['a', 'b', 'none']]]);
    expect(await loader.get('c')).toBe('C');
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('gathers asks that come out of settled promises of the same tick', async () => {
    const load = vi.fn<Load<number>>(async (keys: readonly string[]) => new Map(keys.map((key) => [key, 1])));
    const loader = new BatchLoader(load);
    await Promise.all([
      loader.get('a'),
      Promise.resolve().then(() => loader.get('b')),
      Promise.resolve()
        .then(() => undefined)
        .then(() => loader.get('c')),
    ]);
    expect(load.mock.calls).toEqual([[['a', 'b', 'c']]]);
  });

  it('tells a failure to all', async () => {
    const loader = new BatchLoader<number>(() => Promise.reject(new Error('away')));
    const settled = await Promise.allSettled([loader.get('a'), loader.get('b')]);
    expect(settled.map((one) => one.status)).toEqual(['rejected', 'rejected']);
  });
});

it('perRequest keeps one value per request and key', () => {
  const of = perRequest((_context, key) => ({ key }));
  const [one, two] = [{}, {}] as unknown as [RequestContext, RequestContext];
  expect(of(one, 'a')).toBe(of(one, 'a'));
  expect(of(one, 'a')).not.toBe(of(one, 'b'));
  expect(of(one, 'a')).not.toBe(of(two, 'a'));
});
