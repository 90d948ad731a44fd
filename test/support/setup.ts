import { format } from 'node:util';

// What a library prints as an error is a fault of ours until somebody shows otherwise.
const printed: string[] = [];

// The server that skips time finds the client's signs of life too many once a walk lasts minutes; the client then sends fewer by itself.
const HARMLESS = /rejected by server because of excess pings/;

// oxlint-disable-next-line no-console -- this is the one place that replaces it
console.error = (...words: unknown[]) => {
  const text = format(...words);
  if (!HARMLESS.test(text)) printed.push(text);
};

function failOnErrors(): void {
  const errors = printed.splice(0);
  if (errors.length > 0) throw new Error(`console.error was called:\n${errors.join('\n')}`);
}

afterEach(failOnErrors);
afterAll(failOnErrors);
