import { setTimeout as pause } from 'node:timers/promises';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { addDays, atTime, civilDateOf } from '../../src/domain/calendar/civil-date';
import type { ApiAnswer, ApiClient } from './api';
import type { Service } from './service';

/** The nine who are due in the example's councils. */
export const NINE = ['chair', ...Array.from({ length: 8 }, (_, index) => `member${index + 1}`)].map(
  (name) => `chunhe.${name}`,
);

export const person = (username: string): string => EXAMPLE.people[username as keyof typeof EXAMPLE.people];

/** The people of 春和社区 who carry a council through, signed in. */
export interface Cast {
  readonly staff: ApiClient;
  readonly secretary: ApiClient;
  readonly chair: ApiClient;
  readonly recorder: ApiClient;
}

export async function signInCast(service: Service): Promise<Cast> {
  const [staff, secretary, chair, recorder] = await Promise.all(
    ['staff', 'secretary', 'chair', 'recorder'].map((name) => service.signIn(`chunhe.${name}`)),
  );
  return { staff: staff!, secretary: secretary!, chair: chair!, recorder: recorder! };
}

/** What a council of two items is started with. */
export function councilBody(changes: object = {}) {
  return {
    kind: 'council',
    organisationId: EXAMPLE.organisations.chunhe,
    title: '小区停车位改造',
    source: 'party-organisation',
    sourceNote: '党组织入户征求意见，多数居民提出',
    category: 'HDA-10.4',
    broadInterest: true,
    items: [{ title: '地面停车位重新划线' }, { title: '增设充电桩', description: '在3号楼北侧' }],
    due: NINE.map((name) => ({ personId: person(name), capacity: '居民代表' })),
    officers: {
      chair: person('chunhe.chair'),
      deputy: person('chunhe.secretary'),
      recorder: person('chunhe.recorder'),
    },
    ...changes,
  };
}

/** Does an action; throws when it is refused, so that a walk stops where it fails. */
export async function act(client: ApiClient, id: string, name: string, body: object = {}, key?: string): Promise<any> {
  const whole = NAMES_A_VOTE.includes(name) ? { voteId: await openVoteId(client, id), ...body } : body;
  const answer = await client.post(`/api/procedures/${id}/actions/${name}`, whole, key ? { key } : {});
  return mustBe(answer, 200, name).body;
}

const NAMES_A_VOTE = ['cast-ballot', 'enter-ballot', 'close-vote'];

/** The vote that is open, as somebody in the hall sees it. */
export async function openVoteId(client: ApiClient, id: string): Promise<string | undefined> {
  const { details } = (await client.get(`/api/procedures/${id}`)).body;
  const votes = details.items.flatMap((item: { votes: { id: string; verdict: object | null }[] }) => item.votes);
  return votes.find((vote: { verdict: object | null }) => vote.verdict === null)?.id;
}

/** Waits until a council has heard what was decided on an item that it put before the body above. */
export async function settledAbove(client: ApiClient, id: string, itemId: string): Promise<any> {
  for (;;) {
    const { details } = (await client.get(`/api/procedures/${id}`)).body;
    const { escalation } = details.items.find((one: { id: string }) => one.id === itemId);
    if (escalation?.settlement) return escalation.settlement;
    await pause(50);
  }
}

export function mustBe(answer: ApiAnswer, status: number, what: string): ApiAnswer {
  if (answer.status !== status) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

export async function startCouncil(cast: Cast, changes: object = {}): Promise<string> {
  return mustBe(await cast.staff.post('/api/procedures', councilBody(changes)), 201, 'start').body.id;
}

/** Nine in the morning, so many days from now. */
export function morning(now: number, days: number): number {
  return atTime(addDays(civilDateOf(now), days), '09:00');
}

/** Issues a notice for four days ahead and confirms its one posting as hung today. */
export async function announce(service: Service, cast: Cast, id: string): Promise<number> {
  const now = await service.now();
  const meetingAt = morning(now, 4);
  const channels = [{ channel: 'window', location: '春和社区东门橱窗' }];
  const notice = { meetingAt: new Date(meetingAt).toISOString(), place: '社区议事厅', channels };
  const { answer } = await act(cast.staff, id, 'issue-notice', notice);
  const proof = { postingId: answer.postings[0].id, postedOn: civilDateOf(now), note: '已张贴' };
  await act(cast.staff, id, 'confirm-posting', proof);
  return meetingAt;
}

/** Passes the notice period and checks people in. */
export async function gather(
  service: Service,
  cast: Cast,
  id: string,
  people: readonly string[] = NINE,
): Promise<void> {
  const { details } = (await cast.staff.get(`/api/procedures/${id}`)).body;
  await service.pass(Date.parse(details.notice.meetingAt) - (await service.now()) + 60_000);
  for (const name of people) await act(cast.recorder, id, 'check-in', { personId: person(name) });
}

export async function itemIds(client: ApiClient, id: string): Promise<string[]> {
  const { details } = (await client.get(`/api/procedures/${id}`)).body;
  return details.items.map((item: { id: string }) => item.id);
}

/** Puts an item to a show of hands and closes the vote with these counts. */
export async function showOfHands(
  cast: Cast,
  id: string,
  itemId: string,
  counts: object,
  put: { question: string; postponeTo?: string } = { question: 'adopt' },
): Promise<any> {
  await act(cast.chair, id, 'put-to-vote', { itemId, method: 'show-of-hands', ...put });
  return (await act(cast.recorder, id, 'close-vote', { counts })).answer;
}
