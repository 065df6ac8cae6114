// Checks what environment and command line may say, and the sentences for what they may not.
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('has defaults for a trial on this machine', () => {
  expect(readConfig({}, [], '/r')).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    publicUrl: null,
    databaseUrl: null,
    demo: 'default',
    simulate: true,
    lan: false,
    clock: null,
  });
});

it('reads the flags', () => {
  expect(readConfig({}, ['--lan', '--no-simulate', '--clock', '2026-07-07T17:58+08:00'], '/r')).toMatchObject({
    host: '0.0.0.0',
    lan: true,
    simulate: false,
    clock: new Date('2026-07-07T09:58:00Z'),
  });
  expect(readConfig({}, ['--clock=2026-07-07T09:58:00Z', '--demo'], '/r')).toMatchObject({
    demo: 'yes',
    clock: new Date('2026-07-07T09:58:00Z'),
  });
});

it.each<[NodeJS.ProcessEnv, string[], RegExp]>([
  [{ PORT: '70000' }, [], /^PORT: /],
  [{ HOST: '0.0.0.0' }, [], /PUBLIC_URL=https/],
  [{ PUBLIC_URL: 'http://plain.example' }, [], /^PUBLIC_URL: /],
  [{ DATABASE_URL: 'mysql://x' }, [], /^DATABASE_URL: /],
  [{}, ['--clock', 'noon'], /--clock needs an instant/],
  [{}, ['--clock'], /--clock needs an instant/],
  [{}, ['--demo', '--no-demo'], /exclude each other/],
  [{}, ['--lan', '--no-demo'], /demo only/],
  [{}, ['--fast'], /Unknown option --fast/],
])('refuses %j %j', (env, args, sentence) => {
  expect(() => readConfig(env, args, '/r')).toThrow(sentence);
});
