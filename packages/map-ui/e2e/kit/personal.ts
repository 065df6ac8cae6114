// Owns what a hall must not see: names of everybody, phones, doors, care levels, the resident's words.
import type { Page } from 'playwright-core';
import { type Api, COMMUNITY } from './api.ts';

const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/;
const DOOR = /(?<!\d)\d{3,4}\s*(室|号门)/;
const CARE = /[日周月]访/;

/** Names of all workers and branch secretaries, and of those who hold a demo login with a name. */
export async function namesOfStaff({ ask }: Api): Promise<string[]> {
  const { grids, viewer } = await ask<{
    grids: { worker: { name: string } | null; branchSecretary: { name: string } | null }[];
    viewer: { name: string };
  }>('query($c: String!) { grids(community: $c) { worker { name } branchSecretary { name } } viewer { name } }', {
    c: COMMUNITY,
  });
  const names = grids.flatMap(({ worker, branchSecretary }) => [worker?.name ?? '', branchSecretary?.name ?? '']);
  return [...new Set([...names, viewer.name])].filter((name) => name !== '');
}

/** Everything personal in the page: what one sees and what a screen reader says, whole markup included. */
export async function personalOn(
  page: Page,
  names: readonly string[],
  words: readonly string[] = [],
): Promise<string[]> {
  const markup = await page.locator('#root').innerHTML();
  const text = await page.locator('body').innerText();
  const spelled = [...names, ...words].filter((each) => markup.includes(each));
  const shaped = [PHONE, DOOR, CARE].flatMap((shape) => shape.exec(text)?.[0] ?? []);
  return [...spelled, ...shaped];
}
