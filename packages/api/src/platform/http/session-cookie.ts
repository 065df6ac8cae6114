// The session cookie: opaque, HttpOnly, same-site; __Host- and Secure except on a LAN demo without TLS.

const nameFor = (secure: boolean): string => (secure ? '__Host-sid' : 'sid');

export function sessionCookie(token: string | null, expiresAt: Date, secure: boolean): string {
  const attributes = [
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Expires=${(token ? expiresAt : new Date(0)).toUTCString()}`,
  ];
  if (secure) attributes.push('Secure');
  return `${nameFor(secure)}=${token ?? ''}; ${attributes.join('; ')}`;
}

export function readSessionCookie(header: string | undefined, secure: boolean): string | null {
  const name = nameFor(secure);
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name && value && /^[\w-]{20,100}$/.test(value)) return value;
  }
  return null;
}

/** The session token of a request: the browser's cookie, or a script's bearer. A bearer is the same session, and cannot be forged across sites. */
export function sessionToken(
  headers: { readonly cookie?: string | undefined; readonly authorization?: string | undefined },
  secure: boolean,
): string | null {
  return (
    readSessionCookie(headers.cookie, secure) ??
    /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '')?.[1] ??
    null
  );
}
