import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { ChangeListener, Changes } from '../../ports/changes';
import { ROLE } from './database';

const MOVED = 'guicheng_moved';
const RIGHTS = 'guicheng_rights';

/** In milliseconds: the pauses before the connection is made again, how often a silent one is tried, and how long that may take. */
const PAUSES = { first: 100, longest: 5_000 };
const TRY_EVERY_MS = 5_000;
const TRY_FOR_MS = 3_000;

/** A move that no commit tells of is told within that, in milliseconds, together with all others of the moment. */
const GATHER_MS = 150;

/**
 * Changes by LISTEN and NOTIFY, on one connection of their own that is made again whenever it breaks. It needs a session of the server's: a
 * pooler that hands out connections by transaction does not do.
 */
export function postgresChanges(url: string, closing: AbortSignal): Changes {
  const listeners: ChangeListener[] = [];
  const untold = new Set<string>();
  let listening: Client | null = null;
  const closed = new Promise((resolve) => closing.addEventListener('abort', resolve, { once: true }));

  async function tellAll(): Promise<void> {
    const ids = [...untold];
    if (!listening || ids.length === 0) return;
    untold.clear();
    try {
      await listening.query(`SELECT pg_notify('${MOVED}', id) FROM unnest($1::text[]) AS id`, [ids]);
    } catch {
      // The connection has broken: they are told on the next one.
      ids.forEach((id) => untold.add(id));
    }
  }

  async function listen(client: Client): Promise<void> {
    const broken = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    client.on('notification', ({ channel, payload = '' }) => {
      for (const listener of listeners) {
        if (channel === MOVED) listener.moved(payload);
        else listener.rightsChanged(payload);
      }
    });
    await client.connect();
    await client.query(`LISTEN ${MOVED}`);
    await client.query(`LISTEN ${RIGHTS}`);
    listening = client;
    listeners.forEach((listener) => listener.heard(true));
    await tellAll();
    await Promise.race([broken, closed, untilSilent(client, closing)]);
  }

  async function keepListening(): Promise<void> {
    for (let wait = PAUSES.first; !closing.aborted; wait = Math.min(wait * 2, PAUSES.longest)) {
      const client = openClient(url);
      try {
        await listen(client);
        wait = PAUSES.first;
      } catch {
        // Not reached: tried again after the pause.
      }
      if (listening) listeners.forEach((listener) => listener.heard(false));
      listening = null;
      await client.end().catch(() => undefined);
      if (!closing.aborted) await pause(wait, undefined, { ref: false });
    }
  }

  return {
    follow(listener) {
      listeners.push(listener);
      if (listeners.length === 1) void keepListening();
      else if (listening) listener.heard(true);
    },
    tell(procedureId) {
      if (untold.size === 0) setTimeout(() => void tellAll(), GATHER_MS).unref();
      untold.add(procedureId);
    },
  };
}

function openClient(url: string): Client {
  return new Client({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
    query_timeout: TRY_FOR_MS,
    keepAlive: true,
    options: `-c role=${ROLE}`,
    application_name: 'guicheng-live',
  });
}

/** Returns when the connection no longer answers: one that was cut off elsewhere says nothing by itself. */
async function untilSilent(client: Client, closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    await pause(TRY_EVERY_MS, undefined, { ref: false, signal: closing }).catch(() => undefined);
    try {
      await client.query('SELECT 1');
    } catch {
      return;
    }
  }
}
