// Owns telling one process from another that later got the same pid. It refuses to guess: what the host does not tell
// is null, and null never proves a process dead.
import fs from 'node:fs';

export interface ProcessIdentity {
  pid: number;
  /** Changes with each start of the machine; null where the host has no such id. */
  bootId: string | null;
  /** Start of the process in clock ticks since the machine's; null where the host does not tell. */
  startTicks: string | null;
}

function readOrNull(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Fields of /proc/pid/stat from the third on; the name in the second may hold spaces and brackets. */
function statOf(pid: number): string[] {
  const stat = readOrNull(`/proc/${pid}/stat`) ?? '';
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

const startTicksOf = (pid: number): string | null => statOf(pid)[19] ?? null;

/** Ended, all threads gone, and only not yet collected by its parent, which may never do it. */
function isZombie(pid: number): boolean {
  const fields = statOf(pid);
  return fields[0] === 'Z' && Number(fields[17]) <= 1;
}

const bootId = (): string | null => readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? null;

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, bootId: bootId(), startTicks: startTicksOf(process.pid) };
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to another user.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

const differ = (one: string | null, other: string | null): boolean => one !== null && other !== null && one !== other;

/** False only when it is certain that the process has ended. */
export function mayBeAlive(identity: ProcessIdentity): boolean {
  if (differ(identity.bootId, bootId())) return false;
  if (!exists(identity.pid) || isZombie(identity.pid)) return false;
  return !differ(identity.startTicks, startTicksOf(identity.pid));
}
