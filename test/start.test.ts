import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../src/config';
import { freePort } from '../src/embedded/port';
import { temporaryFolders } from './support/folders';

const newFolder = temporaryFolders();

/** Runs `npm start` without its build, with these settings alone, until it ends. */
function start(settings: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  const hook = path.join(projectRoot, 'scripts', 'typescript.js');
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...settings };
  const child = spawn(process.execPath, ['--require', hook, path.join(projectRoot, 'src', 'start.ts')], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += String(chunk)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

describe('a start that fails', () => {
  test('says last what failed, and not that everything is well', async () => {
    const { code, output } = await start({ PORT: '7233', TEMPORAL_PORT: '7233' });
    expect(code).toBe(1);
    expect(output.trim().split('\n').slice(-3)).toEqual([
      '因出错而停止 / Stopped because of an error:',
      '配置有误 / The configuration is wrong:',
      expect.stringContaining('PORT and TEMPORAL_PORT are both 7233'),
    ]);
    expect(output).not.toContain('已保存');
  });

  test('on a file where the data folder should be names the setting and what it should be', async () => {
    const file = path.join(await newFolder(), 'data');
    await writeFile(file, '');
    const [PORT, POSTGRES_PORT, TEMPORAL_PORT, TEMPORAL_UI_PORT] = await Promise.all(
      Array.from({ length: 4 }, async () => String(await freePort())),
    );
    const servers = { POSTGRES_PORT, TEMPORAL_PORT, TEMPORAL_UI_PORT, TEMPORAL_CLI_PATH: process.execPath };
    const { code, output } = await start({ PORT, ...servers, GUICHENG_DATA_DIR: file });
    expect(code).toBe(1);
    expect(output.trim().split('\n').at(-1)).toMatch(
      /a file is in its path\. GUICHENG_DATA_DIR should be the path of a folder\.$/,
    );
  });
});
