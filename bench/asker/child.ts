import { randomUUID } from 'node:crypto';
import { Agent, request as send } from 'node:http';
import { atOnce, timed } from '../measure/statistics';
import type { Asked, Batch, Question } from './asker';

/** A process that asks a service over HTTP, on connections that stay open: its own time is not the service's. */
const agent = new Agent({ keepAlive: true, maxSockets: 100 });

async function askAll({ url, width, questions }: Batch): Promise<Asked> {
  const { result, ms } = await timed(() => atOnce(width, questions, (question) => timed(() => ask(url, question))));
  return { totalMs: ms, eachMs: result.map((one) => one.ms) };
}

function ask(url: string, { method, path, cookie, body }: Question): Promise<void> {
  const content = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    ...(cookie && { Cookie: cookie }),
    ...(content && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(content) }),
    ...(method === 'POST' && { 'Idempotency-Key': randomUUID() }),
  };
  return new Promise((resolve, reject) => {
    const sent = send(url + path, { method, headers, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).once('error', reject);
      answer.once('end', () => {
        if (answer.statusCode! < 300) resolve();
        else reject(new Error(`${method} ${path}: ${answer.statusCode} ${Buffer.concat(parts).toString()}`));
      });
    });
    sent.once('error', reject).end(content);
  });
}

process.on('message', (batch: Batch) => {
  askAll(batch).then(
    (asked) => process.send!(asked),
    (error: Error) => process.send!({ failed: error.message }),
  );
});
// Whoever started it has ended.
process.once('disconnect', () => process.exit());
