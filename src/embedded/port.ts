import { connect, createServer, type AddressInfo } from 'node:net';
import { PortTakenError } from './start-error';

/** Listens for a moment: resolves with the port that was to be had, rejects with the system's error. */
function tryListening(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const { port: got } = server.address() as AddressInfo;
      server.close(() => resolve(got));
    });
  });
}

/** Whether nothing listens on the port of this machine. */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  try {
    await tryListening(port, host);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
}

/** Whether something on this machine accepts connections at the port. */
export function answers(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const tell = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', tell(true)).once('error', tell(false));
  });
}

/** A port that was free a moment ago. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return tryListening(0, host);
}

/** @throws PortTakenError naming the port, what it was wanted for and the setting that chooses another. */
export async function requireFreePort(port: number, setting: string, what: string, host?: string): Promise<void> {
  if (!(await isPortFree(port, host))) throw new PortTakenError(port, setting, what);
}
