// Stored JSON text goes into a response without being parsed: a token stands for it until the body is a string.
import { randomBytes } from 'node:crypto';

const SECRET = randomBytes(12).toString('hex');
const TOKEN = new RegExp(`"\\\\u0001${SECRET}:(\\d+)"`, 'g');

let collecting: string[] | null = null;

/** JSON text (trusted: our own database made it) that stands for itself in a response. */
export class Spliced {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }

  toJSON(): unknown {
    // Outside stringifyResponse (logs, tests) it becomes the value it stands for.
    if (!collecting) return JSON.parse(this.json) as unknown;
    collecting.push(this.json);
    return `\u0001${SECRET}:${collecting.length - 1}`;
  }
}

/** JSON.stringify for responses. Synchronous from beginning to end, so one collector is enough. */
export function stringifyResponse(value: unknown): string {
  beginSplicing();
  return endSplicing(JSON.stringify(value));
}

/** For a library that stringifies by itself: call before it does (see the socket server's replacer). */
export function beginSplicing(): void {
  collecting = [];
}

/** Puts the collected pieces where their tokens stand. */
export function endSplicing(text: string): string {
  const pieces = collecting ?? [];
  collecting = null;
  return pieces.length === 0 ? text : text.replace(TOKEN, (_token, index: string) => pieces[Number(index)] ?? 'null');
}
