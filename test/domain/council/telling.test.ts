import {
  announce,
  at,
  begun,
  CHAIR,
  checkIn,
  itemId,
  member,
  MEETING,
  must,
  noticeFor,
  people,
  RECORDER,
  refusal,
  SECRETARY,
  sitting,
  STAFF,
  vote,
  type Council,
} from '../../support/council-domain';
import { adjourn, AGAIN, close, CLOSED, closedSitting, convene, recuse, telling, voteThrough } from './stories';

const dutyKeys = (council: Council) => Object.keys(council.state.duties);
const tell = (council: Council, toldOn: string, now: number, ...items: number[]) =>
  council.does('record-telling', telling(council, toldOn, ...items), STAFF, now);

describe('telling and publishing are owed within five days', () => {
  test.each([
    ['a Thursday: Tuesday', '2026-03-12 16:00', '2026-03-17'],
    ['a Monday: the Saturday moves to Monday', '2026-03-16 16:00', '2026-03-23'],
    ['a Tuesday: the Sunday moves to Monday', '2026-03-17 16:00', '2026-03-23'],
    ['before National Day: past the holiday', '2026-09-28 16:00', '2026-10-08'],
    ['before Labour Day: past the holiday', '2026-04-28 16:00', '2026-05-06'],
    ['before a make-up Saturday: the Saturday stays', '2026-05-04 16:00', '2026-05-09'],
    ['before a make-up Sunday: the Sunday stays', '2026-09-15 16:00', '2026-09-20'],
  ])('the day of the sitting is not counted: %s [LAW-CC-201] [LAW-CC-203]', (_case, closedAt, dueOn) => {
    const { duties } = closedSitting(at(closedAt)).state;
    for (const key of ['tell-concerned:1', 'publish-result']) {
      expect(duties[key]).toMatchObject({
        status: 'open',
        clause: 'HDA-11.3.3',
        dueOn,
        dueAt: at(`${dueOn} 24:00`),
        provisional: false,
      });
    }
  });

  test('in a year whose holidays are not known yet, provisionally [LAW-CC-203]', () => {
    const { duties } = closedSitting(at('2026-12-29 16:00')).state;
    expect(duties['publish-result']).toMatchObject({ dueOn: '2027-01-04', provisional: true, calendarVersion: '2026' });
    expect(duties['publish-result']?.explanation.at(-1)).toMatchObject({ code: 'provisional', params: { year: 2027 } });
  });

  test('as many days as the rulebook says [HDA-11.3.3]', () => {
    const rules = { 'council.tellWithinDays': 3, 'council.publishWithinDays': 10 };
    const council = sitting(9, { items: [{ title: '划线' }] }, rules);
    vote(council, 9);
    close(council);
    expect(council.state.duties).toMatchObject({
      'tell-concerned:1': { dueOn: '2026-03-09' },
      'publish-result': { dueOn: '2026-03-16' },
    });
  });

  test('no telling is owed when nothing passed, publishing is [HDA-11.3.3]', () => {
    const council = closedSitting(CLOSED, 5);
    expect(dutyKeys(council)).not.toContain('tell-concerned:1');
    expect(council.state.duties['publish-result']).toMatchObject({ status: 'open' });
    expect(tell(council, '2026-03-06', CLOSED)).toEqual(refusal('council.nothing-to-tell', 'HDA-11.3.3'));
  });
});

describe('telling is owed by the sitting in which an item passed', () => {
  test('by one that is adjourned as by one that is closed, each with its own days [HDA-11.3.3]', () => {
    const council = sitting();
    vote(council, 6);
    adjourn(council);
    expect(council.state.duties['tell-concerned:1']).toMatchObject({
      kind: 'tell-concerned',
      status: 'open',
      clause: 'HDA-11.3.3',
      dueOn: '2026-03-11',
      dueAt: at('2026-03-11 24:00'),
    });
    convene(council);
    vote(council, 6, { item: 2, now: AGAIN });
    close(council, AGAIN);
    expect(council.state.duties).toMatchObject({
      'tell-concerned:1': { status: 'open', dueOn: '2026-03-11' },
      'tell-concerned:2': { status: 'open', dueOn: '2026-03-18' },
    });
  });

  test.each<[string, (council: Council) => void]>([
    ['was put', () => undefined],
    ['passed', (council) => vote(council, 5)],
    ['passed but to drop it', (council) => [vote(council, 5), vote(council, 6, { question: 'drop' })]],
    [
      'was decided, but referred',
      (council) => {
        for (const personId of ['member1', 'member2', 'member3', 'member4', 'member5']) recuse(council, personId);
        must(council, 'refer-item', { itemId: itemId(council) }, SECRETARY, MEETING);
      },
    ],
  ])('not by an adjourned one in which nothing %s [HDA-11.3.3]', (_case, story) => {
    const council = sitting();
    story(council);
    adjourn(council);
    expect(dutyKeys(council)).not.toContain('tell-concerned:1');
  });

  test('not again by a later sitting in which nothing more passed [HDA-11.3.3]', () => {
    const council = sitting();
    vote(council, 6);
    adjourn(council);
    convene(council);
    voteThrough(council, 5, { item: 2, now: AGAIN });
    close(council, AGAIN);
    expect(dutyKeys(council)).not.toContain('tell-concerned:2');
    expect(council.state.duties['tell-concerned:1']?.status).toBe('open');
  });

  test('not when those concerned were told while it still sat [HDA-11.3.3]', () => {
    const council = sitting();
    vote(council, 6);
    must(council, 'record-telling', telling(council, '2026-03-06'), RECORDER, MEETING);
    adjourn(council);
    expect(dutyKeys(council)).not.toContain('tell-concerned:1');
  });

  test('and is met for each sitting by itself, or for several at once [HDA-11.3.3]', () => {
    const twice = () => {
      const council = sitting();
      vote(council, 6);
      adjourn(council);
      convene(council);
      vote(council, 6, { item: 2, now: AGAIN });
      close(council, AGAIN);
      return council;
    };
    const statuses = ({ state }: Council) => [1, 2].map((round) => state.duties[`tell-concerned:${round}`]?.status);
    const second = twice();
    tell(second, '2026-03-13', AGAIN, 2);
    expect(statuses(second)).toEqual(['open', 'met']);
    tell(second, '2026-03-13', AGAIN, 1);
    expect(statuses(second)).toEqual(['met', 'met']);
    const both = twice();
    tell(both, '2026-03-13', AGAIN, 1, 2);
    expect(statuses(both)).toEqual(['met', 'met']);
  });
});

describe('telling those concerned', () => {
  test('is recorded, in writing or orally, with whom and when [HDA-11.3.3]', () => {
    const council = closedSitting(CLOSED);
    const now = at('2026-03-10 10:00');
    must(council, 'record-telling', { ...telling(council, '2026-03-09'), how: 'written' }, RECORDER, now);
    expect(council.state.tellings).toEqual([
      {
        how: 'written',
        toldOn: '2026-03-09',
        audience: { evidence: 'digest of 有停车需求的居民' },
        itemIds: [itemId(council)],
      },
    ]);
    expect(council.state.duties['tell-concerned:1']?.status).toBe('met');
    expect(tell(council, '2026-03-09', now)).toEqual(refusal('council.nothing-to-tell', 'HDA-11.3.3'));
  });

  test('is done when every passed item is covered, and of no other item [HDA-11.3.3]', () => {
    const council = sitting(9, { items: [{ title: '划线' }, { title: '充电桩' }, { title: '围墙' }] });
    vote(council, 6);
    vote(council, 6, { item: 2 });
    voteThrough(council, 5, { item: 3 });
    close(council);
    const now = at('2026-03-09 10:00');
    const notToTell = (item: number) =>
      refusal('council.item-not-to-tell', 'HDA-11.3.3', { itemId: itemId(council, item) });
    expect(tell(council, '2026-03-09', now, 3)).toEqual(notToTell(3));
    expect(tell(council, '2026-03-09', now, 1)).toMatchObject({ answer: { stillToTell: 1 } });
    expect(council.state.duties['tell-concerned:1']?.status).toBe('open');
    expect(tell(council, '2026-03-09', now, 1)).toEqual(notToTell(1));
    expect(tell(council, '2026-03-09', now, 2)).toMatchObject({ answer: { stillToTell: 0 } });
    expect(council.state.duties['tell-concerned:1']?.status).toBe('met');
  });

  test('is recorded from the sitting on until the council is closed, whatever comes between [HDA-11.3.3]', () => {
    const council = sitting();
    const stages = new Set<string>();
    const offered = (now = MEETING) => {
      stages.add(council.state.stage);
      const elsewhere = { ...telling(council, '2026-03-06'), itemIds: ['another'] };
      expect(council.does('record-telling', elsewhere, STAFF, now)).toEqual(
        refusal('council.item-not-to-tell', 'HDA-11.3.3'),
      );
    };
    vote(council, 6);
    offered();
    adjourn(council);
    offered();
    must(council, 'issue-notice', noticeFor(AGAIN), STAFF, MEETING);
    offered();
    announce(council, AGAIN, at('2026-03-09 09:00'));
    offered(at('2026-03-09 09:00'));
    checkIn(council, people(9), AGAIN);
    must(council, 'open-sitting', {}, CHAIR, AGAIN);
    voteThrough(council, 5, { item: 2, now: AGAIN });
    close(council, AGAIN);
    offered(AGAIN);
    must(council, 'publish-result', {}, STAFF, AGAIN);
    offered(AGAIN);
    expect(stages).toEqual(new Set(['sitting', 'adjourned', 'posting', 'waiting', 'following-up', 'on-board']));
  });

  test('is recorded by staff or the recorder [HDA-11.3.3]', () => {
    const council = closedSitting(CLOSED);
    for (const actor of [SECRETARY, member(1)]) {
      expect(council.does('record-telling', telling(council, '2026-03-06'), actor, CLOSED)).toEqual(
        refusal('procedure.not-entitled', null),
      );
    }
  });

  test('is not recorded in a draft [HDA-11.3.3]', () => {
    expect(tell(begun(), '2026-03-02', at('2026-03-02 10:00'))).toEqual(refusal('procedure.wrong-stage', null));
  });
});
