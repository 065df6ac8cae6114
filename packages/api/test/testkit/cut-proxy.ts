// A wire to PostgreSQL that a test can cut and mend: what an outage looks like to the server, without ending a cluster.
import { createServer, connect, type Server, type Socket } from 'node:net';

export interface CutProxy {
  /** As the server should be told to connect. */
  readonly url: string;
  /** Connections break and new ones are refused, as when PostgreSQL was stopped. */
  cut(): Promise<void>;
  /** Same port, same database. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function openCutProxy(databaseUrl: string): Promise<CutProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let server: Server;
  let port = 0;
  const listen = async (): Promise<void> => {
    server = createServer((near) => {
      const far = connect(Number(target.port || 5432), target.hostname);
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(socket);
        socket.on('error', () => undefined);
        socket.pipe(other);
        socket.on('close', () => {
          sockets.delete(socket);
          other.destroy();
        });
      }
    });
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
    port = (server.address() as { port: number }).port;
  };
  const cut = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await listen();
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    cut,
    mend: listen,
    close: cut,
  };
}
