// Checks who counts as the same site, and what the session cookie allows.
import { expect, it } from 'vitest';
import { isSameOrigin } from './origin.ts';
import { readSessionCookie, sessionCookie } from './session-cookie.ts';

it.each<[string, Record<string, string>, string | null, boolean]>([
  ['the page itself', { origin: 'http://localhost:4000', host: 'localhost:4000' }, null, true],
  ['another port', { origin: 'http://localhost:4001', host: 'localhost:4000' }, null, false],
  ['a script', { host: 'localhost:4000' }, null, true],
  ['an opaque origin', { origin: 'null', host: 'localhost:4000' }, null, false],
  ['a form of another site without Origin', { host: 'localhost:4000', 'sec-fetch-site': 'cross-site' }, null, false],
  ['behind TLS', { origin: 'https://qinghe.example', host: 'inner:4000' }, 'https://qinghe.example/', true],
  [
    'behind TLS with a forged host',
    { origin: 'https://elsewhere.example', host: 'elsewhere.example' },
    'https://qinghe.example/',
    false,
  ],
])('%s', (_name, headers, publicUrl, same) => {
  expect(isSameOrigin(headers, { publicUrl })).toBe(same);
});

const TOKEN = 'a'.repeat(43);

it('the cookie is out of reach of scripts and of other sites, and reads back', () => {
  const cookie = sessionCookie(TOKEN, new Date('2026-07-08T00:00:00Z'), true);
  expect(cookie).toBe(
    `__Host-sid=${TOKEN}; Path=/; HttpOnly; SameSite=Lax; Expires=Wed, 08 Jul 2026 00:00:00 GMT; Secure`,
  );
  expect(readSessionCookie(`a=b; ${cookie}`, true)).toBe(TOKEN);
  expect(readSessionCookie(cookie, false)).toBeNull();
  expect(sessionCookie(null, new Date(), false)).toContain(
    'sid=; Path=/; HttpOnly; SameSite=Lax; Expires=Thu, 01 Jan 1970',
  );
  for (const header of [
    undefined,
    '',
    '__Host-sid=',
    '__Host-sid=short',
    `__Host-sid=${'a'.repeat(101)}`,
    `__Host-sid=${TOKEN}'--`,
  ])
    expect(readSessionCookie(header, true)).toBeNull();
});
