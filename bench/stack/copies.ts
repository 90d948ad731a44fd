import { randomUUID } from 'node:crypto';
import { definitionOf } from '../../src/commands/registry';
import type { Client } from '@temporalio/client';
import { startOptions } from '../../src/adapters/temporal/courses';
import { workflowIdOf, type CourseNews, type CourseReport, type CourseStart } from '../../src/contract/messages/course';
import { movedSignal } from '../../src/contract/messages/definitions';
import type { ProcedureState } from '../../src/domain/procedure/model';
import { announced } from '../council/course';
import { engineHands } from '../council/hands';
import { WORKFLOW_TASK_TIMEOUT_SECONDS, type BenchService } from './service';
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
  return {
    id,
    organisationId,
    report: { procedureId: id, version, stage, status: 'open', timers, moved: true, answer: {} },
  };
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

/** A waiting copy: what its workflow is started with, and what it then hears. */
export interface Waiting {
  readonly start: CourseStart;
  readonly news: CourseNews;
}

/** Copies a council so many times, each as it waits for these moments. */
export async function waitingCopies(
  service: BenchService,
  model: Model,
  { count, ...heard }: { count: number } & Pick<CourseNews, 'timers' | 'clockOffset'>,
): Promise<Waiting[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await runSql(
    service.servers.databaseUrl,
    ...copyRows(['procedure', 'event', 'participant', 'deadline'], model.id, ids),
  );
  const { version, stage, status } = model.report;
  const { organisationId } = model;
  return ids.map((procedureId) => {
    const workflowId = workflowIdOf('council', procedureId);
    const start = { procedureId, workflowId, kind: 'council', organisationId };
    return { start, news: { version, stage, status, ...heard } };
  });
}

/** Tells a copy's workflow what it waits for, which starts it. */
export async function startWaiting(client: Client, taskQueue: string, { start, news }: Waiting): Promise<void> {
  await client.workflow.signalWithStart(start.kind, {
    ...startOptions(start, { taskQueue, workflowTaskTimeoutSeconds: WORKFLOW_TASK_TIMEOUT_SECONDS }),
    signal: movedSignal,
    signalArgs: [news],
  });
}
