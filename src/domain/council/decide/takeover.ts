import { civilDateOf, endOfDay, type CivilDate, type Instant } from '../../calendar/civil-date';
import type { Context, Decision, Standing, VoteCounts } from '../../procedure/model';
import { isRefusal, refuse, type Refusal } from '../../refusal';
import type { CouncilAction } from '../actions';
import { evolve } from '../evolve';
import { judge } from '../judge';
import { openVote } from '../reading';
import type { Channel, CouncilEvent, CouncilState, VoteMethod } from '../state';
import type { Question } from '../vote';

/** What was done on paper before the council came here: its notice, and its sitting where there was one, with the proofs. */
export interface PaperRecord {
  readonly reason: string;
  /** Scans of the notice, the attendance list and the record. */
  readonly proofs: readonly { readonly fileId: string }[];
  readonly notice: {
    readonly issuedAt: string;
    readonly meetingAt: string;
    readonly place: string;
    readonly postings: readonly {
      readonly channel: Channel;
      readonly location: string;
      readonly postedOn: CivilDate;
    }[];
  };
  readonly sitting?: PaperSitting | undefined;
}

export interface PaperSitting {
  readonly openedAt: string;
  readonly closedAt: string;
  readonly present: readonly { readonly personId: string }[];
  readonly votes: readonly {
    /** The place of the item on the agenda, from 1. */
    readonly item: number;
    readonly question: Question;
    readonly method: Exclude<VoteMethod, 'open-ballot'>;
    readonly counts: VoteCounts;
    readonly postponeTo?: CivilDate | undefined;
  }[];
}

/** What a paper record dates, by its field. */
export type DatedField = 'notice.issuedAt' | 'notice.postings' | 'sitting.openedAt' | 'sitting.closedAt';

interface Dated {
  readonly field: DatedField;
  readonly at: Instant;
}

/** Carries out an action as `decide` does; given by whoever knows all actions. */
export type DecideAction = (
  action: CouncilAction,
  state: CouncilState,
  input: object,
  context: Context,
) => Decision<CouncilEvent> | Refusal;

/**
 * Takes a council over that was begun on paper, at the stage it has reached. Each thing that was done is judged by the same rules, at the
 * moment it was done: what was not lawful then is refused with its clause, and nothing is taken over.
 */
export function takeOver(
  begun: Decision<CouncilEvent>,
  paper: PaperRecord,
  { decide, context }: { decide: DecideAction; context: Context },
): Decision<CouncilEvent> | Refusal {
  const events: CouncilEvent[] = [...begun.events];
  const agenda = [...(begun.agenda ?? [])];
  let state = events.reduce<CouncilState | null>(evolve, null);
  if (!state) throw new Error('nothing was begun');
  let steps = 0;
  let last = 0;
  const act: Act = (action, { field, at }, input) => {
    if (!state) return null;
    if (Number.isNaN(at) || at > context.now) return refuse('council.paper-in-the-future', null, { field });
    if (at < last) return refuse('council.paper-out-of-order', null, { field });
    last = at;
    const actor = onPaper(state, context.actor);
    const judged = judge(action, state, actor, at);
    if (judged) return judged;
    const step = (steps += 1);
    const then = {
      ...context,
      actor,
      now: at,
      today: civilDateOf(at),
      id: (label: string) => context.id(`paper-${step}-${label}`),
    };
    const decision = decide(action, state, input, then);
    if (isRefusal(decision)) return decision;
    events.push(...decision.events);
    agenda.push(...(decision.agenda ?? []));
    state = decision.events.reduce<CouncilState>(evolve, state);
    return null;
  };
  const refused =
    playNotice(paper, { act, now: context.now }, () => state as CouncilState) ??
    playSitting(paper, act, () => state as CouncilState);
  if (refused) return refused;
  const { now: at, actor } = context;
  const proofs = paper.proofs.map(({ fileId }) => fileId);
  events.push({ type: 'taken-over', data: { reason: context.keep(paper.reason), proofs, by: actor.personId, at } });
  const params = { stage: (state as CouncilState).stage };
  const notice = { kind: 'council-taken-over', clause: null, roles: ['supervision-committee'], params } as const;
  return { events, agenda, notices: [...(begun.notices ?? []), notice] };
}

type Act = (action: CouncilAction, when: Dated, input: object) => Refusal | null;

function playNotice(
  { notice }: PaperRecord,
  { act, now }: { act: Act; now: Instant },
  state: () => CouncilState,
): Refusal | null {
  const issuedAt = Date.parse(notice.issuedAt);
  const { meetingAt, place, postings } = notice;
  const channels = postings.map(({ channel, location }) => ({ channel, location }));
  const refused = act('issue-notice', { field: 'notice.issuedAt', at: issuedAt }, { meetingAt, place, channels });
  if (refused) return refused;
  const ids = (state().notice?.postings ?? []).map(({ id }) => id);
  const posted = ids.map((postingId, index) => ({ postingId, postedOn: postings[index]!.postedOn }));
  for (const { postingId, postedOn } of [...posted].sort((one, other) => one.postedOn.localeCompare(other.postedOn))) {
    const at = Math.min(Math.max(issuedAt, endOfDay(postedOn) - 1), Date.parse(meetingAt), now);
    const wrong = act('confirm-posting', { field: 'notice.postings', at }, { postingId, postedOn, note: PROOF });
    if (wrong) return wrong;
  }
  return null;
}

/** The note of a posting that was confirmed on paper: the scans are the proof. */
const PROOF = '见所附扫描件 / see the scans';

function playSitting({ sitting }: PaperRecord, act: Act, state: () => CouncilState): Refusal | null {
  if (!sitting) return null;
  const opening: Dated = { field: 'sitting.openedAt', at: Date.parse(sitting.openedAt) };
  for (const { personId } of sitting.present) {
    const wrong = act('check-in', opening, { personId });
    if (wrong) return wrong;
  }
  const opened = act('open-sitting', opening, {});
  if (opened) return opened;
  for (const { item, counts, ...put } of sitting.votes) {
    const itemId = state().items[item - 1]?.id;
    if (!itemId) return refuse('council.unknown-item', null, { itemId: String(item) });
    const wrong = act('put-to-vote', opening, { itemId, ...put });
    if (wrong) return wrong;
    const closed = act('close-vote', opening, { voteId: openVote(state())?.vote.id, counts });
    if (closed) return closed;
  }
  return act('close-sitting', { field: 'sitting.closedAt', at: Date.parse(sitting.closedAt) }, {});
}

/** Whoever takes it over enters what others did: roles are not judged again, stages, times and facts are. */
function onPaper({ officers }: CouncilState, { accountId }: Standing): Standing {
  return { accountId, personId: officers.chair, roles: ['staff', 'secretary', 'chair', 'recorder'] };
}
