import { isDeepStrictEqual } from 'node:util';
import { deriveId } from '../../contract/ids';
import type { CivilDate, Instant } from '../../domain/calendar/civil-date';
import { dueWithin, type Period } from '../../domain/calendar/deadline';
import { changedDays, checkReplacing, type HolidayCalendar } from '../../domain/calendar/holidays';
import type { ClauseId } from '../../domain/clause';
import { refuse, type Refusal } from '../../domain/refusal';
import type { CalendarEdition, Calendars } from '../../ports/calendar';
import type { Told } from '../../ports/ledger';
import type { Database, Transaction } from './database';
import type { Prisma } from './generated/client';
import type { Statements } from './statements';

/** Holiday tables in PostgreSQL. */
export function postgresCalendars(database: Database): Calendars {
  return {
    current: () => currentCalendar(database),
    add: (edition, at) => database.$transaction((tx) => addCalendar(tx, edition, at), { timeout: 60_000 }),
  };
}

/** No table at all is the same as years without data: weekends alone, and everything provisional. */
const NO_TABLE: HolidayCalendar = { version: 'none', years: [], days: {} };

/** Reads the table that a step counts by. */
export type CalendarReader = (tx: Statements) => Promise<HolidayCalendar>;

/**
 * The newest table, held until the step ends: an import waits for the steps that hold one, and then sees the days they have counted; a step that
 * comes while it is at work waits, and counts by the new table (`held_calendar`, in the migrations). A version never changes, so the one read last
 * is not read again.
 */
export function createCalendarReader(): CalendarReader {
  let last: HolidayCalendar | null = null;
  return async (tx) => {
    const known = last;
    const [row] = await tx.$queryRaw<{ version: string; data: Prisma.JsonValue }[]>`
      SELECT version, data FROM held_calendar(${known?.version ?? null})`;
    if (!row) return NO_TABLE;
    if (row.version === known?.version) return known;
    last = { ...tableOf(row.data), version: row.version };
    return last;
  };
}

/** The newest table; in the same transaction as whatever else is read. */
export async function currentCalendar(client: Transaction): Promise<CalendarEdition | null> {
  const row = await client.calendarVersion.findFirst({ orderBy: [{ createdAt: 'desc' }, { version: 'desc' }] });
  if (!row) return null;
  const { version, source, createdAt } = row;
  return { calendar: { ...tableOf(row.data), version }, source, createdAt };
}

function tableOf(data: Prisma.JsonValue): Pick<HolidayCalendar, 'years' | 'days'> {
  return data as unknown as Pick<HolidayCalendar, 'years' | 'days'>;
}

async function addCalendar(
  tx: Transaction,
  { calendar, source }: Pick<CalendarEdition, 'calendar' | 'source'>,
  at: Instant,
): Promise<readonly Told[] | Refusal> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('calendar_version'))`;
  const { version, years, days } = calendar;
  const known = await tx.calendarVersion.findUnique({ where: { version } });
  if (known && isDeepStrictEqual(tableOf(known.data), { years, days })) return [];
  if (known) return refuse('calendar.version-exists', null, { version });
  const before = (await currentCalendar(tx))?.calendar ?? NO_TABLE;
  const dropping = checkReplacing(before, calendar);
  if (dropping) return dropping;
  const data = { years, days } as unknown as Prisma.InputJsonObject;
  await tx.calendarVersion.create({ data: { version, source, data } });
  const told = await affected(tx, before, calendar);
  await tx.message.createMany({
    data: told.map(({ id: procedureId }) => {
      const id = deriveId('calendar', version, procedureId);
      return { id, procedureId, kind: 'calendar-changed', data: { version }, createdAt: new Date(at) };
    }),
    skipDuplicates: true,
  });
  return told;
}

interface Counted {
  readonly procedureId: string;
  readonly kind: string;
  readonly clause: string;
  readonly dueOn: CivilDate;
  readonly provisional: boolean;
  readonly period: Period;
}

/** Open procedures with a deadline that the new table moves, or makes certain. The search is SQL's, the count the domain's. */
async function affected(tx: Transaction, before: HolidayCalendar, after: HolidayCalendar): Promise<Told[]> {
  const days = changedDays(before, after);
  const years = after.years.filter((year) => !before.years.includes(year)).map(String);
  const rows = await tx.$queryRaw<Counted[]>`
    SELECT deadline."procedureId", procedure.kind, deadline.clause, deadline."dueOn", deadline.provisional, deadline.period
      FROM deadline JOIN procedure ON procedure.id = deadline."procedureId"
     WHERE deadline.state IN ('open', 'overdue') AND procedure.status = 'open' AND deadline.period IS NOT NULL
       AND (EXISTS (SELECT FROM unnest(${days}::text[]) AS day
                     WHERE day > deadline.period->>'eventOn' AND day <= deadline."dueOn")
            OR deadline.provisional AND left(deadline."dueOn", 4) = ANY(${years}::text[]))`;
  const moved = rows.filter(({ period, clause, dueOn, provisional }) => {
    const counted = dueWithin({ ...period, clause: clause as ClauseId }, after);
    return counted.dueOn !== dueOn || counted.provisional !== provisional;
  });
  return [...new Map(moved.map(({ procedureId: id, kind }) => [id, { kind, id }])).values()];
}
