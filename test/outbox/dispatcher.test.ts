import { wakeOutbox } from '../../src/adapters/temporal/outbox';
import { outboxWorkflowId } from '../../src/contract/messages/outbox';
import { startCouncil, signInCast } from '../support/council';
import { until } from '../support/patient';
import { startReceiver, type TestReceiver } from '../support/receiver';
import { replayErrors } from '../support/replay';
import { startSkippingService, type Service } from '../support/service';
import { webhookSender } from '../../src/adapters/outbox/webhook';

const MINUTE = 60_000;

let system: TestReceiver;
let service: Service;
beforeAll(async () => {
  system = await startReceiver();
  const senders = { webhook: webhookSender({ url: system.url, secret: 'a secret of sixteen or more' }) };
  service = await startSkippingService({ outbox: { senders } });
});
afterAll(async () => {
  await service?.close();
  await system?.stop();
});

const dispatcher = () => service.temporal.workflow.getHandle(outboxWorkflowId(service.taskQueue));
const rounds = async (runId?: string) => {
  const { events } = await service.temporal.workflow
    .getHandle(outboxWorkflowId(service.taskQueue), runId)
    .fetchHistory();
  return events?.filter((event) => event.activityTaskCompletedEventAttributes).length ?? 0;
};

describe('the dispatcher of the outbox', () => {
  test('is started once, by whoever comes first', async () => {
    await Promise.all([1, 2, 3].map(() => wakeOutbox(service.temporal, service.taskQueue)));
    const { runId } = await dispatcher().describe();
    await wakeOutbox(service.temporal, service.taskQueue);
    expect((await dispatcher().describe()).runId).toBe(runId);
  });

  test('looks at once when it is told to', async () => {
    await startCouncil(await signInCast(service));
    await until(
      async () => system.requests.length,
      (count) => count === 1,
    );
  });

  test('looks every minute although nobody tells it', async () => {
    await service.database.outboxMessage.updateMany({ data: { state: 'waiting', dueAt: new Date() } });
    await service.pass(MINUTE + 1_000);
    await until(
      async () => system.requests.length,
      (count) => count === 2,
    );
  });

  test('begins a new history before its own grows long', async () => {
    const { runId } = await dispatcher().describe();
    await service.pass(220 * MINUTE);
    expect((await dispatcher().describe()).runId).not.toBe(runId);
    expect(await rounds(runId)).toBe(200);
  });

  test('leaves a history that every other worker can take up', async () => {
    expect(await replayErrors(service, [outboxWorkflowId(service.taskQueue)])).toEqual({});
  });
});
