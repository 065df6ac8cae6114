// Measures the palette the way art direction does: CIEDE2000 between every two cells, through a 25 % veil of white
// light, for normal, protan, deutan and tritan sight (Machado 2009, severity 1).
import { describe, expect, it } from 'vitest';
import { BIVARIATE, channels, cieLightness, linearLight, RAMP, STALE_RANGE, staleGrey, TINTS } from './palette.ts';

type Triple = readonly [number, number, number];

const SIGHT: Readonly<Record<'normal' | 'protan' | 'deutan' | 'tritan', readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const VEIL = 0.25;

/** CIELAB under D65 of a colour as somebody with this sight sees it through the veil. */
function seen(hex: string, sight: keyof typeof SIGHT, veil = VEIL): Triple {
  const light = channels(hex).map(linearLight) as unknown as Triple;
  const dot = (row: Triple) => row[0] * light[0] + row[1] * light[1] + row[2] * light[2];
  const [red, green, blue] = SIGHT[sight].map(
    (row) => Math.min(1, Math.max(0, dot(row))) * (1 - veil) + veil,
  ) as unknown as Triple;
  const cube = (value: number) => (value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116);
  const x = cube((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = cube(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = cube((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const RADIAN = Math.PI / 180;
const hueOf = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RADIAN + 360) % 360);
const chromaWeight = (chroma: number) => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));

function meanHue(h1: number, h2: number, achromatic: boolean): number {
  if (achromatic) return h1 + h2;
  if (Math.abs(h1 - h2) <= 180) return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

function hueStep(h1: number, h2: number, achromatic: boolean): number {
  if (achromatic) return 0;
  const step = h2 - h1;
  if (step > 180) return step - 360;
  return step < -180 ? step + 360 : step;
}

/** CIEDE2000 (Sharma, Wu, Dalal 2005). */
function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const stretch = 1 + 0.5 * (1 - chromaWeight((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const c1 = Math.hypot(a1 * stretch, b1);
  const c2 = Math.hypot(a2 * stretch, b2);
  const h1 = hueOf(a1 * stretch, b1);
  const h2 = hueOf(a2 * stretch, b2);
  const achromatic = c1 * c2 === 0;
  const lightness = (l1 + l2) / 2;
  const chroma = (c1 + c2) / 2;
  const hue = meanHue(h1, h2, achromatic);
  const cosine = (factor: number, shift: number) => Math.cos((factor * hue + shift) * RADIAN);
  const t = 1 - 0.17 * cosine(1, -30) + 0.24 * cosine(2, 0) + 0.32 * cosine(3, 6) - 0.2 * cosine(4, -63);
  const dl = (l2 - l1) / (1 + (0.015 * (lightness - 50) ** 2) / Math.sqrt(20 + (lightness - 50) ** 2));
  const dc = (c2 - c1) / (1 + 0.045 * chroma);
  const dh = (2 * Math.sqrt(c1 * c2) * Math.sin((hueStep(h1, h2, achromatic) / 2) * RADIAN)) / (1 + 0.015 * chroma * t);
  const turn = -Math.sin(60 * Math.exp(-(((hue - 275) / 25) ** 2)) * RADIAN) * 2 * chromaWeight(chroma);
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + turn * dc * dh);
}

function smallest(colours: readonly string[], sight: keyof typeof SIGHT, veil = VEIL): number {
  const labs = colours.map((hex) => seen(hex, sight, veil));
  return Math.min(...labs.flatMap((lab, i) => labs.slice(i + 1).map((other) => ciede2000(lab, other))));
}

describe('the measure itself', () => {
  it('agrees with the published test pairs', () => {
    expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
    expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
  });
});

describe('the nine cells through the veil', () => {
  const cells = BIVARIATE.flat();
  it.each([
    ['normal', 10],
    ['protan', 10],
    ['deutan', 10],
    ['tritan', 8],
  ] as const)('stay apart for %s sight', (sight, least) => {
    expect(cells.length).toBe(9);
    expect(smallest(cells, sight)).toBeGreaterThanOrEqual(least);
  });
});

describe('the ramps of one measure', () => {
  it.each(['requests', 'visits'] as const)('%s darkens step by step, each step seen through the veil', (scheme) => {
    const lightness = RAMP[scheme].map(cieLightness);
    for (const [i, value] of lightness.slice(1).entries()) expect(lightness[i] ?? 0).toBeGreaterThan(value + 8);
    for (const sight of ['normal', 'protan', 'deutan', 'tritan'] as const)
      expect(smallest(RAMP[scheme], sight)).toBeGreaterThan(5);
  });
});

describe('the tints of a plan', () => {
  it('are light enough for ink and dark lines, and told apart side by side', () => {
    for (const tint of TINTS) expect(cieLightness(tint)).toBeGreaterThan(84);
    expect(smallest(TINTS, 'normal', 0)).toBeGreaterThan(9);
    for (const sight of ['protan', 'deutan', 'tritan'] as const) expect(smallest(TINTS, sight, 0)).toBeGreaterThan(4.5);
  });
});

describe('a dead stream', () => {
  it('is colourless and light', () => {
    for (const hex of [...BIVARIATE.flat(), ...RAMP.requests, ...RAMP.visits]) {
      const [red, green, blue] = channels(staleGrey(hex)).map((channel) => Math.round(channel * 255)) as [
        number,
        number,
        number,
      ];
      expect(red).toBe(green);
      expect(green).toBe(blue);
      expect(red).toBeGreaterThanOrEqual(STALE_RANGE[0]);
      expect(red).toBeLessThanOrEqual(STALE_RANGE[1]);
    }
  });
});
