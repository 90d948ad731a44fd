import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { Connection } from '@temporalio/client';
import { loadConfig } from '../../src/config';
import { findTemporalCli } from '../../src/embedded/binaries';
import { answers, freePort } from '../../src/embedded/port';
import { isRunning, readRecord, writeRecord, recordOf } from '../../src/embedded/process-record';
import { recordFile, startTemporal, type EmbeddedTemporal, type TemporalOptions } from '../../src/embedded/temporal';
import { temporaryFolders } from '../support/folders';
import { killedRun } from '../support/killed-run';

const newFolder = temporaryFolders();
let running: EmbeddedTemporal | undefined;
let occupant: Server | undefined;

afterEach(async () => {
  await running?.stop();
  occupant?.close();
  running = occupant = undefined;
});

async function optionsFor(dataDir: string): Promise<TemporalOptions> {
  const cli = await findTemporalCli(loadConfig().TEMPORAL_CLI_PATH);
  return { cli, dataDir, port: await freePort() };
}

async function start(options: TemporalOptions): Promise<EmbeddedTemporal> {
  running = await startTemporal(options);
  return running;
}

async function withConnection<T>(address: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

describe('the embedded Temporal server', () => {
  test("knows Guicheng's search attributes and keeps finished workflows for 30 days", async () => {
    const { address } = await start({ ...(await optionsFor(await newFolder())), persistent: false });
    await withConnection(address, async ({ workflowService, operatorService }) => {
      const { config } = await workflowService.describeNamespace({ namespace: 'default' });
      expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 24 * 60 * 60);
      const { customAttributes } = await operatorService.listSearchAttributes({ namespace: 'default' });
      expect(Object.keys(customAttributes ?? {})).toEqual(
        expect.arrayContaining(['GuichengKind', 'GuichengOrganisation']),
      );
    });
  });

  test('tells its web page where to have payloads decrypted', async () => {
    const [options, uiPort] = [await optionsFor(await newFolder()), await freePort()];
    const codecEndpoint = 'http://127.0.0.1:3000/api/temporal-codec';
    const { uiUrl } = await start({ ...options, uiPort, codecEndpoint, persistent: false });
    const settings = await (await fetch(`${uiUrl}/api/v1/settings`)).json();
    expect(settings).toMatchObject({ Codec: { Endpoint: codecEndpoint } });
  });

  test('keeps its workflows from stop to start', async () => {
    const options = await optionsFor(await newFolder());
    const workflow = { namespace: 'default', workflowId: 'kept', workflowType: { name: 'none' } };
    const first = await start(options);
    await withConnection(first.address, ({ workflowService }) =>
      workflowService.startWorkflowExecution({ ...workflow, requestId: 'once', taskQueue: { name: 'nobody' } }),
    );
    await first.stop();
    expect(await answers(options.port)).toBe(false);
    const second = await start(options);
    const { workflowExecutionInfo } = await withConnection(second.address, ({ workflowService }) =>
      workflowService.describeWorkflowExecution({ namespace: 'default', execution: { workflowId: 'kept' } }),
    );
    expect(workflowExecutionInfo?.type?.name).toBe('none');
  });

  test('ends a server that outlived its killed run, and says so', async () => {
    const [options, lines] = [await optionsFor(await newFolder()), [] as string[]];
    await killedRun('src/embedded/temporal.ts', 'startTemporal', options);
    const left = (await readRecord(recordFile(options.dataDir)))!;
    expect(isRunning(left)).toBe(true);
    await start({ ...options, log: (line) => lines.push(line) });
    expect(isRunning(left)).toBe(false);
    expect(lines).toEqual([expect.stringContaining('Ending a Temporal server that an earlier run left behind')]);
  });

  test('takes no other program for a server that was left behind, though it has its process number', async () => {
    const options = await optionsFor(await newFolder());
    const neighbour = recordOf(process.ppid)!;
    await writeRecord(recordFile(options.dataDir), { pid: neighbour.pid, startedAt: 'some other day' });
    await start({ ...options, persistent: false });
    expect(isRunning(neighbour)).toBe(true);
  });

  test.each([
    ['port', 'TEMPORAL_PORT'],
    ['uiPort', 'TEMPORAL_UI_PORT'],
  ])('a taken %s is named, with the setting %s that chooses another', async (name, setting) => {
    occupant = createServer().listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const { port } = occupant.address() as { port: number };
    const attempt = start({ ...(await optionsFor(await newFolder())), [name]: port });
    await expect(attempt).rejects.toThrow(new RegExp(`${port}.*${setting}`));
    expect(await answers(port)).toBe(true);
  });
});
