import { council as definition } from '../../../src/domain/council/council';
import type { PaperRecord } from '../../../src/domain/council/decide/takeover';
import { refusalWords } from '../../../src/contract/words/refusals';
import { isRefusal } from '../../../src/domain/refusal';
import { at, codeOf, createCouncil, eventsOf, hands, people, refusal, topic } from '../../support/council-domain';

const NOW = at('2026-03-20 09:00');

const notice: PaperRecord['notice'] = {
  issuedAt: '2026-03-02T09:00:00+08:00',
  meetingAt: '2026-03-06T14:00:00+08:00',
  place: '社区议事厅',
  postings: [{ channel: 'window', location: '东门', postedOn: '2026-03-02' }],
};
const sitting: NonNullable<PaperRecord['sitting']> = {
  openedAt: '2026-03-06T14:05:00+08:00',
  closedAt: '2026-03-06T16:00:00+08:00',
  present: people(6).map((personId) => ({ personId })),
  votes: [{ item: 1, question: 'adopt', method: 'show-of-hands', counts: hands(4, 2) }],
};
const paper = (changes: Partial<PaperRecord> = {}): PaperRecord => ({
  reason: '系统启用前已开始',
  proofs: [{ fileId: 'scan' }],
  notice,
  sitting,
  ...changes,
});

function takenOver(changes: Partial<PaperRecord> = {}, now = NOW) {
  const council = createCouncil();
  const result = council.begin(topic({ items: [{ title: '划线' }], paper: paper(changes) }), now);
  return { council, result };
}

describe('a council that was begun on paper', () => {
  test('goes on at the stage it has reached, with its facts, proofs and dates [HDA-11.1.2] [HDA-11.2.1]', () => {
    const { council } = takenOver();
    expect(council.state).toMatchObject({
      stage: 'following-up',
      heldOn: '2026-03-06',
      items: [{ outcome: 'adopted', votes: [{ verdict: { base: 6, inFavour: 4, needed: 4, passed: true } }] }],
    });
    // Its days run from when things happened: what is overdue by now is overdue at once.
    expect(council.state.duties['publish-result']).toMatchObject({ dueOn: '2026-03-11', status: 'open' });
    expect(council.passes(NOW).map(({ kind }) => kind)).toContain('deadline-overdue');
    expect(eventsOf(council, 'taken-over')[0]?.data).toMatchObject({ proofs: ['scan'] });
    expect(
      council.told.some(({ kind, roles }) => kind === 'council-taken-over' && roles?.includes('supervision-committee')),
    ).toBe(true);
  });

  test('may have been announced today [HDA-11.1.2]', () => {
    const now = at('2026-03-02 10:00');
    const { council } = takenOver({ sitting: undefined }, now);
    expect(council.state).toMatchObject({ stage: 'waiting', notice: { earliestAt: at('2026-03-06 00:00') } });
  });

  test('is not begun with an item that came on the agenda after its notice [HDA-11.2.1]', () => {
    const entry = {
      id: 'put-up',
      organisationId: 'chunhe',
      body: 'council',
      reason: 'not-passed',
      status: 'open',
    } as const;
    const from = {
      putOn: '2026-03-03',
      sourceProcedureId: 'grid',
      title: '议题',
      category: 'HDA-10.4',
      deferredOn: null,
      major: false,
      emergency: null,
      sourceItemId: 'item',
      matter: null,
    };
    const begin = (openFrom: string) => {
      const council = createCouncil({}, { entries: [{ ...entry, ...from, openFrom }] });
      return council.begin(topic({ items: [{ title: '划线', agendaItemId: 'put-up' }], paper: paper() }), NOW);
    };
    expect(begin('2026-03-03')).toEqual(refusal('agenda.not-yet', 'HDA-11.2.1', { openFrom: '2026-03-03' }));
    expect(codeOf(begin('2026-03-02'))).toBeNull();
  });

  test('goes by the rulebook of the day on which it was begun (reading 14) [HDA-11.1.2]', () => {
    const input = (record?: PaperRecord) => topic(record && { paper: record }) as never;
    expect(definition.rulesOn(input(paper()), '2026-03-20')).toBe('2026-03-02');
    expect(definition.rulesOn(input(), '2026-03-20')).toBe('2026-03-20');
  });

  test('before its sitting it waits for the announced day [HDA-11.1.2]', () => {
    const { council } = takenOver({ sitting: undefined }, at('2026-03-05 09:00'));
    expect(council.state).toMatchObject({ stage: 'waiting', notice: { earliestAt: at('2026-03-06 00:00') } });
  });

  test.each([
    [
      'a sitting on the third day',
      { notice: { ...notice, meetingAt: '2026-03-05T14:00:00+08:00' } },
      'council.meeting-too-soon',
      'HDA-11.1.2',
    ],
    [
      'a paper that hung a day too late',
      { notice: { ...notice, postings: [{ channel: 'window', location: '东门', postedOn: '2026-03-03' }] } },
      'council.announced-too-late',
      'HDA-11.1.2',
    ],
    [
      'no physical place',
      { notice: { ...notice, postings: [{ channel: 'sms', location: '短信', postedOn: '2026-03-02' }] } },
      'council.no-physical-channel',
      'HDA-11.1.2',
    ],
    [
      'four of nine present',
      { sitting: { ...sitting, present: sitting.present.slice(0, 4) } },
      'council.no-quorum',
      'HDA-9',
    ],
    [
      'more votes than members',
      { sitting: { ...sitting, votes: [{ ...sitting.votes[0]!, counts: hands(7) }] } },
      'vote.more-votes-than-present',
      'HDA-11.2.1',
    ],
    ['an item without a vote', { sitting: { ...sitting, votes: [] } }, 'council.items-not-put', 'HDA-11.2.1'],
  ] as const)(
    'is judged by the rules as they held then: %s is refused, and nothing is taken over [HDA-11.1.2] [HDA-11.2.1]',
    (_case, changes, code, clause) => {
      const { council, result } = takenOver(changes as Partial<PaperRecord>);
      expect(result).toEqual(refusal(code, clause));
      expect(codeOf(result)).toBe(code);
      expect(council.events).toEqual([]);
    },
  );

  const CLOSE = at('2026-03-06 16:00');
  const issued = (day: string): Partial<PaperRecord> => ({
    notice: { ...notice, issuedAt: `${day}T09:00:00+08:00` },
    sitting: undefined,
  });
  test.each<[string, Partial<PaperRecord>, number, string | null, string | null]>([
    ['closed when it opened', { sitting: { ...sitting, closedAt: sitting.openedAt } }, NOW, null, null],
    [
      'closed a minute before it opened',
      { sitting: { ...sitting, closedAt: '2026-03-06T14:04:00+08:00' } },
      NOW,
      'council.paper-out-of-order',
      'sitting.closedAt',
    ],
    [
      'opened before the last paper hung',
      { sitting: { ...sitting, openedAt: '2026-03-02T14:05:00+08:00' } },
      NOW,
      'council.paper-out-of-order',
      'sitting.openedAt',
    ],
    ['closed now', {}, CLOSE, null, null],
    ['closed a millisecond from now', {}, CLOSE - 1, 'council.paper-in-the-future', 'sitting.closedAt'],
    ['opened after now', {}, at('2026-03-06 14:04'), 'council.paper-in-the-future', 'sitting.openedAt'],
    ['announced now', issued('2026-03-02'), at('2026-03-02 09:00'), null, null],
    [
      'announced tomorrow',
      issued('2026-03-02'),
      at('2026-03-01 23:59'),
      'council.paper-in-the-future',
      'notice.issuedAt',
    ],
  ])(
    'is taken over in the order in which it was done, and only what was done: %s [HDA-11.1.2]',
    (_case, changes, now, code, field) => {
      const { council, result } = takenOver(changes, now);
      expect(codeOf(result)).toBe(code);
      if (isRefusal(result)) {
        expect(result.params).toEqual({ field });
        expect(refusalWords(result)?.detail.zh).not.toContain(field);
        expect(council.events).toEqual([]);
      }
    },
  );

  test('may have been posted in any order [HDA-11.1.2]', () => {
    const place = { channel: 'window', location: '东门' } as const;
    const postings = ['2026-03-02', '2026-03-01'].map((postedOn) => ({ ...place, postedOn }));
    const { council } = takenOver({ notice: { ...notice, issuedAt: '2026-03-01T09:00:00+08:00', postings } });
    expect(council.state.notice?.postings.map(({ confirmation }) => confirmation?.postedOn)).toEqual(
      postings.map(({ postedOn }) => postedOn),
    );
    expect(council.state.notice?.earliestAt).toBe(at('2026-03-06 00:00'));
  });
});
