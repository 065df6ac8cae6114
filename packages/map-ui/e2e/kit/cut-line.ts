// Owns a line between browser and server that can go dead: nothing arrives and nothing says so, as with a pulled cable or
// a lost Wi-Fi. The browser's own offline switch is no such thing: it leaves open sockets alone.
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface CutLine {
  readonly url: string;
  /** Holds every byte both ways; new connections are taken and left unanswered. */
  readonly cut: () => void;
  /** Lets what was held go on. */
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

/** @param serverUrl what lies behind the line */
export async function openCutLine(serverUrl: string): Promise<CutLine> {
  const { port, hostname } = new URL(serverUrl);
  const ends = new Set<Socket>();
  let dead = false;
  const hold = (socket: Socket, other: Socket) => {
    ends.add(socket);
    socket.on('data', (bytes: Buffer) => void (other.write(bytes) || socket.pause()));
    other.on('drain', () => void (dead || socket.resume()));
    socket.on('end', () => other.end());
    socket.on('error', () => other.destroy());
    socket.on('close', () => ends.delete(socket));
    if (dead) socket.pause();
  };
  const line = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    hold(near, far);
    hold(far, near);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(line.address() as AddressInfo).port}`,
    cut: () => {
      dead = true;
      for (const socket of ends) socket.pause();
    },
    mend: () => {
      dead = false;
      for (const socket of ends) socket.resume();
    },
    close: async () => {
      for (const socket of ends) socket.destroy();
      await new Promise((resolve) => line.close(resolve));
    },
  };
}
