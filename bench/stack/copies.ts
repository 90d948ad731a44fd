import { randomUUID } from 'node:crypto';
import { BEGIN_STEP } from '../../src/commands/engine';
import { definitionOf } from '../../src/commands/registry';
import { workflowIdOf, type CourseReport, type CourseStart } from '../../src/contract/messages/course';
import type { ProcedureState } from '../../src/domain/procedure/model';
import { announced } from '../council/course';
import { engineHands } from '../council/hands';
import type { BenchService } from './service';
import { runSql, type Statement } from './sql';

/** A council whose clear days run, as the engine made it: what all copies are made of. */
export interface Model {
  readonly id: string;
  readonly organisationId: string;
  readonly report: CourseReport;
}

export async function modelCouncil(service: BenchService): Promise<Model> {
  const id = await announced(engineHands(service), service.clock);
  const { version, stage, organisationId, kind, ...row } = await service.database.procedure.findUniqueOrThrow({
    where: { id },
  });
  const timers = definitionOf(kind).timers(row.state as unknown as ProcedureState);
  return { id, organisationId, report: { procedureId: id, version, stage, status: 'open', timers, answer: {} } };
}

/** Statements that copy a procedure's rows of some tables to other ids. */
export function copyRows(tables: readonly string[], modelId: string, ids: readonly string[]): Statement[] {
  return tables.map((table) => {
    const key = table === 'procedure' ? 'id' : 'procedureId';
    const text = `
      INSERT INTO ${table} SELECT copy.* FROM ${table} AS model, unnest($2::uuid[]) AS new,
        jsonb_populate_record(model, jsonb_build_object('${key}', new)) AS copy
      WHERE model."${key}" = $1`;
    return [text, modelId, ids];
  });
}

/**
 * Copies a council so many times, each with the stored answer to its beginning: a workflow that is then started begins by the real
 * activity, is given this answer, and waits for the moments in it. Gives what the workflows are started with.
 */
export async function waitingCopies(
  service: BenchService,
  model: Model,
  { count, timers }: { count: number; timers: CourseReport['timers'] },
): Promise<CourseStart[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const answer = { ...model.report, timers };
  await runSql(
    service.servers.databaseUrl,
    ...copyRows(['procedure', 'event', 'participant', 'deadline'], model.id, ids),
    [
      `INSERT INTO command_result ("workflowId", step, result)
       SELECT 'council/' || new, $1, $2::jsonb || jsonb_build_object('procedureId', new) FROM unnest($3::uuid[]) AS new`,
      BEGIN_STEP,
      JSON.stringify(answer),
      ids,
    ],
  );
  return ids.map((procedureId) => ({
    procedureId,
    workflowId: workflowIdOf('council', procedureId),
    kind: 'council',
    organisationId: model.organisationId,
    actor: { accountId: model.id, personId: model.id },
    input: {},
  }));
}
