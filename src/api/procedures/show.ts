import type { z } from 'zod';
import { digestsIn, withTexts } from '../../commands/texts';
import { definitionOf } from '../../commands/registry';
import type { procedureSchema } from '../../contract/schemas/procedures';
import { withIsoMoments } from '../../contract/views/moments';
import { refusalWords } from '../../contract/words/refusals';
import type { ProcedureState, Standing } from '../../domain/procedure/model';
import type { Refusal } from '../../domain/refusal';
import type { Ledger, StoredProcedure } from '../../ports/ledger';
import type { ProcedureReads } from '../../ports/procedures';
import { kindOf, stageName } from './kinds';

/** A procedure with its texts and names, as whoever may see it sees it. */
export async function show(
  { ledger, reads }: { ledger: Ledger; reads: ProcedureReads },
  procedure: StoredProcedure,
  readsAll: boolean,
): Promise<z.output<typeof procedureSchema>> {
  const { id, kind, organisationId, title, status, version, startedAt, closedAt } = procedure;
  const state = procedure.state as ProcedureState;
  const details = await readable(ledger, kindOf(kind).view(state, readsAll));
  const names = await reads.names(idsIn(details));
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
    details,
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

/**
 * What somebody may do now, each with its form; and what is theirs but not possible yet, with the reason, the clause and the earliest
 * moment. What is not theirs is left out.
 */
export function offers(procedure: StoredProcedure, standing: Standing, now: number) {
  const definition = definitionOf(procedure.kind);
  const { actions } = kindOf(procedure.kind);
  return Object.entries(actions).flatMap(([name, { title, jsonSchema }]) => {
    const refusal = definition.judge(name, procedure.state as ProcedureState, standing, now);
    if (refusal?.code === 'procedure.not-entitled') return [];
    return [{ name, title, possible: refusal === null, schema: jsonSchema, reason: refusal && reasonOf(refusal) }];
  });
}

function reasonOf(refusal: Refusal) {
  const { code, clause, params } = refusal;
  const detail = refusalWords(refusal)?.detail ?? { zh: code, en: code };
  const earliest = typeof params.earliest === 'number' ? new Date(params.earliest).toISOString() : null;
  return { code, clause, detail, earliest };
}
