// Owns the pictures of a journey: kept for people to look at, and read for what only pixels tell (is anything drawn, has it
// lost its colour). Refuses comparing with pictures of yesterday.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('../../test-output/journeys/', import.meta.url));

/** Keeps the window as it looks, under test-output/. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: `${FOLDER}${name}.png` });
}

export interface Colours {
  /** Different colours, of 512. */
  readonly kinds: number;
  /** Share of pixels that are clearly no grey. */
  readonly colourful: number;
}

/** What the map's picture is made of. */
export async function coloursOfMap(page: Page): Promise<Colours> {
  const picture = await page.locator('.qh-map-canvas').screenshot();
  const desk = await page.context().newPage();
  try {
    return await desk.evaluate(countColours, picture.toString('base64'));
  } finally {
    await desk.close();
  }
}

/** Runs in a page of its own. */
async function countColours(base64: string): Promise<Colours> {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const kinds = new Set<number>();
  let colourful = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    kinds.add(((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5));
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 40) colourful += 1;
  }
  return { kinds: kinds.size, colourful: colourful / (width * height) };
}
