// GET /files/:sha over HTTP: a photo for who may see its request, and the same 404 for everyone and everything else.
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import express, { type ErrorRequestHandler } from 'express';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor, Role } from '#platform/actor';
import { AppError } from '#platform/errors';
import { newId } from '#platform/ids';
import { photoRoute } from './photo.route.ts';
import { type RequestsFixture, requestsFixture } from './requests-fixture.ts';

let f: RequestsFixture;
let sha: string;
let unlisted: string;
const actors = new Map<string, Actor>();
const server = createServer();

beforeAll(async () => {
  f = await requestsFixture();
  const worker = f.as('GRID_WORKER');
  const request = (await f.service.create(worker, f.sewage()))!;
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#00ff0080' } })
    .png()
    .toBuffer();
  const upload = await f.upload(worker, bytes);
  const seen = await f.service.advance(worker, {
    request: request.id,
    action: 'ACCEPT',
    photos: [{ upload, phase: 'BEFORE' }],
    clientEventId: newId(),
  });
  sha = seen!.photos[0]!.url.replace('/files/', '');
  unlisted = (await f.files.putBytes(Buffer.from('an import file'))).sha256;
  const answerError: ErrorRequestHandler = (error, _request, response, _next) =>
    void response.status(error instanceof AppError && error.code === 'NOT_FOUND' ? 404 : 500).end();
  const app = express()
    .use(
      photoRoute({ database: f.database, files: f.files, actorOf: async (token) => actors.get(token ?? '') ?? null }),
    )
    .use(answerError);
  server.on('request', app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await f.close();
});

function get(path: string, role?: Role, options: { screen?: boolean; grid?: number } = {}) {
  const token = newId();
  if (role) actors.set(token, f.as(role, 0, options).actor!);
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/files/${path}`, {
    headers: { Authorization: `Bearer ${token}`, Connection: 'close' },
  });
}

it('serves the picture itself, kept by no cache', async () => {
  const response = await get(sha, 'GRID_WORKER');
  expect([
    response.status,
    response.headers.get('content-type'),
    response.headers.get('cache-control'),
    response.headers.get('x-content-type-options'),
  ]).toEqual([200, 'image/jpeg', 'private, no-store', 'nosniff']);
  expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({
    format: 'jpeg',
    width: 40,
    height: 30,
    hasAlpha: false,
  });
});

it.each([
  ['signed out', undefined, {}],
  ['another grid', 'GRID_WORKER', { grid: 2 }],
  ['a planner', 'PLANNER', {}],
  ['a firm without the order', 'PROPERTY_MANAGER', {}],
  ['the police', 'POLICE', {}],
  ['the secretary’s big screen', 'SECRETARY', { screen: true }],
] as const)('is not there for %s', async (_name, role, options) => {
  expect((await get(sha, role, options)).status).toBe(404);
});

it.each([
  ['another file of the store', () => unlisted],
  ['no such file', () => '0'.repeat(64)],
  ['no hash', () => '..%2f..%2fetc%2fpasswd'],
  ['a hash in capitals', () => sha.toUpperCase()],
])('does not serve %s', async (_name, path) => {
  expect((await get(path(), 'SECRETARY')).status).toBe(404);
});
