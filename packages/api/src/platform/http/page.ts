// Serves the built page: hashed assets for ever, index.html rendered per response with its nonce.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { nonceOf } from './security-headers.ts';

/**
 * @param directory the page's build; when it is missing every path answers with a sentence that says how to build it
 */
export function servePage(directory: string): Router {
  const router = Router();
  const index = join(directory, 'index.html');
  if (!existsSync(index)) {
    router.get(
      '/{*path}',
      (_request, response) => void response.status(503).type('text').send('The page is not built yet: run npm start.'),
    );
    return router;
  }
  const html = readFileSync(index, 'utf8');
  const renderIndex: RequestHandler = (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(html.replaceAll('__CSP_NONCE__', nonceOf(response.locals)));
  };
  router.use(
    '/assets',
    express.static(join(directory, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }),
  );
  router.get('/', renderIndex);
  router.use(express.static(directory, { index: false, maxAge: '1h' }));
  // Views are state in the URL of one page.
  router.get('/{*path}', (request, response, next) =>
    request.accepts('html') ? renderIndex(request, response, next) : next(),
  );
  return router;
}
