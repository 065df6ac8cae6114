// argon2id with OWASP's floor: 19 MiB, two passes. A missing account costs the same time as a wrong password.
import { hash, verify } from '@node-rs/argon2';

const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
let decoy: Promise<string> | null = null;

export const PASSWORD_MIN_CHARACTERS = 10;

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no account has this password', PARAMETERS);
  const matches = await verify(stored ?? (await decoy), password);
  return matches && stored !== null;
}
