import { format } from 'node:util';

// What a library prints as an error is a fault of ours until somebody shows otherwise.
const printed: string[] = [];

// oxlint-disable-next-line no-console -- this is the one place that replaces it
console.error = (...words: unknown[]) => {
  printed.push(format(...words));
};

function failOnErrors(): void {
  const errors = printed.splice(0);
  if (errors.length > 0) throw new Error(`console.error was called:\n${errors.join('\n')}`);
}

afterEach(failOnErrors);
afterAll(failOnErrors);
