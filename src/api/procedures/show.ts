import type { z } from 'zod';
import { digestsIn, withTexts } from '../../commands/texts';
import { definitionOf } from '../../commands/registry';
import type { actionsSchema, procedureSchema } from '../../contract/schemas/procedures';
import { explained } from '../../contract/views/council';
import { withIsoMoments } from '../../contract/views/moments';
import { DUTY_STATUS_WORDS } from '../../contract/words/council-sheet';
import { dutyWords } from '../../contract/words/duties';
import { refusalWords } from '../../contract/words/refusals';
import type { DutyState } from '../../domain/procedure/deadline';
import type { ProcedureState } from '../../domain/procedure/model';
import type { Refusal } from '../../domain/refusal';
import type { Ledger, StoredProcedure } from '../../ports/ledger';
import type { ProcedureReads } from '../../ports/procedures';
import type { Seen } from './access';
import { kindOf, stageName } from './kinds';

/** A procedure with its texts and names, as whoever may see it sees it. */
export async function show(
  { ledger, reads }: { ledger: Ledger; reads: ProcedureReads },
  procedure: StoredProcedure,
  readsAll: boolean,
): Promise<z.output<typeof procedureSchema>> {
  const { id, kind, organisationId, title, status, version, startedAt, closedAt } = procedure;
  const state = procedure.state as ProcedureState;
  const { view, sheet, hall } = kindOf(kind);
  const shown = await readable(ledger, {
    details: view(state, readsAll),
    sheet: sheet(state, readsAll),
    hall: hall(state),
  });
  const names = await reads.names(idsIn(shown));
  return {
    id,
    kind,
    organisationId,
    title,
    stage: state.stage,
    stageName: stageName(kind, state.stage),
    status,
    version,
    startedAt: new Date(startedAt).toISOString(),
    closedAt: closedAt === null ? null : new Date(closedAt).toISOString(),
    ...(shown as Pick<z.output<typeof procedureSchema>, 'details' | 'sheet' | 'hall'>),
    deadlines: Object.entries(state.duties).map(([key, duty]) => deadlineOf(key, duty)),
    people: Object.fromEntries(names),
  };
}

/** A value from the record with its texts in place and its moments written out. */
export async function readable(ledger: Ledger, value: object): Promise<Record<string, unknown>> {
  const texts = await ledger.texts([...new Set(digestsIn(value))]);
  return withIsoMoments(withTexts(value, texts)) as Record<string, unknown>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Everything in a value that could be the id of a person: what is none has no name. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : [];
  if (Array.isArray(value)) return [...new Set(value.flatMap(idsIn))];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.entries(value).flatMap(([key, one]) => [...idsIn(key), ...idsIn(one)]))];
}

/** What is owed, by when, how it stands, and why by that day. */
function deadlineOf(key: string, duty: DutyState) {
  const { kind, clause, dueOn, dueAt, status, metAt, provisional, calendarVersion, explanation, earlier } = duty;
  return {
    ...{ key, kind, title: dutyWords(kind), clause, dueOn, status, provisional, calendarVersion },
    dueAt: new Date(dueAt).toISOString(),
    statusName: DUTY_STATUS_WORDS[status],
    metAt: metAt === null ? null : new Date(metAt).toISOString(),
    late: metAt !== null && metAt >= dueAt,
    explanation: explained({ explanation }).explanation as Record<string, unknown>[],
    earlier: earlier.map((day) => ({ ...day, movedAt: new Date(day.movedAt).toISOString() })),
  };
}

/**
 * What somebody may do now, each with its form; and what is theirs but not possible yet, with the reason, the clause and the earliest
 * moment. What is not theirs is left out. With it comes what the forms choose among.
 */
export async function offers(
  { ledger, reads }: { ledger: Ledger; reads: ProcedureReads },
  { procedure, standing }: Pick<Seen, 'procedure' | 'standing'>,
  now: number,
): Promise<z.output<typeof actionsSchema>> {
  const definition = definitionOf(procedure.kind);
  const { actions, choices } = kindOf(procedure.kind);
  const state = procedure.state as ProcedureState;
  const items = Object.entries(actions).flatMap(([name, { title, follows, jsonSchema }]) => {
    const refusal = definition.judge(name, state, standing, now);
    if (refusal?.code === 'procedure.not-entitled') return [];
    const reason = refusal && reasonOf(refusal);
    return [{ name, title, possible: refusal === null, follows, schema: jsonSchema, reason }];
  });
  const shown = await readable(ledger, choices(state, standing));
  const names = await reads.names(idsIn(shown));
  type Choices = z.output<typeof actionsSchema>['choices'];
  return { items, choices: shown as Choices, people: Object.fromEntries(names) };
}

function reasonOf(refusal: Refusal) {
  const { code, clause, params } = refusal;
  const detail = refusalWords(refusal)?.detail ?? { zh: code, en: code };
  const earliest = typeof params.earliest === 'number' ? new Date(params.earliest).toISOString() : null;
  return { code, clause, detail, earliest };
}
