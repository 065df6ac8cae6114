// The headers of every response: a content security policy without unsafe-inline for scripts or style elements.
import type { RequestHandler } from 'express';
import { randomBytes } from 'node:crypto';
import helmet from 'helmet';

/** The nonce of one response; index.html carries it for Ant Design's style elements. */
export function nonceOf(locals: Record<string, unknown>): string {
  return String(locals['nonce']);
}

/**
 * @param options.secure TLS stands in front
 * @param options.plain the demo on a LAN without TLS, where browsers ignore what isolates origins, each with a complaint
 */
export function securityHeaders(options: { readonly secure: boolean; readonly plain: boolean }): RequestHandler[] {
  const policy = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // The solver that proves plans is WebAssembly; strings stay no code.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        workerSrc: ["'self'"],
        styleSrc: ["'self'"],
        styleSrcElem: [
          "'self'",
          (_request, response) =>
            `'nonce-${nonceOf((response as unknown as { locals: Record<string, unknown> }).locals)}'`,
        ],
        // Ant Design positions by style attributes; elements need the nonce.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['default', "'allow-duplicates'"],
      },
    },
    strictTransportSecurity: options.secure,
    crossOriginEmbedderPolicy: false,
    ...(options.plain ? { crossOriginOpenerPolicy: false, originAgentCluster: false } : {}),
    referrerPolicy: { policy: 'no-referrer' },
  });
  const nonce: RequestHandler = (_request, response, next) => {
    response.locals['nonce'] = randomBytes(16).toString('base64');
    response.setHeader('Permissions-Policy', 'geolocation=(self), camera=(self), microphone=()');
    next();
  };
  return [nonce, policy];
}
