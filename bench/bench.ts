import { cpus, totalmem } from 'node:os';
import * as agenda from './agenda/section';
import * as ballots from './ballots/section';
import * as council from './council/section';
import * as midnight from './midnight/section';
import * as overdueList from './overdue-list/section';
import * as pwcMeeting from './pwc-meeting/section';
import * as secondStart from './second-start/section';
import * as waiting from './waiting/section';
import { progress, type Flags, type Section } from './measure/report';

/**
 * `npm run bench`: measures, and prints one JSON document. `npm run bench -- council` measures one section; `--name=number` changes how
 * much is measured (docs/bench.md). It is never a test: whether a target is met is said, and nothing fails by it.
 */
const SECTIONS: Readonly<Record<string, Section>> = {
  council,
  ballots,
  'overdue-list': overdueList,
  agenda,
  'pwc-meeting': pwcMeeting,
  'second-start': secondStart,
  waiting,
  midnight,
};

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const wanted = words.filter((word) => !word.startsWith('--'));
  const unknown = wanted.find((name) => !Object.hasOwn(SECTIONS, name));
  if (unknown) throw new Error(`no section ${unknown}; there are: ${Object.keys(SECTIONS).join(', ')}`);
  const flags = flagsIn(words);
  const sections: Record<string, object> = {};
  for (const name of wanted.length > 0 ? wanted : Object.keys(SECTIONS)) {
    progress(`--- ${name}`);
    sections[name] = await SECTIONS[name]!.run(flags);
  }
  process.stdout.write(`${JSON.stringify({ machine: machine(), sections }, null, 2)}\n`);
}

function flagsIn(words: readonly string[]): Flags {
  return {
    number(name, standard) {
      const word = words.find((one) => one.startsWith(`--${name}=`));
      const value = word === undefined ? standard : Number(word.slice(name.length + 3));
      if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} takes a whole number from 1`);
      return value;
    },
  };
}

function machine() {
  const all = cpus();
  return {
    cores: all.length,
    processor: all[0]?.model,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    at: new Date().toISOString(),
  };
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    progress(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
