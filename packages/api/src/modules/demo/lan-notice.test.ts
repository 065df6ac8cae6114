// Proves what a start prints: reachable addresses only, every login, a QR code on the LAN.
import { expect, it } from 'vitest';
import { demoLogins } from './demo-logins.ts';
import { demoNotices, lanAddresses, realNotices } from './lan-notice.ts';

const INTERFACES = {
  lo: [{ address: '127.0.0.1', family: 'IPv4', internal: true }],
  eth0: [
    { address: '192.168.1.7', family: 'IPv4', internal: false },
    { address: 'fe80::1', family: 'IPv6', internal: false },
  ],
};

it('names addresses that a phone can reach', () => {
  expect(lanAddresses(INTERFACES)).toEqual(['192.168.1.7']);
});

it('prints the logins, and on a LAN the address with its code', async () => {
  const quiet = (await demoNotices({ lan: false, port: 4000 }, {})).join('\n');
  expect(quiet).toContain('演示数据(虚构)');
  expect(quiet).toContain('secretary');
  expect(quiet).toContain('worker1 … worker15');
  expect(quiet).not.toContain('http');
  const lan = await demoNotices({ lan: true, port: 4000 }, INTERFACES as never);
  expect(lan.join('\n')).toContain('http://192.168.1.7:4000/');
  expect(lan.at(-1)!.split('\n').length).toBeGreaterThan(10);
});

it('gives a real installation its link on the address it is reached by', () => {
  const first = { username: 'administrator', link: '/?password=abc' };
  expect(realNotices({ publicUrl: 'https://map.example.org', host: '0.0.0.0', port: 4000 }, first).slice(-2)).toEqual([
    '    https://map.example.org/?password=abc',
    '  用户名 · user name: administrator',
  ]);
  expect(realNotices({ publicUrl: null, host: '127.0.0.1', port: 4000 }, null)).toEqual([]);
});

it('titles every login in both languages, each differently', () => {
  for (const language of ['ZH', 'EN'] as const) {
    const logins = demoLogins(language);
    expect(logins).toHaveLength(38);
    expect(new Set(logins.map(({ title }) => title)).size).toBe(38);
  }
  expect(demoLogins('ZH').find(({ username }) => username === 'worker15')?.title).toBe('15网格网格员');
});
