import { spawn } from 'node:child_process';
import path from 'node:path';
import { PASSWORD } from './support/api';
import { startService, type Service } from './support/service';

describe('the example of the README', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service?.close());

  it('walks a first council in real time and leaves its result on the board', async () => {
    const { code, output } = await run([
      path.resolve(__dirname, '../examples/first-council.js'),
      PASSWORD,
      service.url,
    ]);
    expect(output).toContain('council.before-announced-time');
    expect(output).toContain('赞成 4 / 到会 5，需达到 4 → 通过');
    expect(code).toBe(0);
    const paper = /\/board\/papers\/[\w-]+/.exec(output)?.[0];
    expect((await service.anonymous.get(paper ?? '')).body.title).toBe('三单元楼道堆物');
  });
});

function run(args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => resolve({ code, output }));
  });
}
