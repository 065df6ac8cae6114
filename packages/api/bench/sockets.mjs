// Subscribers over graphql-transport-ws, twenty to a socket as the server allows.
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

const PER_SOCKET = 20;

/** Opens all and waits for each one's first frame. @param subscriptions {query, onFrame(data)} */
export async function openSockets(server, subscriptions) {
  const sockets = [];
  const ready = [];
  for (let from = 0; from < subscriptions.length; from += PER_SOCKET) {
    const socket = createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(address, protocols) {
          super(address, protocols, { headers: { cookie: server.cookie } });
        }
      },
    });
    sockets.push(socket);
    for (const { query, onFrame } of subscriptions.slice(from, from + PER_SOCKET))
      ready.push(
        new Promise((resolve, reject) => {
          const next = ({ data, errors }) =>
            errors ? reject(new Error(JSON.stringify(errors))) : (resolve(), onFrame(data));
          socket.subscribe({ query }, { next, error: reject, complete: () => undefined });
        }),
      );
  }
  await Promise.all(ready);
  return { close: () => sockets.forEach((socket) => void socket.dispose()) };
}
