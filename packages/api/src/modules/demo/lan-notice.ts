// Owns the lines that a start prints: where the demo is, who may sign in, and for `--lan` an address and a QR code for a phone.
// Refuses secrets of a real installation other than the first administrator's one-time link.
import { networkInterfaces } from 'node:os';
import qrcode from 'qrcode';
import type { Config } from '#platform/config';
import { PEOPLE } from './world/people.ts';

type Address = { readonly family: string; readonly internal: boolean; readonly address: string };

/** Addresses of this machine that a phone in the same network can reach, IPv4 only: they fit a QR code and a keyboard. */
export function lanAddresses(interfaces: Readonly<Record<string, readonly Address[] | undefined>>): string[] {
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** Each distinct kind of login once: `worker1 … worker15`. */
function loginLines(): string[] {
  const names = PEOPLE.filter(({ hasLogin }) => hasLogin).map(({ username }) => username);
  const grouped = new Map<string, string[]>();
  for (const name of names) {
    const stem = /^(worker|branch)\d+$/.exec(name)?.[1] ?? name;
    grouped.set(stem, [...(grouped.get(stem) ?? []), name]);
  }
  const words = [...grouped.values()].map((group) =>
    group.length > 1 ? `${group[0]} … ${group.at(-1)}` : `${group[0]}`,
  );
  return [words.slice(0, 6).join('  '), words.slice(6).join('  ')];
}

export async function demoNotices(
  config: Pick<Config, 'lan' | 'port'>,
  interfaces = networkInterfaces(),
): Promise<string[]> {
  const lines = [
    '',
    '  演示数据(虚构) · invented demo data',
    '  登录名 = 密码 · user name = password:',
    ...loginLines().map((line) => `    ${line}`),
  ];
  if (!config.lan || config.port === 0) return lines;
  for (const address of lanAddresses(interfaces)) {
    const url = `http://${address}:${config.port}/`;
    lines.push('', `  局域网 · on this network: ${url}`, await qrcode.toString(url, { type: 'terminal', small: true }));
  }
  return lines;
}

/** @param first the first administrator's one-time link; null once somebody can sign in */
export function realNotices(
  config: Pick<Config, 'publicUrl' | 'host' | 'port'>,
  first: { readonly username: string; readonly link: string } | null,
): string[] {
  if (first === null) return [];
  const base = config.publicUrl ?? `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${config.port}`;
  return [
    '',
    '  首位管理员请用一次性链接设置密码(48 小时内有效) · one-time link for the first administrator, valid for 48 hours:',
    `    ${new URL(first.link, base).href}`,
    `  用户名 · user name: ${first.username}`,
  ];
}
