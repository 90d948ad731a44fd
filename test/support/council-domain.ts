import type { AgendaChange, AgendaEntry } from '../../src/domain/agenda';
import { atTime, civilDateOf, endOfDay, type Instant } from '../../src/domain/calendar/civil-date';
import { HOLIDAYS_2026 } from '../../src/domain/calendar/data/holidays-2026';
import type { CouncilAction } from '../../src/domain/council/actions';
import { council as definition } from '../../src/domain/council/council';
import type { BeginInput } from '../../src/domain/council/decide/begin';
import type { Channel, Choice, CouncilEvent, CouncilState, VoteMethod } from '../../src/domain/council/state';
import type { Question } from '../../src/domain/council/vote';
import type { Role } from '../../src/domain/permissions';
import type {
  Context,
  Decision,
  Notice,
  Standing,
  TextRef,
  VoteCounts,
  Lineage,
  Unattended,
} from '../../src/domain/procedure/model';
import { isRefusal, refuse, type Refusal } from '../../src/domain/refusal';
import { completeRulebook, type RulebookValues } from '../../src/domain/rulebook';

const someone = (personId: string, ...roles: Role[]): Standing => ({
  accountId: `account-${personId}`,
  personId,
  roles,
});

export const STAFF = someone('staff', 'staff');
export const SECRETARY = someone('secretary', 'secretary');
/** Holds no role: what the chair, the deputy and the recorder may do here, they may because the council names them. */
export const CHAIR = someone('chair');
export const DEPUTY = someone('deputy');
export const RECORDER = someone('recorder');
export const SUPERVISOR = someone('supervisor', 'supervision-committee');
export const STRANGER = someone('stranger', 'member', 'resident');

export const member = (number: number): Standing => someone(`member${number}`);

/** The chair and members: so many who are due. */
export const people = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => (index === 0 ? CHAIR.personId : member(index).personId));

export const dueList = (count: number) => people(count).map((personId) => ({ personId, capacity: '居民代表' }));

/** A moment in Asia/Shanghai, `2026-03-06 14:00`; 24:00 is the end of the day. */
export function at(text: string): Instant {
  const [date = '', time = ''] = text.split(' ');
  return time === '24:00' ? endOfDay(date) : atTime(date, time);
}

/** A Monday without a holiday near. */
export const BEGUN = at('2026-03-02 09:00');
/** Four days after the posting: the earliest that three clear days allow. */
export const MEETING = at('2026-03-06 14:00');

export const topic = (changes: Partial<BeginInput> = {}): BeginInput => ({
  title: '小区停车位改造',
  source: 'party-organisation',
  sourceNote: '党组织入户征求意见',
  category: 'HDA-10.4',
  broadInterest: true,
  items: [{ title: '地面停车位重新划线' }, { title: '增设充电桩' }],
  due: dueList(9),
  officers: { chair: CHAIR.personId, deputy: DEPUTY.personId, recorder: RECORDER.personId },
  ...changes,
});

/** A topic that concerns few, with the reason that this needs. */
export const NARROW = { broadInterest: false, narrowReason: '只涉及一个单元' };

export const noticeFor = (meetingAt: Instant, channels: readonly Channel[] = ['window']) => ({
  meetingAt: new Date(meetingAt).toISOString(),
  place: '社区议事厅',
  channels: channels.map((channel) => ({ channel, location: '东门' })),
});

export type Told = Notice & { readonly at: Instant };
export type Result = Decision<CouncilEvent> | Refusal;

/** Where councils sit: the example's community and one of its grids. */
export const COMMUNITY: Lineage = [
  { id: 'district', kind: 'district' },
  { id: 'office', kind: 'subdistrict' },
  { id: 'chunhe', kind: 'community' },
];
export const GRID: Lineage = [...COMMUNITY, { id: 'grid', kind: 'grid' }];

/** What a council looks at when it acts by itself. */
export const unattended = (now: Instant): Unattended => ({ now, today: civilDateOf(now), calendar: HOLIDAYS_2026 });

/** A council kept in memory, with the box of its open vote and everything that people were told. */
export function createCouncil(
  rules: Partial<RulebookValues> = {},
  { lineage = COMMUNITY, entries = [] }: { lineage?: Lineage; entries?: readonly AgendaEntry[] } = {},
) {
  const texts = new Map<string, string>();
  const boxes = new Map<string, Map<string, Choice>>();
  const events: CouncilEvent[] = [];
  const told: Told[] = [];
  let state: CouncilState | null = null;

  const current = (): CouncilState => {
    if (!state) throw new Error('the council has not begun');
    return state;
  };
  const agenda: AgendaChange[] = [];
  const apply = (result: Result, now: Instant): Result => {
    if (isRefusal(result)) return result;
    agenda.push(...(result.agenda ?? []));
    for (const event of result.events) state = definition.evolve(state, event);
    events.push(...result.events);
    told.push(...(result.notices ?? []).map((notice) => ({ ...notice, at: now })));
    return result;
  };
  const contextOf = (actor: Standing, now: Instant): Context => ({
    now,
    today: civilDateOf(now),
    actor,
    calendar: HOLIDAYS_2026,
    keep(text): TextRef {
      texts.set(`digest of ${text}`, text);
      return { evidence: `digest of ${text}` };
    },
    read: ({ evidence }) => texts.get(evidence) ?? null,
    agenda: new Map(entries.map((entry) => [entry.id, entry])),
    roster: [],
    nameOf: () => null,
    tally: state ? { ...count(boxes.get(definition.openBox(state)?.voteId ?? '')), digest: 'digest of the box' } : null,
    id: (label) => `${label}.${events.length}`,
  });
  const putInBox = (input: { personId?: string; choice: Choice }, actor: Standing): Result => {
    const box = definition.openBox(current());
    const voter = input.personId ?? actor.personId;
    if (!box?.electors.includes(voter)) return refuse('vote.not-an-elector', 'HDA-11.2.1');
    boxes.set(box.voteId, new Map(boxes.get(box.voteId)).set(voter, input.choice));
    return { events: [] };
  };
  const runTimers = (until: Instant, nowAt: (timerAt: Instant) => Instant): Told[] => {
    const before = told.length;
    for (let timer = nextTimer(current(), until); timer; timer = nextTimer(current(), until)) {
      const now = nowAt(timer.at);
      const elapsed = definition.elapse(timer.key, current(), unattended(now));
      if (elapsed.events.length === 0) throw new Error(`the timer ${timer.key} would ring for ever`);
      apply(elapsed, now);
    }
    return told.slice(before);
  };

  return {
    get state() {
      return current();
    },
    get events(): readonly CouncilEvent[] {
      return events;
    },
    /** Everything that was changed on agendas. */
    get agenda(): readonly AgendaChange[] {
      return agenda;
    },
    /** The council receives what another body decided. */
    receives: (data: object, now: Instant): Result =>
      apply(definition.receive({ kind: 'agenda-settled', data }, current(), unattended(now)), now),
    get told(): readonly Told[] {
      return told;
    },
    begin(input: BeginInput = topic(), now: Instant = BEGUN): Result {
      const organisationId = lineage.at(-1)?.id ?? '';
      const beginning = { organisationId, lineage, rulebook: completeRulebook(rules), roster: [] };
      return apply(definition.begin(input as never, beginning, contextOf(STAFF, now)), now);
    },
    /** What the service does: judges, then decides, then records; a ballot is a row in the open box. */
    does(action: CouncilAction, input: object, actor: Standing, now: Instant): Result {
      const refused = definition.judge(action, current(), actor, now);
      if (refused) return refused;
      if (action === 'close-vote') input = { voteId: definition.openBox(current())?.voteId, ...input };
      if (definition.actions[action].isBallot) return putInBox(input as never, actor);
      return apply(definition.decide(action, current(), input as never, contextOf(actor, now)), now);
    },
    /** Lets time pass: each timer acts at its moment. Returns what people were told meanwhile. */
    passes: (until: Instant): Told[] => runTimers(until, (timerAt) => timerAt),
    /** Lets the service wake up after an outage: every timer that is due acts now. */
    wakes: (now: Instant): Told[] => runTimers(now, () => now),
  };
}

export type Council = ReturnType<typeof createCouncil>;

/** Does an action; throws when it is refused, so that a test stops where its story breaks. */
export function must(council: Council, action: CouncilAction, input: object, actor: Standing, now: Instant) {
  const result = council.does(action, input, actor, now);
  if (isRefusal(result)) throw new Error(`${action}: ${result.code} ${JSON.stringify(result.params)}`);
  return result;
}

/** What a refusal looks like: the code, the clause and, where they matter, the numbers. */
export const refusal = (code: string, clause: string | null, params?: Refusal['params']): unknown =>
  expect.objectContaining({ refused: true, code, clause, ...(params && { params: expect.objectContaining(params) }) });

/** What everything that is not a refusal looks like. */
export const granted: unknown = expect.not.objectContaining({ refused: true });

/** The code of a refusal, or null when there was none. */
export const codeOf = (result: Result): string | null => (isRefusal(result) ? result.code : null);

/** The events of one kind, in order. */
export const eventsOf = <T extends CouncilEvent['type']>(council: Council, type: T) =>
  council.events.filter((event): event is Extract<CouncilEvent, { type: T }> => event.type === type);

export function begun(changes: Partial<BeginInput> = {}, rules: Partial<RulebookValues> = {}): Council {
  const council = createCouncil(rules);
  const result = council.begin(topic(changes));
  if (isRefusal(result)) throw new Error(result.code);
  return council;
}

/** Issues a notice and confirms each of its postings as hung on that day. */
export function announce(council: Council, meetingAt: Instant = MEETING, now: Instant = BEGUN): void {
  must(council, 'issue-notice', noticeFor(meetingAt), STAFF, now);
  for (const { id } of council.state.notice?.postings ?? []) {
    must(council, 'confirm-posting', { postingId: id, postedOn: civilDateOf(now), note: '已张贴' }, STAFF, now);
  }
}

/** A council announced for `MEETING`, with the first so many of those due checked in. */
export function gathered(present = 9, changes: Partial<BeginInput> = {}, rules: Partial<RulebookValues> = {}): Council {
  const council = begun(changes, rules);
  announce(council);
  checkIn(council, people(present));
  return council;
}

export function checkIn(council: Council, persons: readonly string[], now: Instant = MEETING): void {
  for (const personId of persons) must(council, 'check-in', { personId }, RECORDER, now);
}

/** A council whose sitting is open, with so many present. */
export function sitting(present = 9, changes: Partial<BeginInput> = {}, rules: Partial<RulebookValues> = {}): Council {
  const council = gathered(present, changes, rules);
  must(council, 'open-sitting', {}, CHAIR, MEETING);
  return council;
}

export function itemId(council: Council, number = 1): string {
  const item = council.state.items[number - 1];
  if (!item) throw new Error(`there is no item ${number}`);
  return item.id;
}

interface Put {
  readonly item?: number;
  readonly question?: Question;
  readonly method?: VoteMethod;
  readonly postponeTo?: string;
  readonly actor?: Standing;
  readonly now?: Instant;
}

/** Puts an item to the vote, by default the first, whether to adopt it, by show of hands. */
export function put(council: Council, { item = 1, actor = CHAIR, now = MEETING, ...asked }: Put = {}): Result {
  const input = { itemId: itemId(council, item), question: 'adopt', method: 'show-of-hands', ...asked };
  return council.does('put-to-vote', input, actor, now);
}

/** Puts an item to the vote and closes the vote with so many hands in favour. Returns the answer. */
export function vote(council: Council, inFavour: number, asked: Put = {}) {
  const opened = put(council, asked);
  if (isRefusal(opened)) throw new Error(opened.code);
  const counts = hands(inFavour);
  return must(council, 'close-vote', { counts }, RECORDER, asked.now ?? MEETING).answer;
}

export const hands = (inFavour: number, against = 0, abstained = 0): VoteCounts => ({ inFavour, against, abstained });

function nextTimer(state: CouncilState, until: Instant) {
  const [first] = definition
    .timers(state)
    .filter((timer) => timer.at <= until)
    .sort((one, other) => one.at - other.at);
  return first;
}

function count(box: ReadonlyMap<string, Choice> | undefined): VoteCounts {
  const of = (choice: Choice) => [...(box?.values() ?? [])].filter((one) => one === choice).length;
  return hands(of('in-favour'), of('against'), of('abstain'));
}
