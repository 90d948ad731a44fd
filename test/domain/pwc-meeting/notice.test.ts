import { isRefusal } from '../../../src/domain/refusal';
import {
  at,
  BEGUN,
  committee,
  entry,
  meeting,
  MEMBER,
  OFFICE,
  proposal,
  RECORDER,
  MEETING,
} from '../../support/meeting-domain';

const told = (meetingAt: string, more: object = {}, rules = {}) => {
  const story = meeting({ rules });
  story.fixes();
  return story.tells({ meetingAt, ...more });
};

describe('the notice', () => {
  test('comes after the items are fixed [PWW-3.1a]', () => {
    expect(meeting().tells()).toMatchObject({ code: 'pwc.no-items', clause: 'PWW-3.1a' });
  });

  test('leaves three clear days: told on the 2nd, on the 6th at the earliest [PWR-3.1.6a]', () => {
    expect(told('2026-03-05T23:59:00+08:00')).toMatchObject({
      code: 'pwc.meeting-too-soon',
      clause: 'PWR-3.1.6a',
      params: { earliestOn: '2026-03-06' },
    });
    expect(isRefusal(told('2026-03-06T00:00:00+08:00'))).toBe(false);
  });

  test('leaves as many as the rulebook says, also over the end of the year [PWR-3.1.6a]', () => {
    expect(told('2026-03-04T09:00:00+08:00', {}, { 'pwc.noticeClearDays': 1 })).not.toMatchObject({ refused: true });
    expect(told('2026-03-03T09:00:00+08:00', {}, { 'pwc.noticeClearDays': 1 })).toMatchObject({ refused: true });
    const story = meeting();
    story.fixes();
    const atYearsEnd = at('2026-12-30 09:00');
    expect(story.tells({ meetingAt: '2027-01-02T09:00:00+08:00' }, atYearsEnd)).toMatchObject({
      params: { earliestOn: '2027-01-03' },
    });
  });

  test('may be short for a special circumstance, which is recorded; never for a time that has passed [PWR-3.1.6a]', () => {
    const adHocReason = '防汛';
    const answer = told('2026-03-02T15:00:00+08:00', { adHocReason });
    expect(answer).toMatchObject({ answer: { adHoc: true } });
    expect(told('2026-03-02T09:00:00+08:00', { adHocReason })).toMatchObject({ code: 'pwc.meeting-in-the-past' });
  });

  test('tells everybody on the roster of that day [PWR-3.1.3] [PWR-3.1.6a]', () => {
    const story = meeting();
    story.fixes();
    story.rosterIs(committee(8));
    story.tells();
    expect(story.now().members).toHaveLength(8);
    const { persons } = story.told.at(-1)!;
    expect([persons!.includes('m5'), persons!.includes('m6'), persons!.includes('recorder')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('given anew replaces the one before, and what that one owed falls away [PWR-3.1.6a]', () => {
    const story = meeting();
    story.fixes();
    story.tells();
    story.tells({ meetingAt: '2026-03-09T09:00:00+08:00' }, at('2026-03-03 09:00'));
    expect(story.now().notice!.round).toBe(2);
    expect(story.now().duties['hold-meeting:1']!.status).toBe('void');
    expect(story.now().duties['hold-meeting:2']!.dueOn).toBe('2026-03-09');
  });
});

describe('the papers', () => {
  test('are cleared by the secretary or a deputy before they go round [PWR-3.1.9]', () => {
    const story = meeting({ entries: [proposal('a', 'development', { without: ['cleared-papers'] }), entry('b')] });
    story.fixes();
    story.tells();
    const [a, b] = [story.itemId('a'), story.itemId('b')];
    expect(story.circulates([a])).toMatchObject({ code: 'agenda.incomplete', params: { missing: 'cleared-papers' } });
    expect(story.circulates([b], {})).toMatchObject({ code: 'pwc.who-cleared', clause: 'PWR-3.1.9' });
    expect(story.circulates([b], { clearedById: 'm1' })).toMatchObject({ code: 'pwc.not-cleared-by-leader' });
    expect(isRefusal(story.circulates([b], { clearedById: 'deputy2' }))).toBe(false);
    expect(story.circulates([b])).toMatchObject({ code: 'pwc.unknown-item' });
  });

  test('are due the day before, and are read by the members one by one [PWR-3.1.9]', () => {
    const story = meeting({ entries: [proposal('a'), proposal('b')] });
    story.fixes();
    story.tells();
    expect(story.now().duties['circulate-papers:1']!.dueOn).toBe('2026-03-05');
    story.circulates([story.itemId('a')]);
    expect(story.now().duties['circulate-papers:1']!.status).toBe('open');
    story.circulates([story.itemId('b')]);
    expect(story.now().duties['circulate-papers:1']!.status).toBe('met');
    story.does('confirm-reading', { itemIds: [story.itemId('a')] }, MEMBER, BEGUN);
    expect(story.item('a').readBy.map(({ personId }) => personId)).toEqual(['m1']);
    expect(story.does('confirm-reading', { itemIds: [story.itemId('a')] }, MEMBER, BEGUN)).toMatchObject({
      code: 'pwc.unknown-item',
    });
  });

  test('go round in the meeting only for what was added late; of the rest none is voted on [PWR-3.1.9]', () => {
    const story = meeting({ entries: [proposal('a'), proposal('b')] });
    story.fixes(['a']);
    story.tells();
    story.comes(['secretary', 'deputy', 'm1', 'm2', 'm3']);
    story.does('open-sitting', {});
    story.does('add-late-item', { agendaItemId: 'b', reason: '上级要求' });
    story.discusses('a').discusses('b');
    expect(story.circulates([story.itemId('a')], {}, MEETING)).toMatchObject({ code: 'pwc.unknown-item' });
    expect(story.puts('a')).toMatchObject({ code: 'pwc.papers-not-circulated', clause: 'PWR-3.1.9' });
    story.circulates([story.itemId('b')], {}, MEETING);
    expect(isRefusal(story.puts('b'))).toBe(false);
  });
});

describe('who cannot come', () => {
  const noticed = () => {
    const story = meeting();
    story.fixes();
    story.tells();
    story.circulates();
    return story;
  };

  test('asks leave before the meeting and not in it [PWR-3.1.4c]', () => {
    const story = noticed();
    expect(isRefusal(story.does('ask-leave', { reason: '出差' }, MEMBER, BEGUN))).toBe(false);
    expect(isRefusal(story.does('record-leave', { personId: 'm2', reason: '病假' }, OFFICE, BEGUN))).toBe(false);
    expect(story.does('record-leave', { personId: 'stranger', reason: '?' }, OFFICE, BEGUN)).toMatchObject({
      code: 'pwc.not-a-member',
    });
    story.comes(['secretary', 'deputy', 'deputy2', 'm3', 'm4']);
    story.does('open-sitting', {});
    expect(story.does('ask-leave', { reason: '出差' }, MEMBER)).toMatchObject({ code: 'procedure.wrong-stage' });
  });

  test('writes what they think, which is shown and is no vote [PWR-3.1.4d] [PWR-3.1.11b]', () => {
    const story = noticed();
    story.does('give-opinion', { itemId: story.itemId('a'), text: '赞成' }, MEMBER, BEGUN);
    story.comes(['secretary', 'deputy', 'deputy2', 'm3', 'm4']);
    story.does('open-sitting', {});
    story.decides('a', 4);
    expect(story.item('a').opinions).toHaveLength(1);
    expect(story.item('a')).toMatchObject({ outcome: 'not-adopted', votes: [{ verdict: { inFavour: 4, base: 9 } }] });
  });

  test('is somebody who is not there: whoever is checked in speaks [PWR-3.1.4d]', () => {
    const story = noticed();
    story.comes(['m1']);
    expect(story.does('give-opinion', { itemId: story.itemId('a'), text: '赞成' }, MEMBER)).toMatchObject({
      code: 'pwc.present-members-speak',
    });
  });

  test('of others is invited for an item, and never counts [PWR-3.1.3]', () => {
    const story = noticed();
    const guest = { name: '专家', capacity: '工程师' };
    story.does('invite-guest', { ...guest, itemIds: [story.itemId('a')] }, RECORDER, BEGUN);
    expect(story.now().guests).toHaveLength(1);
    expect(story.does('invite-guest', { ...guest, itemIds: ['x'] }, RECORDER, BEGUN)).toMatchObject({
      code: 'pwc.unknown-item',
    });
    expect(story.does('check-in', { personId: 'guest' }, RECORDER)).toMatchObject({ code: 'pwc.not-a-member' });
  });
});
