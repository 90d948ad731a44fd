import type { ChainedEvent } from '../../ports/ledger';
import type { Transaction } from './database';
import type { EventModel } from './generated/models';

/** The whole log of a procedure, in its order. */
export async function readLog(client: Transaction, procedureId: string): Promise<ChainedEvent[]> {
  const rows = await client.event.findMany({ where: { procedureId }, orderBy: { seq: 'asc' } });
  return rows.map(toChainedEvent);
}

export function toChainedEvent({ type, seq, at, actorId, data, previousHash, hash }: EventModel): ChainedEvent {
  return { type, data: data as object, seq, at: at.getTime(), actorId, previousHash, hash };
}
