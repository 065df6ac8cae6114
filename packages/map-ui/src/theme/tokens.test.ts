// Holds the style sheet equal to the data, so that a colour is changed in both or in neither.
/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BAND_HEIGHT, COLOURS, TYPE, TYPE_SCALE } from './tokens.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [desk = '', screen = ''] = css.split(":root[data-display='screen']");
const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('tokens.css', () => {
  it('carries every chrome colour', () => {
    const shared = Object.entries(COLOURS).filter(([name]) => name !== 'secondaryScreen');
    expect(shared.length).toBe(9);
    for (const [name, hex] of shared) expect(desk).toContain(`--${kebab(name)}: ${hex.toLowerCase()};`);
    expect(screen).toContain(`--secondary: ${COLOURS.secondaryScreen.toLowerCase()};`);
  });

  it('carries both scales of type', () => {
    for (const [role, size] of Object.entries(TYPE.desk)) expect(desk).toContain(`--text-${role}: ${size}px;`);
    for (const [role, size] of Object.entries(TYPE.screen)) expect(screen).toContain(`--text-${role}: ${size}px;`);
  });

  it('carries the bands', () => {
    expect(desk).toContain(`--band-strip: ${BAND_HEIGHT.desk.strip}px;`);
    expect(screen).toContain(`--band-strip: ${BAND_HEIGHT.screen.strip}px;`);
    expect(screen).toContain(`--band-header: ${BAND_HEIGHT.screen.header}px;`);
  });
});

describe('the hall scale', () => {
  it('has nothing to be read under 28 px, and only sizes of the scale', () => {
    for (const size of Object.values(TYPE.screen)) {
      expect(size).toBeGreaterThanOrEqual(28);
      expect(TYPE_SCALE).toContain(size);
    }
  });
});
