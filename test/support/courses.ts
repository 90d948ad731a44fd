import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { addDays, civilDateOf } from '../../src/domain/calendar/civil-date';
import {
  act,
  announce,
  gather,
  itemIds,
  morning,
  mustBe,
  NINE,
  person,
  showOfHands,
  startCouncil,
  type Cast,
} from './council';
import { decideAbove, fixAgenda, signInCommittee, startMeeting, wrapUp } from './pwc-meeting';
import { holdMeeting } from './periodic-meeting';
import type { Service } from './service';

const DAY = 86_400_000;

/** Courses that a council can take, each to an end or to a standstill; each returns the procedure's id. */
const COURSES: Readonly<Record<string, (service: Service, cast: Cast) => Promise<string>>> = {
  async published(service, cast) {
    const id = await startCouncil(cast);
    await announce(service, cast, id);
    await gather(service, cast, id);
    await act(cast.chair, id, 'open-sitting');
    const items = await itemIds(cast.staff, id);
    for (const itemId of items) await showOfHands(cast, id, itemId, { inFavour: 7, against: 1, abstained: 1 });
    await act(cast.chair, id, 'close-sitting');
    const toldOn = civilDateOf(await service.now());
    await act(cast.staff, id, 'record-telling', { how: 'oral', toldOn, audience: '有关居民', itemIds: items });
    await act(cast.staff, id, 'hand-to-assembly', { itemIds: items });
    await act(cast.staff, id, 'publish-result');
    await service.pass(17 * DAY);
    return id;
  },

  async escalated(service, cast) {
    const id = await startCouncil(cast, { items: [{ title: '增设充电桩' }] });
    await announce(service, cast, id);
    await gather(service, cast, id);
    await act(cast.chair, id, 'open-sitting');
    const [itemId] = (await itemIds(cast.staff, id)) as [string];
    const postponeTo = addDays(civilDateOf(await service.now()), 30);
    for (const put of [{ question: 'adopt' }, { question: 'drop' }, { question: 'postpone', postponeTo }])
      await showOfHands(cast, id, itemId, { inFavour: 5, against: 4, abstained: 0 }, put);
    await act(cast.chair, id, 'close-sitting');
    await decideAbove(service, cast, { id, itemId, outcome: 'adopted' });
    return id;
  },

  async adjourned(service, cast) {
    const id = await startCouncil(cast);
    await announce(service, cast, id);
    await gather(service, cast, id, NINE.slice(0, 4));
    await act(cast.chair, id, 'adjourn', { reason: '到会人数不足' });
    await announce(service, cast, id);
    await gather(service, cast, id);
    await act(cast.chair, id, 'open-sitting');
    return id;
  },

  async overdue(service, cast) {
    const id = await startCouncil(cast);
    await announce(service, cast, id);
    await service.pass(7 * DAY);
    return id;
  },

  async cancelled(service, cast) {
    const id = await startCouncil(cast);
    await announce(service, cast, id);
    await act(cast.secretary, id, 'cancel', { reason: '议题已由上级统一安排' });
    return id;
  },

  async narrow(service, cast) {
    const id = await startCouncil(cast, { broadInterest: false, narrowReason: '只涉及两户' });
    const meetingAt = new Date((await service.now()) + 60_000).toISOString();
    await act(cast.staff, id, 'issue-notice', { meetingAt, place: '社区议事厅', channels: [] });
    await service.pass(1_000);
    return id;
  },
};

/** Courses that a PWC meeting can take. */
const MEETINGS: typeof COURSES = {
  /** It decides on what a council put before it, its minutes are signed, and nothing is left to do. */
  async decided(service, council) {
    const started = await COURSES['escalated']!(service, council);
    const cast = await signInCommittee(service);
    const { links } = (await cast.office.get(`/api/procedures/${started}/case`)).body;
    const id: string = links[0].takerId;
    await wrapUp(service, cast, id);
    return id;
  },

  /** The day comes and nobody does: its deadlines pass. */
  async 'not-held'(service) {
    const cast = await signInCommittee(service);
    const member = await service.signIn('office.member1');
    const organisationId = EXAMPLE.organisations.office;
    const proposal = { organisationId, title: '整治方案', category: 'development', traits: [] };
    const { id: agendaItemId } = mustBe(await member.post('/api/agenda', proposal), 201, 'proposal').body;
    const id = await startMeeting(cast);
    await fixAgenda(cast, id, [{ agendaItemId }]);
    const meetingAt = new Date(morning(await service.now(), 5)).toISOString();
    await act(cast.office, id, 'issue-notice', { meetingAt, place: '街道三楼会议室' });
    await service.pass(7 * DAY);
    return id;
  },
};

/** A simpler meeting from its notice to its record. */
const PERIODIC: typeof COURSES = {
  async held(service, { staff, secretary }) {
    const organisationId = EXAMPLE.organisations.chunhe;
    const people = { chair: person('chunhe.secretary'), recorder: person('chunhe.staff') };
    return holdMeeting(service, { organisationId, type: 'committee', ...people, office: staff, chairing: secretary });
  },
};

/** Every course, by the kind of procedure. */
export const ALL_COURSES = { council: COURSES, 'pwc-meeting': MEETINGS, 'periodic-meeting': PERIODIC } as const;
