import { generateKeyPairSync } from 'node:crypto';
import { Client } from 'pg';
import { pino } from 'pino';
import { readLog } from '../../src/adapters/postgres/event-row';
import { postgresHeads } from '../../src/adapters/postgres/heads';
import { checkHeads } from '../../src/commands/audit/check-heads';
import { readKeptHeads } from '../../src/commands/audit/kept-heads';
import { readLogKeys, type LogKeys } from '../../src/commands/audit/log-keys';
import { signHeads } from '../../src/commands/audit/sign-heads';
import { startHeadSigning } from '../../src/head-signing';
import { act, signInCast, startCouncil, type Cast } from '../support/council';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { narrowBody } from '../support/narrow-council';
import { until } from '../support/patient';
import { startService, type Service } from '../support/service';

const DAY = 86_400_000;
const pair = generateKeyPairSync('ed25519');
const PRIVATE = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const PUBLIC = pair.publicKey.export({ type: 'spki', format: 'pem' }) as string;
const keys = readLogKeys(PRIVATE) as LogKeys;
const signing = keys.signing!;

let testDatabase: TestDatabase;
let service: Service;
let owner: Client;
let cast: Cast;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  service = await startService({ databaseUrl: testDatabase.url, logKeys: keys });
  owner = new Client({ connectionString: testDatabase.url });
  await owner.connect();
  cast = await signInCast(service);
});
afterAll(async () => {
  await owner?.end();
  await service?.close();
  await testDatabase?.drop();
});

const heads = () => postgresHeads(service.database);
const check = async (id: string, kept = [] as Parameters<typeof checkHeads>[1], believed = keys) =>
  checkHeads(await readLog(service.database, id), [...(await heads().of(id)), ...kept], believed);
const cancel = (id: string) => act(cast.secretary, id, 'cancel', { reason: '议题已由上级统一安排' });

describe('keys that sign the ends of logs', () => {
  test('are Ed25519 keys as PEM, or its base64; public ones only check', () => {
    expect(readLogKeys(Buffer.from(PRIVATE).toString('base64'))?.signing?.keyId).toBe(signing.keyId);
    expect(readLogKeys(PUBLIC)).toMatchObject({ signing: null });
    expect([...readLogKeys(PUBLIC)!.trusted.keys()]).toEqual([signing.keyId]);
  });

  test('a new key signs, and the public half of the old one is still believed', () => {
    const newer = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const ring = readLogKeys(`${newer}\n${PUBLIC}`)!;
    expect(ring.signing?.keyId).not.toBe(signing.keyId);
    expect([...ring.trusted.keys()]).toEqual([ring.signing?.keyId, signing.keyId]);
  });

  test.each([
    ['nothing', ''],
    ['no key', 'secret'],
    ['a key with something beside it', `${PRIVATE}and more`],
    [
      'a key of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    ],
  ])('%s is refused', (_, text) => expect(readLogKeys(text)).toBeNull());
});

describe('the ends of logs', () => {
  test('are signed at once when a procedure has ended, and once a day while it moves', async () => {
    const id = await startCouncil(cast, narrowBody());
    const now = Date.now();
    expect(await signHeads(heads(), signing, now)).toEqual({ signed: 1, faults: [] });
    expect(await signHeads(heads(), signing, now + 2 * DAY)).toEqual({ signed: 0, faults: [] });
    const meetingAt = new Date(now + 600_000).toISOString();
    await act(cast.staff, id, 'issue-notice', { meetingAt, place: '社区议事厅', channels: [] });
    expect(await signHeads(heads(), signing, now + DAY - 1)).toEqual({ signed: 0, faults: [] });
    expect(await signHeads(heads(), signing, now + DAY)).toEqual({ signed: 1, faults: [] });
    await cancel(id);
    expect(await signHeads(heads(), signing, now + DAY + 1)).toEqual({ signed: 1, faults: [] });
    expect(await heads().of(id)).toHaveLength(3);
    expect(await check(id)).toBeNull();
  });

  test('are published for everybody, with the public keys, and can be held against the log without the service', async () => {
    const { status, body } = await service.anonymous.get('/board/heads.json');
    expect(status).toBe(200);
    expect(body).toMatchObject({ keys: [{ keyId: signing.keyId, publicKey: PUBLIC }], next: null });
    expect(Object.keys(body.items[0]).sort()).toEqual(['at', 'hash', 'keyId', 'procedureId', 'seq', 'signature']);
    const kept = readKeptHeads(JSON.stringify(body));
    for (const { procedureId } of kept.heads) {
      const theirs = kept.heads.filter((head) => head.procedureId === procedureId);
      expect(checkHeads(await readLog(service.database, procedureId), theirs, kept.keys)).toBeNull();
    }
    const later = await service.anonymous.get(`/board/heads.json?since=${encodeURIComponent(body.items.at(-1).at)}`);
    expect(later.body.items).toEqual(body.items.slice(-1));
  });

  test('cannot be changed or removed, whatever somebody is allowed', async () => {
    for (const statement of [`UPDATE signed_head SET hash = ''`, 'DELETE FROM signed_head', 'TRUNCATE signed_head']) {
      await expect(owner.query(statement)).rejects.toThrow('append-only');
      await expect(service.database.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied|append-only/);
    }
  });

  test('are not believed from an unknown key, nor with a signature that does not fit', async () => {
    const id = await startCouncil(cast, narrowBody());
    await signHeads(heads(), signing, Date.now());
    const [head] = await heads().of(id);
    const other = readLogKeys(
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) as string,
    )!;
    expect(await check(id, [], other)).toMatchObject({ code: 'head-of-unknown-key', found: signing.keyId });
    const forged = { ...head!, hash: 'a'.repeat(64) };
    expect(await check(id, [forged])).toEqual({ code: 'head-not-genuine', place: `signed_head/${head!.seq}` });
  });

  test('a log that was cut off, with its row and its signatures, is found out by a kept copy', async () => {
    const id = await startCouncil(cast, narrowBody());
    await cancel(id);
    await signHeads(heads(), signing, Date.now());
    const kept = await heads().of(id);
    await owner.query(`SET session_replication_role = 'replica'`);
    await owner.query('DELETE FROM signed_head WHERE "procedureId" = $1', [id]);
    await owner.query(`DELETE FROM event WHERE "procedureId" = $1 AND type = 'council-cancelled'`, [id]);
    await owner.query(`SET session_replication_role = 'origin'`);
    expect(await check(id)).toBeNull();
    expect(await check(id, kept)).toMatchObject({ code: 'head-not-in-log', expected: kept[0]!.hash });
  });

  test('a log that is not whole is not signed, and named', async () => {
    const id = await startCouncil(cast, narrowBody());
    await owner.query(`SET session_replication_role = 'replica'`);
    await owner.query(`UPDATE event SET "actorId" = NULL WHERE "procedureId" = $1 AND seq = 1`, [id]);
    await owner.query(`SET session_replication_role = 'origin'`);
    const { faults } = await signHeads(heads(), signing, Date.now());
    expect(faults).toContainEqual({
      procedureId: id,
      fault: expect.objectContaining({ code: 'event-changed', place: 'event 1' }),
    });
    expect(await heads().of(id)).toEqual([]);
  });

  test('are signed by workers as they run, two side by side no more than once', async () => {
    const id = await startCouncil(cast, narrowBody());
    const log = pino({ level: 'silent' });
    const running = [1, 2].map(() => startHeadSigning({ database: service.database, keys, log }, 20));
    await until(
      () => heads().of(id),
      ({ length }) => length === 1,
    );
    await Promise.all(running.map(({ close }) => close()));
    expect(await heads().of(id)).toHaveLength(1);
  });

  test('are counted in /metrics where an ended procedure waits for longer than an hour', async () => {
    const id = await startCouncil(cast, narrowBody());
    await cancel(id);
    await service.database.procedure.update({ where: { id }, data: { closedAt: new Date(Date.now() - 3_700_000) } });
    expect(String((await service.anonymous.get('/metrics')).body)).toMatch(/^guicheng_heads_unsigned [1-9]\d*$/m);
  });
});
