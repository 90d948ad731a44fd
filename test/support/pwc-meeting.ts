import { setTimeout as pause } from 'node:timers/promises';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { civilDateOf } from '../../src/domain/calendar/civil-date';
import type { ApiClient } from './api';
import { act, mustBe, person, settledAbove, type Cast } from './council';
import type { Service } from './service';

/** The nine members of the example's Party Working Committee, leaders first. */
export const COMMITTEE = [
  'secretary',
  'deputy1',
  'deputy2',
  'member1',
  'member2',
  'member3',
  'member4',
  'member5',
  'member6',
].map((name) => `office.${name}`);

/** The people who carry a PWC meeting through, signed in. */
export interface MeetingCast {
  readonly secretary: ApiClient;
  readonly deputy: ApiClient;
  readonly recorder: ApiClient;
  readonly office: ApiClient;
}

export async function signInCommittee(service: Pick<Service, 'signIn'>): Promise<MeetingCast> {
  const [secretary, deputy, recorder, office] = await Promise.all(
    ['secretary', 'deputy1', 'recorder', 'party-affairs'].map((name) => service.signIn(`office.${name}`)),
  );
  return { secretary: secretary!, deputy: deputy!, recorder: recorder!, office: office! };
}

/** Prepares a meeting. */
export async function startMeeting({ office }: Pick<MeetingCast, 'office'>, title = '党工委会议'): Promise<string> {
  const body = {
    kind: 'pwc-meeting',
    organisationId: EXAMPLE.organisations.office,
    title,
    recorder: person('office.recorder'),
  };
  return mustBe(await office.post('/api/procedures', body), 201, 'start of a meeting').body.id;
}

export interface Chosen {
  readonly agendaItemId: string;
  readonly [more: string]: unknown;
}

/** The secretary fixes the items; gives the meeting's own ids of all of them, in their order. */
export async function fixAgenda({ secretary }: Pick<MeetingCast, 'secretary'>, id: string, items: readonly Chosen[]) {
  const { answer } = await act(secretary, id, 'fix-agenda', { items, heard: '书记办公会听取了各成员意见' });
  return answer.items.map((one: { id: string }) => one.id) as string[];
}

/** Calls the meeting ad hoc, so that it begins in a moment. */
export async function callAdHoc(
  service: Pick<Service, 'now'>,
  { office }: Pick<MeetingCast, 'office'>,
  id: string,
  inMs = 2_000,
): Promise<number> {
  const meetingAt = (await service.now()) + inMs;
  await act(office, id, 'issue-notice', {
    meetingAt: new Date(meetingAt).toISOString(),
    place: '街道三楼会议室',
    adHocReason: '上级要求当日研究',
  });
  return meetingAt;
}

/** Sends round the papers of items that no proposal says anything of. */
export async function circulate(
  { office }: Pick<MeetingCast, 'office'>,
  id: string,
  itemIds: readonly string[],
): Promise<void> {
  await act(office, id, 'circulate-papers', { itemIds, clearedById: person('office.deputy1') });
}

/** Waits for the announced hour, checks people in and opens the sitting. */
export async function openMeeting(
  service: Service,
  cast: MeetingCast,
  { id, meetingAt, people = COMMITTEE }: { id: string; meetingAt: number; people?: readonly string[] },
): Promise<void> {
  const left = meetingAt - (await service.now());
  if (left > 0) await service.pass(left + 1_000).catch(() => pause(left + 50));
  for (const name of people) await act(cast.recorder, id, 'check-in', { personId: person(name) });
  await act(people.includes('office.secretary') ? cast.secretary : cast.deputy, id, 'open-sitting');
}

/** Sums an item up, puts it to the vote, and announces the counts. */
export async function putAndCount(
  cast: MeetingCast,
  id: string,
  { itemId, counts, put = { method: 'show-of-hands' } }: { itemId: string; counts: object; put?: object },
): Promise<any> {
  const { details } = (await cast.office.get(`/api/procedures/${id}`)).body;
  const { summary } = details.items.find((one: { id: string }) => one.id === itemId);
  if (summary === null) await act(cast.recorder, id, 'sum-up', { itemId, text: '书记汇总：建议通过' });
  await act(cast.secretary, id, 'put-to-vote', { itemId, ...put });
  return (await act(cast.secretary, id, 'close-vote', { counts })).answer;
}

/** By ballot on paper. */
export const BALLOT = {
  method: 'paper-ballot',
  scrutineerId: person('office.member1'),
  tellerId: person('office.staff'),
};

/** Puts an item before the Party Working Committee and lets it decide; returns when the council has heard of it. */
export async function decideAbove(
  service: Service,
  cast: Pick<Cast, 'staff'>,
  { id, itemId, outcome }: { id: string; itemId: string; outcome: 'adopted' | 'dropped' },
): Promise<string> {
  await act(cast.staff, id, 'escalate', { itemId });
  const agendaItemId = await decideOn(service, itemId, outcome);
  await settledAbove(cast.staff, id, itemId);
  return agendaItemId;
}

/** The item that a council put before the Party Working Committee, on its agenda. */
export async function agendaItemOf(office: ApiClient, sourceItemId: string): Promise<string> {
  const { items } = (
    await office.get(`/api/agenda?organisationId=${EXAMPLE.organisations.office}&body=pwc&status=open`)
  ).body;
  return items.find((one: { sourceItemId: string }) => one.sourceItemId === sourceItemId).id;
}

/** A meeting of the Party Working Committee, called ad hoc, decides on an item of its agenda: nine members are there. */
export async function decideOn(
  service: Service,
  sourceItemId: string,
  outcome: 'adopted' | 'dropped' = 'adopted',
): Promise<string> {
  const cast = await signInCommittee(service);
  const agendaItemId = await agendaItemOf(cast.office, sourceItemId);
  const id = await startMeeting(cast, '党工委临时会议');
  const [itemId] = (await fixAgenda(cast, id, [{ agendaItemId }])) as [string];
  const meetingAt = await callAdHoc(service, cast, id);
  await circulate(cast, id, [itemId]);
  await openMeeting(service, cast, { id, meetingAt });
  const inFavour = outcome === 'adopted' ? 5 : 4;
  await putAndCount(cast, id, { itemId, counts: { inFavour, against: 9 - inFavour, abstained: 0 } });
  await act(cast.secretary, id, 'close-sitting');
  return agendaItemId;
}

/** Signs the minutes, tells downward and lets nothing be left to do: the meeting closes by itself. */
export async function wrapUp(service: Pick<Service, 'now'>, cast: MeetingCast, id: string): Promise<void> {
  const drafted = await act(cast.office, id, 'draft-document', { kind: 'minutes', title: '党工委会议纪要' });
  await act(cast.secretary, id, 'sign-document', { documentId: drafted.answer.documentId });
  const { details } = (await cast.office.get(`/api/procedures/${id}`)).body;
  const decided = details.items.filter(
    ({ outcome }: { outcome: string }) => outcome !== 'deferred' && outcome !== 'withdrawn',
  );
  const adopted = decided.filter(
    ({ outcome }: { outcome: string }) => outcome.endsWith('adopted') && outcome !== 'not-adopted',
  );
  for (const { id: itemId } of adopted)
    await act(cast.secretary, id, 'note-no-task', { itemId, reason: '由各社区按现有分工办理' });
  const itemIds = decided.map((one: { id: string }) => one.id);
  const on = civilDateOf(await service.now());
  await act(cast.office, id, 'tell-downward', { itemIds, on, how: 'written', audience: '各社区党组织' });
}
