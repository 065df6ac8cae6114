// GET /files/plans/<id>.geojson and .xlsx: a plan as a file, for whoever may read it. Kept by nobody on the way.
// Refuses screens and strangers in the same words as the API.
import { Router, type Request, type Response } from 'express';
import type { Actor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { languageOf } from '#platform/graphql/operation';
import { sessionToken } from '#platform/http/session-cookie';
import { decodeId, newId } from '#platform/ids';
import { type ExportDeps, exportPlan, outlinedPlan } from './plan-export.ts';
import { planGeoJson } from './plan-geojson.ts';
import { planWorkbook } from './plan-workbook.ts';

export interface PlanFilesDeps extends ExportDeps {
  readonly clock: Clock;
  readonly actorOf: (token: string | null) => Promise<Actor | null>;
}

const TYPES = {
  geojson: 'application/geo+json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export function planFilesRoute(deps: PlanFilesDeps): Router {
  const router = Router();
  router.get('/files/plans/:name', async (request, response) => {
    const [, id = '', kind] = /^([\w-]+)\.(geojson|xlsx)$/.exec(request.params.name) ?? [];
    if (kind !== 'geojson' && kind !== 'xlsx') throw new AppError('NOT_FOUND');
    const context = await contextOf(deps, request);
    if (!context.actor) throw new AppError('UNAUTHENTICATED');
    const file = await fileOf(deps, context, id, kind);
    send(response, kind, file);
  });
  return router;
}

interface PlanFile {
  readonly name: string;
  readonly bytes: Buffer;
}

async function fileOf(
  deps: PlanFilesDeps,
  context: RequestContext,
  id: string,
  kind: keyof typeof TYPES,
): Promise<PlanFile> {
  const decoded = decodeId(id, 'Plan', 'id');
  if (kind === 'geojson') {
    const outlined = await outlinedPlan(deps, context, decoded);
    return { name: outlined.plan.name, bytes: Buffer.from(JSON.stringify(planGeoJson(outlined, context.language))) };
  }
  const exported = await exportPlan(deps, context, decoded);
  const diff = await deps.diff(context, id);
  return { name: exported.plan.name, bytes: await planWorkbook(exported, diff, context.language) };
}

/** `?lang=zh` or `en`, else the browser's language. */
async function contextOf({ actorOf, clock }: PlanFilesDeps, { headers, query }: Request): Promise<RequestContext> {
  const asked = query['lang'];
  return {
    // The cookie's name says how it was set; a browser sends the one it has.
    actor: await actorOf(sessionToken(headers, true) ?? sessionToken(headers, false)),
    language: languageOf(typeof asked === 'string' ? asked : headers['accept-language']),
    requestId: newId(),
    clock,
    address: '',
    setSessionCookie: () => undefined,
  };
}

function send(response: Response, kind: keyof typeof TYPES, { name, bytes }: PlanFile): void {
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Type', TYPES[kind]);
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="plan.${kind}"; filename*=UTF-8''${encodeURIComponent(`${name}.${kind}`)}`,
  );
  response.end(bytes);
}
