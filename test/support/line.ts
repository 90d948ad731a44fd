import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a service that can break. */
export interface Line {
  /** Where the service is reached by it. */
  readonly url: string;
  /** Ends what goes over it and lets nothing new through. */
  cut(): void;
  mend(): void;
  close(): void;
}

/** Lays a line to the service at that address. */
export async function lineTo(url: string): Promise<Line> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let isCut = false;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    if (isCut) return near.destroy();
    const far = connect(Number(port), hostname);
    keep(far);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const end = () => sockets.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      end();
    },
    mend: () => void (isCut = false),
    close() {
      end();
      server.close();
    },
  };
}
