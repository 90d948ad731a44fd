import path from 'node:path';
import { copyIn } from '../../src/adapters/postgres/backup/copy-in';
import { copyOut } from '../../src/adapters/postgres/backup/copy-out';
import { openDatabase } from '../../src/adapters/postgres/database';
import { startCouncil } from '../support/council';
import { createTestDatabase } from '../support/database';
import { temporaryFolders } from '../support/folders';
import { startPost, untilAll } from '../support/outbox';

const newFolder = temporaryFolders();

test('after a restore mail that waited goes out, and a text message that waited is for people to decide', async () => {
  const [original, copy] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const post = await startPost({ databaseUrl: original.url });
  const database = openDatabase(copy.url);
  try {
    await post.cast.chair.put('/api/me/contact', { email: 'zhou.min@example.cn', mobile: '13812345678' });
    await startCouncil(post.cast);
    await untilAll(post.service, 'sms', 'sent');
    await untilAll(post.service, 'mail', 'sent');
    await post.service.stopWorker();
    await post.service.database.outboxMessage.updateMany({ data: { state: 'waiting', dueAt: new Date() } });
    const folder = path.join(await newFolder(), 'backup');
    await copyOut(original.url, folder);
    await copyIn(copy.url, folder);
    const rows = await database.outboxMessage.findMany({ select: { channel: true, state: true, reason: true } });
    expect(rows).toEqual(
      expect.arrayContaining([
        { channel: 'mail', state: 'waiting', reason: null },
        { channel: 'sms', state: 'uncertain', reason: 'restored' },
        { channel: 'webhook', state: 'waiting', reason: null },
      ]),
    );
  } finally {
    await post.close();
    await database.$disconnect();
    await Promise.all([original.drop(), copy.drop()]);
  }
});
