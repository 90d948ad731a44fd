import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { postgresApiPorts } from '../../src/adapters/postgres/api-ports';
import { guardPort } from '../../src/adapters/postgres/guard-port';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { postgresProcedures } from '../../src/adapters/postgres/procedures';
import { createCourses } from '../../src/adapters/temporal/courses';
import { authenticate, readSessionToken } from '../../src/api/authentication';
import type { Route } from '../../src/api/route';
import { actRoute, startRoute } from '../../src/api/routes/procedures/act';
import { createCommands } from '../../src/commands/engine';
import { deriveId } from '../../src/contract/ids';
import { civilDateOf } from '../../src/domain/calendar/civil-date';
import type { Actor } from '../../src/domain/permissions';
import { isRefusal } from '../../src/domain/refusal';
import { NINE } from '../../test/support/council';
import { TASK_QUEUE, WORKFLOW_TASK_TIMEOUT_SECONDS, type BenchService } from '../stack/service';
import type { Hands } from './course';

/** Whoever begins procedures, and everybody else who carries them through. */
export interface Casting {
  readonly starter: string;
  readonly others: readonly string[];
}

/** Everybody who carries a council through. */
const COUNCIL: Casting = { starter: 'chunhe.staff', others: ['chunhe.recorder', ...NINE] };

/** Through the handlers of the API's routes, without HTTP, sign-in and Idempotency-Keys. */
export async function handlerHands(service: BenchService, casting: Casting = COUNCIL): Promise<Hands> {
  const { database, temporal, clock } = service;
  const ledger = createLedger(database);
  const deps = {
    clock,
    ledger,
    commands: createCommands(ledger, clock),
    reads: guardPort(postgresProcedures(database)),
    organisations: postgresApiPorts(database).organisations,
    changes: { tell: () => undefined },
    courses: createCourses(
      temporal,
      { taskQueue: TASK_QUEUE, workflowTaskTimeoutSeconds: WORKFLOW_TASK_TIMEOUT_SECONDS },
      silent,
    ),
  };
  const actors = await actorsOf(service, casting);
  const [start, act] = [startRoute(deps), actRoute(deps)];
  const call = async (route: Route, username: string, params: object, body: object): Promise<any> => {
    const actor = actors.get(username)!;
    const key = randomUUID();
    const answer = await route.handler({
      params,
      query: undefined,
      body: route.body?.parse(body),
      actor,
      today: civilDateOf(await clock.now()),
      requestId: key,
      idempotencyKey: key,
      newId: (label) => deriveId(actor.accountId, key, label),
      sessionTokenHash: null,
      lastEventId: null,
      address: '',
      mediaType: 'application/json',
      prefersHtml: false,
      log: silent,
    });
    if ('code' in answer) throw new Error(`${username}: ${JSON.stringify(answer)}`);
    return answer.body;
  };
  return {
    start: async (body) => (await call(start, casting.starter, {}, body)).id,
    act: async (username, id, name, body) => (await call(act, username, { id, name }, body)).answer,
  };
}

const silent = pino({ level: 'silent' });

async function actorsOf({ database, signIn }: BenchService, { starter, others }: Casting): Promise<Map<string, Actor>> {
  const { sessions } = postgresApiPorts(database);
  const actors = new Map<string, Actor>();
  for (const username of [starter, ...others]) {
    const { cookie } = await signIn(username);
    const token = readSessionToken(cookie ?? undefined, { secureCookies: false, sessionHours: 12 });
    actors.set(username, (await authenticate(sessions, token))!);
  }
  return actors;
}

/** Over HTTP, signed in, each request with an Idempotency-Key, as people's browsers do it. */
export async function httpHands({ signIn }: BenchService, { starter, others }: Casting = COUNCIL): Promise<Hands> {
  const post = async (username: string, path: string, body: object) => {
    const answer = await (await signIn(username)).post(path, body);
    if (answer.status >= 300) throw new Error(`${username}: ${path} ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  for (const username of [starter, ...others]) await signIn(username);
  return {
    start: async (body) => (await post(starter, '/api/procedures', body)).id,
    act: async (username, id, name, body) =>
      (await post(username, `/api/procedures/${id}/actions/${name}`, body)).answer,
  };
}

/** The transactions alone, without Temporal and without the API: what a step costs the engine and the database. */
export function engineHands({ database, clock }: BenchService): Hands {
  const ledger = createLedger(database);
  const commands = createCommands(ledger);
  const actorOf = (username: string) => {
    const key = username as keyof typeof EXAMPLE.accounts;
    return { accountId: EXAMPLE.accounts[key], personId: EXAMPLE.people[key] };
  };
  const workflowIdOf = (id: string) => `council/${id}`;
  return {
    async start(body) {
      const { kind, organisationId, ...input } = body as { kind: string; organisationId: string };
      const procedureId = randomUUID();
      const order = { procedureId, workflowId: workflowIdOf(procedureId), kind, organisationId, input };
      const answer = await commands.begin({ ...order, actor: actorOf('chunhe.staff'), now: await clock.now() });
      if (isRefusal(answer)) throw new Error(answer.code);
      return procedureId;
    },
    async act(username, id, action, body) {
      const actor = actorOf(username);
      const now = await clock.now();
      if (action === 'cast-ballot') {
        const { voteId, choice } = body as { voteId: string; choice: string };
        const ballot = { voteId, choice, personId: actor.personId, enteredById: actor.accountId, castAt: now };
        const outcome = await ledger.cast(ballot);
        if (outcome !== 'cast') throw new Error(outcome);
        return {};
      }
      const order = { procedureId: id, workflowId: workflowIdOf(id), step: randomUUID(), action, actor, now };
      const answer = await commands.execute({ ...order, input: body });
      if (isRefusal(answer)) throw new Error(`${action}: ${answer.code}`);
      return answer.answer;
    },
  };
}
