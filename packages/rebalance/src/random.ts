// Owns the engine's only source of chance: a seeded generator. Never reads a clock or Math.random.

/** Numbers in [0, 1); the same seed gives the same sequence on every machine. */
export type Random = () => number;

/** The mulberry32 generator: 32 bits of state, enough for search, not for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
