import { quorumOf, type Quorum } from '../procedure/quorum';
import { refuse, type Refusal } from '../refusal';
import type { DecisionTaken, PeriodicState } from './state';
import { clauseFor, typeOf } from './types';

/** Questions that the rules ask of a simpler meeting's state. */

export function isDue({ due }: PeriodicState, personId: string): boolean {
  return due.some((member) => member.personId === personId);
}

/** Checked in, and not gone again. */
export function isPresent({ attendance }: PeriodicState, personId: string): boolean {
  const one = attendance[personId];
  return one !== undefined && one.checkedInAt !== null && one.leftAt === null;
}

export function presentMembers(state: PeriodicState): string[] {
  return state.due.map(({ personId }) => personId).filter((person) => isPresent(state, person));
}

/** The quorum by the meeting's type. */
export function quorumNow(state: PeriodicState): Quorum {
  const due = state.due.map(({ personId }) => personId);
  const attendance = { due, checkedIn: presentMembers(state), left: [], recused: [] };
  return quorumOf(attendance, typeOf(state.type).quorum.threshold);
}

export function passedDecisions({ decisions }: PeriodicState): DecisionTaken[] {
  return decisions.filter(({ verdict }) => verdict.passed);
}

/** Null when there are enough, by the meeting's type; the arithmetic goes with the refusal. */
export function judgeQuorum(state: PeriodicState): Refusal | null {
  const { quorate, due, present, needed } = quorumNow(state);
  const clause = clauseFor(state.type, typeOf(state.type).quorum.source);
  return quorate ? null : refuse('periodic.no-quorum', clause, { due, present, needed });
}

/** Everybody named in the meeting: they may read it and are told of it. */
export function participantsOf({ due, chair, recorder }: PeriodicState): string[] {
  return [...new Set([...due.map(({ personId }) => personId), chair, recorder])];
}
