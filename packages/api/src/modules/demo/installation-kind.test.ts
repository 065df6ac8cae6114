// Proves the whole table of starts: what an empty or known database becomes, and which options it refuses.
import { describe, expect, it } from 'vitest';
import { ConfigError } from '#platform/config';
import { type FoundInstallation, kindOf, refuseEarlierClock } from './installation-kind.ts';

const EMBEDDED: FoundInstallation = { kind: null, empty: true, engine: 'embedded' };
const SERVER: FoundInstallation = { kind: null, empty: true, engine: 'server' };
const DEFAULT = { demo: 'default', clock: null, lan: false } as const;
const clock = new Date('2026-07-07T09:58:00Z');

describe('the kind of a database', () => {
  it.each([
    ['empty embedded', EMBEDDED, DEFAULT, 'DEMO'],
    ['empty embedded, --no-demo', EMBEDDED, { ...DEFAULT, demo: 'no' }, 'REAL'],
    ['empty embedded, --clock --lan', EMBEDDED, { ...DEFAULT, clock, lan: true }, 'DEMO'],
    ['empty server', SERVER, DEFAULT, 'REAL'],
    ['empty server, --demo --clock', SERVER, { ...DEFAULT, demo: 'yes', clock }, 'DEMO'],
    ['communities but no word of a kind', { ...EMBEDDED, empty: false }, DEFAULT, 'REAL'],
    ['known demo', { ...SERVER, kind: 'DEMO', empty: false }, DEFAULT, 'DEMO'],
    ['known demo without a world yet', { ...SERVER, kind: 'DEMO' }, DEFAULT, 'DEMO'],
    ['known real, still empty', { ...EMBEDDED, kind: 'REAL' }, DEFAULT, 'REAL'],
  ] as const)('%s', (_case, found, options, kind) => {
    expect(kindOf(found, options)).toBe(kind);
  });

  it.each([
    ['demo refuses --no-demo', { ...EMBEDDED, kind: 'DEMO' }, { ...DEFAULT, demo: 'no' }, 'holds the demo'],
    ['real refuses --demo', { ...SERVER, kind: 'REAL' }, { ...DEFAULT, demo: 'yes' }, '--demo is for the demo only'],
    ['real refuses --clock', { ...SERVER, kind: 'REAL' }, { ...DEFAULT, clock }, '--clock is for the demo only'],
    ['real refuses --lan', { ...SERVER, kind: 'REAL' }, { ...DEFAULT, lan: true }, '--lan is for the demo only'],
    [
      'the demo never goes into a database that holds something',
      { ...EMBEDDED, empty: false },
      { ...DEFAULT, demo: 'yes' },
      '--demo is for the demo only',
    ],
    ['an empty server asks for --demo', SERVER, { ...DEFAULT, clock }, 'Add --demo'],
  ] as const)('%s', (_case, found, options, sentence) => {
    expect(() => kindOf(found, options)).toThrow(ConfigError);
    expect(() => kindOf(found, options)).toThrow(sentence);
  });

  it('lets a clock start where the demo stopped, not before', () => {
    expect(() => refuseEarlierClock(clock, clock)).not.toThrow();
    expect(() => refuseEarlierClock(null, new Date('2030-01-01T00:00:00Z'))).not.toThrow();
    expect(() => refuseEarlierClock(clock, new Date(clock.getTime() + 1))).toThrow('another DATA_DIR');
  });
});
