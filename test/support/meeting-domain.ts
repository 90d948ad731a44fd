import type { AgendaEntry } from '../../src/domain/agenda';
import { atTime, type Instant } from '../../src/domain/calendar/civil-date';
import type { ChosenItem } from '../../src/domain/pwc-meeting/decide/agenda';
import type { MeetingAction } from '../../src/domain/pwc-meeting/actions';
import { pwcMeeting } from '../../src/domain/pwc-meeting/meeting';
import { requiredFor, type MatterCategory, type Trait } from '../../src/domain/pwc/matters';
import type { RulebookValues } from '../../src/domain/rulebook';
import { domainStory, must, standing } from './domain-story';

/** `2026-03-02 09:00` in China. */
export const at = (text: string): Instant => atTime(text.slice(0, 10), text.slice(11));

export const BEGUN = at('2026-03-02 09:00');
/** Three clear days after the notice of that day. */
export const MEETING = at('2026-03-06 09:00');

const MEMBERS = ['secretary', 'deputy', 'deputy2', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6'];

export const SECRETARY = standing('secretary', ['secretary']);
export const DEPUTY = standing('deputy', ['member']);
export const MEMBER = standing('m1', ['member']);
export const OFFICE = standing('office', ['party-affairs-office']);
export const RECORDER = standing('recorder', ['recorder']);

/** A committee of so many: one secretary, two deputies, members. */
export const committee = (size = 9) =>
  MEMBERS.slice(0, size).map((personId, index) => ({
    personId,
    position: ['书记', '副书记', '副书记'][index] ?? '委员',
  }));

/** An item that was proposed, with everything there that has to be, but for what is left out. */
export function proposal(
  id: string,
  category: MatterCategory = 'development',
  { traits = [], without = [] }: { traits?: readonly Trait[]; without?: readonly string[] } = {},
): AgendaEntry {
  const prepared = requiredFor({ category, traits })
    .filter((what) => !without.includes(what))
    .map((what) => ({
      ...{ what, on: '2026-03-01', text: { evidence: '已办' }, omitted: false },
      ...{ clearedById: null, fileId: null, enteredById: 'office' },
    }));
  return { ...entry(id), reason: 'proposed', category, matter: { category, traits, prepared } };
}

/** An item that a council put there. */
export function entry(id: string): AgendaEntry {
  return {
    ...{ id, body: 'pwc', organisationId: 'street', reason: 'no-agreement', status: 'open', title: `议题${id}` },
    ...{ category: 'HDA-10.4', putOn: '2026-03-01', openFrom: '2026-03-01', matter: null },
    ...{ sourceProcedureId: null, sourceItemId: null, deferredOn: null, major: false, emergency: null },
  };
}

interface Given {
  readonly entries?: readonly AgendaEntry[];
  readonly size?: number;
  readonly rules?: Partial<RulebookValues>;
}

/** A PWC meeting that was begun, with a committee of nine. */
export function meeting({ entries = [proposal('a')], size = 9, rules = {} }: Given = {}) {
  const lineage = [
    { id: 'district', kind: 'district' },
    { id: 'street', kind: 'subdistrict' },
  ] as const;
  const names = Object.fromEntries([...MEMBERS, 'office'].map((name) => [name, `名字${name}`]));
  const story = domainStory(pwcMeeting, { lineage, roster: committee(size), rules, entries, names });
  must(story.begin({ title: '党工委会议', recorder: 'recorder' }, OFFICE, BEGUN));
  const itemId = (agendaItemId: string) => story.now().items.find((one) => one.agendaItemId === agendaItemId)!.id;
  const chosen = (one: string | ChosenItem): ChosenItem => (typeof one === 'string' ? { agendaItemId: one } : one);
  const steps = {
    ...story,
    itemId,
    item: (agendaItemId: string) => story.now().items.find((one) => one.agendaItemId === agendaItemId)!,
    /** Fixes these items, or all that there are. */
    fixes: (items: readonly (string | ChosenItem)[] = entries.map(({ id }) => id), orderReason?: string) =>
      story.does('fix-agenda', { items: items.map(chosen), heard: '已听取', orderReason }, SECRETARY, BEGUN),
    tells: (changes: object = {}, now = BEGUN) =>
      story.does('issue-notice', { meetingAt: '2026-03-06T09:00:00+08:00', place: '会议室', ...changes }, OFFICE, now),
    circulates: (ids = story.now().items.map(({ id }) => id), more: object = { clearedById: 'deputy' }, now = BEGUN) =>
      story.does('circulate-papers', { itemIds: ids, ...more }, OFFICE, now),
    comes: (people: readonly string[]) => {
      for (const personId of people) must(story.does('check-in', { personId }, RECORDER, MEETING));
    },
    /** Fixed, told, circulated, so many come, and it is opened. */
    sits(present = size, items?: readonly (string | ChosenItem)[]) {
      must(steps.fixes(items));
      must(steps.tells());
      must(steps.circulates());
      steps.comes(MEMBERS.slice(0, present));
      must(story.does('open-sitting', {}, SECRETARY, MEETING));
      return steps;
    },
    /** Reported and summed up, so that it can be put. */
    discusses(agendaItemId: string) {
      const target = { itemId: itemId(agendaItemId) };
      must(story.does('report-consultation', { ...target, text: '已酝酿' }, RECORDER, MEETING));
      must(story.does('sum-up', { ...target, text: '建议通过' }, RECORDER, MEETING));
      return steps;
    },
    puts: (agendaItemId: string, more: object = { method: 'show-of-hands' }, actor = SECRETARY, now = MEETING) =>
      story.does('put-to-vote', { itemId: itemId(agendaItemId), ...more }, actor, now),
    announces: (inFavour: number, against = 0, abstained = 0, actor = SECRETARY) =>
      story.does(
        'close-vote',
        { voteId: pwcMeeting.openBox(story.now())?.voteId, counts: { inFavour, against, abstained } },
        actor,
        MEETING,
      ),
    /** The whole of it: discussed, put by hands, announced. */
    decides(agendaItemId: string, inFavour: number, against = 0, more?: object) {
      steps.discusses(agendaItemId);
      must(steps.puts(agendaItemId, more));
      return must(steps.announces(inFavour, against));
    },
    /** Held and closed with one item of so many in favour. */
    held(inFavour = 9, present = size) {
      steps.sits(present);
      for (const { agendaItemId } of story.now().items) steps.decides(agendaItemId, inFavour);
      must(story.does('close-sitting', {}, SECRETARY, MEETING));
      return steps;
    },
    does: (action: MeetingAction, input: object, actor = SECRETARY, now = MEETING) =>
      story.does(action, input, actor, now),
  };
  return steps;
}

/** By ballot on paper. */
export const BALLOT = { method: 'paper-ballot', scrutineerId: 'm1', tellerId: 'office' };
