import { addDays, civilDateOf, startOfDay } from '../../../src/domain/calendar/civil-date';
import { council as definition } from '../../../src/domain/council/council';
import {
  at,
  begun,
  BEGUN,
  CHAIR,
  checkIn,
  eventsOf,
  granted,
  member,
  MEETING,
  must,
  NARROW,
  noticeFor,
  people,
  RECORDER,
  refusal,
  SECRETARY,
  sitting,
  STAFF,
  unattended,
  vote,
  type Council,
} from '../../support/council-domain';
import { close, CLOSED, closedSitting, telling, decideAbove, handOver } from './stories';

const publish = (council: Council, now: number, statement?: string) =>
  must(council, 'publish-result', statement ? { statement } : {}, STAFF, now).answer;

describe('publishing the result', () => {
  test('shows the items, their outcomes and the arithmetic of every vote, and no names [HDA-11.3.3]', () => {
    const council = closedSitting(CLOSED, 6);
    publish(council, at('2026-03-09 09:00'), '欢迎居民监督');
    const [event] = eventsOf(council, 'result-published');
    expect(event?.data.content).toEqual({
      title: { evidence: 'digest of 小区停车位改造' },
      heldOn: '2026-03-06',
      place: '社区议事厅',
      statement: { evidence: 'digest of 欢迎居民监督' },
      items: [
        {
          title: { evidence: 'digest of 地面停车位重新划线' },
          outcome: 'adopted',
          settlement: null,
          votes: [
            {
              question: 'adopt',
              method: 'show-of-hands',
              verdict: expect.objectContaining({ base: 9, inFavour: 6, notVoting: 3, needed: 6, passed: true }),
            },
          ],
        },
      ],
    });
    const posted = JSON.stringify(definition.paper(event!));
    for (const personId of [...people(9), RECORDER.personId]) expect(posted).not.toContain(`"${personId}"`);
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-result-published', clause: 'HDA-11.3.3' });
    expect(council.state.duties['publish-result']).toMatchObject({ status: 'met' });
  });

  test.each([
    ['a millisecond before the end of the due day', -1, false],
    ['at 24:00 of the due day', 0, true],
  ])('is late or not: %s [LAW-CC-203]', (_case, offset, late) => {
    const council = closedSitting(CLOSED);
    const now = at('2026-03-11 24:00') + offset;
    council.passes(now);
    expect(publish(council, now)).toMatchObject({ late });
    expect(council.state.publications).toMatchObject([{ late, dueOn: '2026-03-11' }]);
  });

  test.each([
    ['an ID number', '户主11010519491231002X', 'id-card'],
    ['a mobile number', '联系电话13812345678', 'mobile'],
    ['a bank card', '账号6225760008219524', 'bank-card'],
  ])('is blocked by %s in a title or in the statement, and says which kind only [LAW-PI-6]', (_case, text, kind) => {
    const blocked = { refused: true, code: 'publication.personal-number', clause: 'LAW-PI-6', params: { kind } };
    const inStatement = closedSitting(CLOSED);
    expect(inStatement.does('publish-result', { statement: text }, STAFF, CLOSED)).toEqual(blocked);
    expect(inStatement.state.publications).toEqual([]);
    expect(inStatement.does('publish-result', { statement: '无' }, STAFF, CLOSED)).toEqual(granted);
    const inItem = closedSitting(CLOSED, 9, `划线，${text}`);
    expect(inItem.does('publish-result', {}, STAFF, CLOSED)).toEqual(blocked);
  });

  test.each([
    ['title of the council', '停车位，13812345678', '社区议事厅'],
    ['place', '停车位', '议事厅，13812345678'],
  ])('is blocked by a number in the %s [LAW-PI-6]', (_case, title, place) => {
    const council = begun({ ...NARROW, title, items: [{ title: '划线' }] });
    must(council, 'issue-notice', { ...noticeFor(MEETING, []), place }, STAFF, BEGUN);
    checkIn(council, people(9));
    must(council, 'open-sitting', {}, CHAIR, MEETING);
    vote(council, 9);
    close(council);
    expect(council.does('publish-result', {}, STAFF, CLOSED)).toEqual(
      refusal('publication.personal-number', 'LAW-PI-6', { kind: 'mobile' }),
    );
  });

  test('is done by staff or the secretary, once [HDA-11.3.3]', () => {
    const council = closedSitting(CLOSED);
    for (const actor of [CHAIR, RECORDER, member(1)])
      expect(council.does('publish-result', {}, actor, CLOSED)).toEqual(refusal('procedure.not-entitled', null));
    must(council, 'publish-result', {}, SECRETARY, CLOSED);
    expect(council.does('publish-result', {}, STAFF, CLOSED)).toEqual(
      refusal('council.nothing-to-publish', 'HDA-11.3.3'),
    );
  });
});

describe('on the board', () => {
  test.each([
    ['posted in the morning', '2026-03-09 09:00', '2026-03-24'],
    ['posted in the last minute of the day', '2026-03-09 23:59', '2026-03-24'],
    ['over a holiday', '2026-03-25 09:00', '2026-04-09'],
  ])('it hangs fifteen full days, the day of posting not counted: %s [LAW-RCL-34]', (_case, postedAt, untilOn) => {
    const council = closedSitting(CLOSED);
    council.passes(at(postedAt));
    expect(publish(council, at(postedAt))).toMatchObject({ takeDownOn: untilOn });
    must(council, 'record-telling', telling(council, '2026-03-06'), STAFF, at(postedAt));
    handOver(council, at(postedAt));
    const end = startOfDay(addDays(civilDateOf(at(postedAt)), 16));
    expect(end).toBe(at(`${untilOn} 24:00`));
    council.passes(end - 1);
    expect(council.state).toMatchObject({ stage: 'on-board', publications: [{ takenDownAt: null }] });
    council.passes(end);
    expect(council.state).toMatchObject({ stage: 'closed', publications: [{ takenDownAt: end }] });
  });

  test('it hangs as long as the rulebook says [LAW-RCL-34]', () => {
    const council = sitting(9, { items: [{ title: '划线' }] }, { 'board.days': 30 });
    vote(council, 9);
    close(council);
    expect(publish(council, at('2026-03-09 09:00'))).toMatchObject({ takeDownOn: '2026-04-08' });
  });

  test('a timer that rings early takes nothing down, nor one that rings again [LAW-RCL-34]', () => {
    const council = closedSitting(CLOSED);
    publish(council, CLOSED);
    const down = `take-down:${council.state.publications[0]?.id}`;
    expect(definition.elapse(down, council.state, unattended(at('2026-03-21 24:00') - 1))).toEqual({ events: [] });
    council.passes(at('2026-03-21 24:00'));
    expect(council.state.publications[0]?.takenDownAt).toBe(at('2026-03-21 24:00'));
    expect(definition.elapse(down, council.state, unattended(at('2026-03-22 09:00')))).toEqual({ events: [] });
  });
});

describe('the council is closed', () => {
  test('when its paper has come down and those concerned were told [HDA-11.3.3]', () => {
    const council = closedSitting(CLOSED);
    must(council, 'record-telling', telling(council, '2026-03-09'), STAFF, at('2026-03-09 09:00'));
    publish(council, at('2026-03-09 09:00'));
    handOver(council, at('2026-03-09 09:00'));
    council.passes(at('2026-03-24 24:00'));
    expect(council.events.slice(-2).map(({ type }) => type)).toEqual(['publication-taken-down', 'council-closed']);
    expect(definition.status(council.state)).toBe('closed');
    expect(definition.timers(council.state)).toEqual([]);
  });

  test('without telling when nothing passed [HDA-11.3.3]', () => {
    const council = closedSitting(CLOSED, 5);
    decideAbove(council);
    publish(council, CLOSED);
    council.passes(at('2026-03-21 24:00'));
    expect(council.state.stage).toBe('closed');
  });

  test('not while telling is owed: it closes when they are told, late though it is [HDA-11.3.3]', () => {
    const council = closedSitting(CLOSED);
    publish(council, CLOSED);
    handOver(council);
    council.passes(at('2026-03-30 09:00'));
    expect(council.state).toMatchObject({
      stage: 'completing',
      publications: [{ takenDownAt: at('2026-03-21 24:00') }],
      duties: { 'tell-concerned:1': { status: 'overdue' } },
    });
    expect(definition.status(council.state)).toBe('open');
    const now = at('2026-03-30 10:00');
    must(council, 'record-telling', telling(council, '2026-03-30'), STAFF, now);
    expect(council.state).toMatchObject({
      stage: 'closed',
      duties: { 'tell-concerned:1': { status: 'met', metAt: now } },
    });
  });

  test('and nothing more is done in it [HDA-11.3.3]', () => {
    const council = closedSitting(CLOSED, 5);
    decideAbove(council);
    publish(council, CLOSED);
    council.passes(at('2026-03-21 24:00'));
    for (const action of ['issue-notice', 'publish-result', 'cancel'] as const) {
      expect(council.does(action, {}, SECRETARY, at('2026-04-01 09:00'))).toEqual(
        refusal('procedure.wrong-stage', null, { stage: 'closed', possible: '' }),
      );
    }
  });
});
