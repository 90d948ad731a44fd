import type { Instant } from '../../domain/calendar/civil-date';
import type { Heads, UnsignedHead } from '../../ports/heads';
import { GENESIS } from '../chain';
import { checkLinks } from './check-chain';
import type { Fault } from './fault';
import { signHead, type LogKeys } from './log-keys';

const DAY_MS = 24 * 60 * 60_000;
const AT_A_TIME = 200;

/**
 * Signs the ends of logs: of procedures that have ended, and once a day of open ones that have moved on. Nothing is signed that does not
 * follow, event by event, from what was signed before: that log is named with what is wrong with it.
 */
export async function signHeads(
  heads: Heads,
  key: NonNullable<LogKeys['signing']>,
  at: Instant,
): Promise<{ signed: number; faults: { procedureId: string; fault: Fault }[] }> {
  const faults: { procedureId: string; fault: Fault }[] = [];
  const found = await heads.unsigned(at - DAY_MS, AT_A_TIME);
  for (const one of found) {
    const fault = await whyNot(heads, one);
    if (fault) faults.push({ procedureId: one.id, fault });
    else await heads.put(signHead({ procedureId: one.id, seq: one.version, hash: one.headHash, at }, key));
  }
  return { signed: found.length - faults.length, faults };
}

async function whyNot(heads: Heads, { id, version, headHash, signed }: UnsignedHead): Promise<Fault | null> {
  const after = signed ?? { seq: 0, hash: GENESIS };
  const events = await heads.events(id, after.seq, version);
  const fault = checkLinks(id, events, after);
  if (fault) return fault;
  const last = events.at(-1) ?? after;
  if (last.seq !== version) return { code: 'event-missing', place: `event ${last.seq + 1}` };
  if (last.hash === headHash) return null;
  return { code: 'head-differs', place: 'procedure/headHash', expected: last.hash, found: headHash };
}
