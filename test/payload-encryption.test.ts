import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError, loadConfig } from '../src/config';
import { StartError } from '../src/embedded/start-error';
import { dataConverterOf, withPayloadKeys } from '../src/payload-encryption';
import { temporaryFolders } from './support/folders';

const newFolder = temporaryFolders();
const SECRET = Buffer.alloc(32, 7).toString('base64');
const ELSEWHERE = { TEMPORAL_ADDRESS: 'temporal.example:7233' };

const idsOf = ({ TEMPORAL_PAYLOAD_KEYS }: { TEMPORAL_PAYLOAD_KEYS: readonly { id: string }[] | undefined }) =>
  TEMPORAL_PAYLOAD_KEYS?.map(({ id }) => id);

describe('with the embedded Temporal server', () => {
  test('a key is made once, and kept in a file of the data folder that only its owner may read', async () => {
    const GUICHENG_DATA_DIR = path.join(await newFolder(), 'data');
    const config = await withPayloadKeys(loadConfig({ GUICHENG_DATA_DIR }));
    expect(idsOf(config)).toEqual(['local']);
    const file = path.join(GUICHENG_DATA_DIR, 'temporal-payload-keys');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const again = await withPayloadKeys(loadConfig({ GUICHENG_DATA_DIR }));
    expect(again.TEMPORAL_PAYLOAD_KEYS?.[0]?.secret.equals(config.TEMPORAL_PAYLOAD_KEYS![0]!.secret)).toBe(true);
  });

  test('what lies in the file has the form of the setting, so that keys can be changed there too', async () => {
    const GUICHENG_DATA_DIR = await newFolder();
    await withPayloadKeys(loadConfig({ GUICHENG_DATA_DIR }));
    const file = path.join(GUICHENG_DATA_DIR, 'temporal-payload-keys');
    await writeFile(file, `next:${SECRET},${await readFile(file, 'utf8')}\n`);
    expect(idsOf(await withPayloadKeys(loadConfig({ GUICHENG_DATA_DIR })))).toEqual(['next', 'local']);
  });

  test('a file that holds no keys stops the start and is named, its content is not', async () => {
    const GUICHENG_DATA_DIR = await newFolder();
    await writeFile(path.join(GUICHENG_DATA_DIR, 'temporal-payload-keys'), 'hunter2');
    const start = withPayloadKeys(loadConfig({ GUICHENG_DATA_DIR }));
    await expect(start).rejects.toThrow(StartError);
    await expect(start).rejects.toThrow(/temporal-payload-keys.*TEMPORAL_PAYLOAD_KEYS/);
    await expect(start).rejects.not.toThrow(/hunter2/);
  });

  test('keys that are configured are used, and none is made', async () => {
    const GUICHENG_DATA_DIR = await newFolder();
    const TEMPORAL_PAYLOAD_KEYS = `mine:${SECRET}`;
    expect(idsOf(await withPayloadKeys(loadConfig({ GUICHENG_DATA_DIR, TEMPORAL_PAYLOAD_KEYS })))).toEqual(['mine']);
    await expect(stat(path.join(GUICHENG_DATA_DIR, 'temporal-payload-keys'))).rejects.toThrow('ENOENT');
  });
});

describe('with a Temporal server of its own', () => {
  test('no start without keys: the setting is named, and how to make one', async () => {
    const start = withPayloadKeys(loadConfig(ELSEWHERE));
    await expect(start).rejects.toThrow(ConfigError);
    await expect(start).rejects.toThrow(
      /TEMPORAL_PAYLOAD_KEYS: .*randomBytes\(32\).*TEMPORAL_PAYLOAD_ENCRYPTION=false/,
    );
    expect(() => dataConverterOf(loadConfig(ELSEWHERE))).toThrow(ConfigError);
  });

  test('it starts in the clear only when told so', async () => {
    const config = await withPayloadKeys(loadConfig({ ...ELSEWHERE, TEMPORAL_PAYLOAD_ENCRYPTION: 'false' }));
    const [codec] = dataConverterOf(config).payloadCodecs!;
    const plain = { metadata: {}, data: Buffer.from('plain') };
    expect(await codec!.encode([plain])).toEqual([plain]);
  });

  test('it encrypts with the first of its keys', async () => {
    const config = loadConfig({ ...ELSEWHERE, TEMPORAL_PAYLOAD_KEYS: `new:${SECRET},old:${SECRET}` });
    const [codec] = dataConverterOf(await withPayloadKeys(config)).payloadCodecs!;
    const [sealed] = await codec!.encode([{ metadata: {}, data: Buffer.from('plain') }]);
    expect(Buffer.from(sealed!.metadata!['encryption-key-id']!).toString()).toBe('new');
  });
});
