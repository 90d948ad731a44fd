import type { Database } from '../../src/adapters/postgres/database';
import { GENESIS, isSound } from '../../src/commands/chain';
import type { ChainedEvent } from '../../src/ports/ledger';

/** The events of a procedure, in their order. */
export async function eventsOf(database: Database, procedureId: string): Promise<ChainedEvent[]> {
  const rows = await database.event.findMany({ where: { procedureId }, orderBy: { seq: 'asc' } });
  return rows.map(({ at, data, ...row }) => ({ ...row, at: at.getTime(), data: data as ChainedEvent['data'] }));
}

/** Whether every event follows the one before it and is what its hash says, from the first to the head that the procedure names. */
export async function isWhole(database: Database, procedureId: string): Promise<boolean> {
  const events = await eventsOf(database, procedureId);
  const head = await database.procedure.findUniqueOrThrow({ where: { id: procedureId } });
  return (
    events.every(
      (event, index) =>
        event.seq === index + 1 &&
        event.previousHash === (events[index - 1]?.hash ?? GENESIS) &&
        isSound(procedureId, event),
    ) &&
    head.version === events.length &&
    head.headHash === events.at(-1)?.hash
  );
}

/** What became of a procedure, without what differs between two that went the same way: ids and moments. */
export async function storyOf(database: Database, procedureId: string) {
  const where = { procedureId };
  const { stage, status } = await database.procedure.findUniqueOrThrow({ where: { id: procedureId } });
  const deadlines = await database.deadline.findMany({ where, orderBy: { key: 'asc' } });
  const notifications = await database.notification.findMany({ where });
  const publications = await database.publication.findMany({ where });
  const participants = await database.participant.findMany({ where });
  const votes = await database.vote.findMany({ where, include: { ballots: true, electors: true } });
  return {
    stage,
    status,
    events: (await eventsOf(database, procedureId)).map(({ type }) => type),
    deadlines: deadlines
      .map(({ key, clause, dueOn, state, metAt }) => {
        return { key: key.replace(/[0-9a-f-]{36}$/, 'item'), clause, dueOn, state, met: !!metAt };
      })
      .sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other))),
    notifications: notifications.map(({ personId, kind }) => `${kind} ${personId}`).sort(),
    publications: publications.map(({ kind, title, content, dueOn, late, takeDownOn, takenDownAt }) => {
      return { kind, title, content, dueOn, late, takeDownOn, takenDown: takenDownAt !== null };
    }),
    participants: participants.map(({ personId }) => personId).sort(),
    votes: votes.map(({ open, ballots, electors }) => ({ open, ballots: ballots.length, electors: electors.length })),
  };
}
