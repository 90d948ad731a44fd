import { civilDateOf, addDays } from '../../../src/domain/calendar/civil-date';
import type { AgendaItem, CouncilState } from '../../../src/domain/council/state';
import type { Council } from '../../support/council-domain';
import type { Tried } from './random-walk';

/* The law said again from the regulation and its readings, not from the code: what each act that succeeded must have found. */

const present = ({ due, sitting }: CouncilState): string[] =>
  due
    .map(({ personId }) => personId)
    .filter((personId) => sitting?.attendance[personId]?.checkedInAt && !sitting.attendance[personId].leftAt);

/** Reading 3: those who stand aside are not there for the item. */
function presentFor(state: CouncilState, item: AgendaItem): string[] {
  const aside = item.recusals.map(({ personId }) => personId);
  return present(state).filter((personId) => !aside.includes(personId));
}

const isMoreThanHalf = (number: number, { due }: CouncilState) => 2 * number > due.length;

const itemIn = ({ before, input }: Tried): AgendaItem => {
  const { itemId } = input as { itemId: string };
  return before.items.find(({ id }) => id === itemId)!;
};

const isInMidVote = ({ items }: CouncilState) => items.some(({ votes }) => votes.some(({ verdict }) => !verdict));

/** Two thirds or more of more than half of those due agreed on one of the questions put. */
const isAgreed = ({ votes }: AgendaItem) =>
  votes.some(
    ({ verdict, electors, quorum }) =>
      verdict && 3 * verdict.inFavour >= 2 * electors.length && 2 * electors.length > quorum.due,
  );

/** HDA-11.1.2, HDA-9: the last posting, three clear days, the announced day and hour, more than half. */
export function expectLawfulOpening({ before, now }: Tried): void {
  const { notice, broadInterest } = before;
  const today = civilDateOf(now);
  expect(today).toBe(civilDateOf(notice!.meetingAt));
  expect(now).toBeGreaterThanOrEqual(notice!.meetingAt);
  for (const { confirmation } of notice!.postings) expect(addDays(confirmation!.postedOn, 4) <= today).toBe(true);
  if (broadInterest) expect(notice!.postings.length).toBeGreaterThan(0);
  expect(isMoreThanHalf(present(before).length, before)).toBe(true);
}

/** HDA-11.1.2, reading 3: on the announced day, with more than half left, by one who does not stand aside. */
export function expectLawfulPutting(tried: Tried): void {
  const { before, now, actor } = tried;
  const item = itemIn(tried);
  expect(civilDateOf(now)).toBe(civilDateOf(before.notice!.meetingAt));
  expect(isMoreThanHalf(presentFor(before, item).length, before)).toBe(true);
  expect(item.recusals.map(({ personId }) => personId)).not.toContain(actor.personId);
  expect(isAgreed(item) || isInMidVote(before)).toBe(false);
}

/** Reading 3: enough are there, and too few of them may take part in this item, or nobody who is named may chair it. */
export function expectLawfulReferral(tried: Tried): void {
  const item = itemIn(tried);
  const { officers } = tried.before;
  const isRecused = (person: string) => item.recusals.some(({ personId }) => personId === person);
  const isChaired = !isRecused(officers.chair) || (officers.deputy !== null && !isRecused(officers.deputy));
  expect(isMoreThanHalf(present(tried.before).length, tried.before)).toBe(true);
  expect(isMoreThanHalf(presentFor(tried.before, item).length, tried.before) && isChaired).toBe(false);
  expect(isAgreed(item) || isInMidVote(tried.before)).toBe(false);
}

/** HDA-11.2.1: only what is undecided waits for another sitting. */
export function expectLawfulAdjournment({ before }: Tried): void {
  expect(before.items.some((item) => !isAgreed(item) && item.outcome !== 'referred')).toBe(true);
  expect(isInMidVote(before)).toBe(false);
}

/** Reading 7: no agreement only when it was put whether to adopt, to drop and to postpone. */
export function expectLawfulClosing({ before }: Tried): void {
  expect(isInMidVote(before)).toBe(false);
  for (const item of before.items) {
    if (isAgreed(item) || item.outcome === 'referred') continue;
    expect(new Set(item.votes.map(({ question }) => question))).toEqual(new Set(['adopt', 'drop', 'postpone']));
  }
}

/** HDA-11.3.3: nobody is told before an item passed, nor in the future. */
export function expectLawfulTelling({ before, input, now }: Tried): void {
  const { toldOn, itemIds } = input as { toldOn: string; itemIds: string[] };
  expect(toldOn <= civilDateOf(now)).toBe(true);
  for (const { id, outcome, decidedOn } of before.items) {
    if (itemIds.includes(id))
      expect({ outcome, inTime: toldOn >= decidedOn! }).toEqual({ outcome: 'adopted', inTime: true });
  }
}

/** ACC-6.3: what two thirds resolved is not undone at will. */
export function expectLawfulCancelling({ before }: Tried): void {
  expect(before.items.filter(isAgreed)).toEqual([]);
}

/** HDA-11.2.1: what became of each item is what its votes say. */
export function expectLawfulVotes({ state, events }: Council): void {
  const corrected = events.flatMap((event) => (event.type === 'vote-corrected' ? [event.data.itemId] : []));
  for (const { id, votes, outcome, decidedOn } of state.items) {
    const closed = votes.flatMap(({ verdict, ...vote }) => (verdict ? [{ ...vote, verdict }] : []));
    for (const { verdict, electors, quorum } of closed) {
      expect(verdict.base).toBe(electors.length);
      const isQuorate = 2 * electors.length > quorum.due;
      expect(verdict.passed).toBe(isQuorate && 3 * verdict.inFavour >= 2 * electors.length);
    }
    const passed = closed.filter(({ verdict }) => verdict.passed).map(({ question }) => question);
    const word = { adopt: 'adopted', drop: 'dropped', postpone: 'postponed' } as const;
    const isResolved = outcome !== null && outcome !== 'no-agreement' && outcome !== 'referred';
    // A later question may have passed before a correction showed that the first one had.
    expect(passed.map((question) => word[question])[0] ?? null).toBe(isResolved ? outcome : null);
    // Corrected after the sitting to have failed, it goes up: no further question is put.
    if (outcome === 'no-agreement' && !corrected.includes(id)) expect(closed).toHaveLength(3);
    expect(decidedOn === null).toBe(outcome === null);
    // Each question once; one that turned out to have been put without a quorum may have been put again.
    const put = votes.filter(({ verdict, electors, quorum }) => verdict === null || 2 * electors.length > quorum.due);
    expect(new Set(put.map(({ question }) => question)).size).toBe(put.length);
  }
}
