// Owns the demo world's only source of chance: hashes of keys, so that every draw can be repeated.
// Refuses hidden state, clocks and anything that needs to be unpredictable (never for secrets).

/** A part of a key; the same parts in the same order always give the same draw. */
export type KeyPart = string | number;

function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/** 32-bit hash of a key. O(length of the key). */
export function hash32(...key: readonly KeyPart[]): number {
  let h = 0x811c9dc5;
  for (const part of key) {
    const text = String(part);
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    h = mix(h ^ text.length);
  }
  return mix(h);
}

/** Uniform in [0, 1). */
export function unitOf(...key: readonly KeyPart[]): number {
  return hash32(...key) / 2 ** 32;
}

/** Uniform integer in [from, to], both ends included. */
export function integerOf(from: number, to: number, ...key: readonly KeyPart[]): number {
  return from + Math.floor(unitOf(...key) * (to - from + 1));
}

/** One of `items`, all equally likely. Throws on an empty list. */
export function pick<T>(items: readonly T[], ...key: readonly KeyPart[]): T {
  const item = items[Math.floor(unitOf(...key) * items.length)];
  if (item === undefined) throw new Error('pick needs at least one item');
  return item;
}

/** Index drawn in proportion to `weights` (≥ 0, at least one positive). O(n). */
export function weightedIndex(weights: readonly number[], ...key: readonly KeyPart[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let rest = unitOf(...key) * total;
  for (const [index, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return index;
  }
  return weights.findLastIndex((weight) => weight > 0);
}

/** Poisson count with the given mean; fit for means below about 50. */
export function countOf(mean: number, ...key: readonly KeyPart[]): number {
  const target = unitOf(...key);
  let probability = Math.exp(-mean);
  let cumulated = probability;
  let count = 0;
  while (target >= cumulated && count < mean * 4 + 20) {
    count += 1;
    probability *= mean / count;
    cumulated += probability;
  }
  return count;
}

/** A heavy-tailed positive weight with median 1 (log-normal, by twelve uniforms). */
export function skewedWeight(spread: number, ...key: readonly KeyPart[]): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += unitOf(...key, i);
  return Math.exp(spread * sum);
}

/**
 * A UUID shaped as version 7: the given instant in its first 48 bits, the key's hash in the rest.
 * Sorts by time like any other UUIDv7; equal arguments give an equal id.
 */
export function idOf(atMs: number, ...key: readonly KeyPart[]): string {
  const time = Math.floor(atMs).toString(16).padStart(12, '0');
  const hex = (salt: number) =>
    hash32(salt, atMs, ...key)
      .toString(16)
      .padStart(8, '0');
  const [a, b, c] = [hex(1), hex(2), hex(3)];
  const variant = ((Number.parseInt(b.slice(0, 1), 16) & 3) | 8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-${variant}${b.slice(1, 4)}-${b.slice(4)}${c}`;
}
