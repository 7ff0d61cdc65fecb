// A slow line: hands bytes on in both directions, each after the same time, in order.
import { createConnection, createServer, type Socket } from 'node:net';

export interface Proxy {
  port: number;
  /** One way, from now on. */
  delayMs: number;
  /** Cuts every connection; new ones are refused until `heal`. */
  cut(): void;
  heal(): void;
  close(): Promise<void>;
}

export async function startProxy(to: number, delayMs: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let whole = true;
  const carry = (from: Socket, into: Socket) => {
    from.on('data', (bytes) => {
      setTimeout(() => into.writable && into.write(bytes), proxy.delayMs);
    });
    from.on('close', () => setTimeout(() => into.destroy(), proxy.delayMs));
    from.on('error', () => into.destroy());
  };
  const server = createServer({ noDelay: true }, (near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = createConnection({ port: to, host: '127.0.0.1', noDelay: true });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const proxy: Proxy = {
    port: typeof address === 'object' && address ? address.port : 0,
    delayMs,
    cut() {
      whole = false;
      for (const socket of sockets) socket.destroy();
    },
    heal() {
      whole = true;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return proxy;
}
