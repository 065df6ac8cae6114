// Checks what the page may run: its own files and WebAssembly, no strings as code, nothing from elsewhere.
import type { Request, Response } from 'express';
import { expect, it } from 'vitest';
import { securityHeaders } from './security-headers.ts';

function policyOf(options: Parameters<typeof securityHeaders>[0]): Map<string, string[]> {
  const headers = new Map<string, string>();
  const response = {
    locals: {},
    setHeader: (name: string, value: string) => headers.set(name.toLowerCase(), value),
    removeHeader: (name: string) => headers.delete(name.toLowerCase()),
  } as unknown as Response;
  for (const handler of securityHeaders(options)) void handler({} as Request, response, () => undefined);
  const directives = (headers.get('content-security-policy') ?? '').split(';').map((each) => each.trim().split(' '));
  return new Map(directives.map(([name = '', ...sources]) => [name, sources]));
}

it('scripts are our own files, and WebAssembly may be compiled', () => {
  const policy = policyOf({ secure: false, plain: true });
  expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(policy.get('worker-src')).toEqual(["'self'"]);
  expect(policy.get('default-src')).toEqual(["'none'"]);
  expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
});

it('style elements need the nonce of their response', () => {
  const first = policyOf({ secure: true, plain: false }).get('style-src-elem');
  expect(first?.[1]).toMatch(/^'nonce-[\w+/=]+'$/);
  expect(policyOf({ secure: true, plain: false }).get('style-src-elem')).not.toEqual(first);
});
