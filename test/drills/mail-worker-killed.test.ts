import path from 'node:path';
import type { Connection } from '@temporalio/client';
import { startCouncil, signInCast } from '../support/council';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { temporaryFolders } from '../support/folders';
import { deathOverMail } from '../support/killable-service';
import { bundleInto, startKilledServices, type KilledServices } from '../support/killed-services';
import { startMailServer, type TestMailServer } from '../support/mail-server';
import { untilAll } from '../support/outbox';
import { patientCast } from '../support/patient';
import { startService, type Service } from '../support/service';

/** The process that takes requests writes into the outbox and sends nothing. */
const NOBODY = { send: () => Promise.reject(new Error('only the worker sends')) };

const newFolder = temporaryFolders();
let mail: TestMailServer;
let database: TestDatabase;
let service: Service;
let workers: KilledServices;
beforeAll(async () => {
  const folder = await newFolder();
  mail = await startMailServer();
  database = await createTestDatabase();
  service = await startService({ databaseUrl: database.url, ownWorker: false, outbox: { senders: { mail: NOBODY } } });
  workers = startKilledServices({
    databaseUrl: database.url,
    address: (service.temporal.connection as Connection).options.address,
    namespace: 'default',
    taskQueue: service.taskQueue,
    bundle: await bundleInto(folder),
    deaths: path.join(folder, 'deaths'),
    moments: [],
    steps: '',
    mailServer: mail.url,
  });
});
afterAll(async () => {
  await workers?.stop();
  await service?.close();
  await database?.drop();
  await mail?.stop();
});

test('a mail that the server took from a worker who died over it goes out again as the same mail', async () => {
  const cast = patientCast(await signInCast(service));
  await cast.chair.put('/api/me/contact', { email: 'zhou.min@example.cn' });
  await startCouncil(cast);
  const [row] = await untilAll(service, 'mail', 'sent');
  expect(workers.deaths()).toEqual([deathOverMail(row!.id)]);
  expect(row).toMatchObject({ attempts: 2, state: 'sent' });
  const ids = mail.mails.map(({ headers }) => headers['message-id']);
  expect(ids).toEqual([`<${row!.id}@office.example.cn>`, `<${row!.id}@office.example.cn>`]);
});
