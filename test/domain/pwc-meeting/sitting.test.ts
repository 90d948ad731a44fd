import { isRefusal } from '../../../src/domain/refusal';
import {
  at,
  BALLOT,
  BEGUN,
  committee,
  DEPUTY,
  entry,
  meeting,
  MEETING,
  MEMBER,
  OFFICE,
  proposal,
  RECORDER,
  SECRETARY,
} from '../../support/meeting-domain';
import { must, standing } from '../../support/domain-story';

const opened = (present: number, size = 9) => {
  const story = meeting({ size });
  story.fixes();
  story.tells();
  story.circulates();
  story.comes(
    committee(size)
      .slice(0, present)
      .map(({ personId }) => personId),
  );
  return story.does('open-sitting', {});
};

describe('the quorum', () => {
  test.each([
    [9, 4, false],
    [9, 5, true],
    [8, 3, false],
    [8, 4, true],
  ])('of %d members %d are there: %s [PWR-3.1.4a]', (size, present, isEnough) => {
    const answer = opened(present, size);
    expect(isRefusal(answer)).toBe(!isEnough);
    if (!isEnough) expect(answer).toMatchObject({ code: 'pwc.no-quorum', clause: 'PWR-3.1.4a' });
  });

  const candidates = [{ name: '甲', step: 'appoint' as const }];
  test.each([
    [9, 5, false],
    [9, 6, true],
    [8, 5, false],
    [8, 6, true],
  ])('for personnel, of %d members %d are there: %s [PWR-3.1.4b]', (size, present, isEnough) => {
    const story = meeting({ entries: [proposal('a', 'personnel')], size });
    story.sits(present, [{ agendaItemId: 'a', candidates }]);
    const itemId = story.itemId('a');
    // It is not even discussed before they are there: nobody speaks, nothing is summed up.
    const steps = [
      story.does('record-statement', { itemId, personId: 'm1', text: '同意' }, RECORDER),
      story.does('report-consultation', { itemId, text: '已酝酿' }, RECORDER),
      story.does('sum-up', { itemId, text: '建议通过' }, RECORDER),
      story.puts('a', { ...BALLOT, candidateId: story.item('a').candidates[0]!.id }),
    ];
    expect(steps.map(isRefusal)).toEqual(isEnough ? [false, false, false, false] : [true, false, true, true]);
    for (const refused of steps.filter(isRefusal))
      expect(refused).toMatchObject({
        ...{ code: 'pwc.no-quorum-for-item', clause: 'PWR-3.1.4b', params: { present } },
      });
  });

  test('counts for each item who is not recused, of all who are due [PWR-3.1.12] [PWR-3.1.4a]', () => {
    const story = meeting({ entries: [proposal('a'), proposal('b')] }).sits(5);
    story.does('recuse', { itemId: story.itemId('a'), reason: '涉及亲属' }, MEMBER);
    story.discusses('a').discusses('b');
    expect(story.puts('a')).toMatchObject({
      code: 'pwc.no-quorum-for-item',
      params: { due: 9, present: 4, recused: 1, needed: 5, quorateWithoutRecused: true },
    });
    expect(isRefusal(story.puts('b'))).toBe(false);
  });

  test('that is missing lets the meeting be adjourned, and one that is there does not [PWR-3.1.4a]', () => {
    const gathered = (present: number) => {
      const story = meeting();
      story.fixes();
      story.tells();
      story.comes(
        committee()
          .slice(0, present)
          .map(({ personId }) => personId),
      );
      return story;
    };
    expect(gathered(5).does('adjourn', { reason: '改日' })).toMatchObject({ code: 'pwc.quorate' });
    const story = gathered(4);
    expect(isRefusal(story.does('adjourn', { reason: '人数不足' }))).toBe(false);
    expect(story.now()).toMatchObject({ stage: 'adjourned', duties: { 'renew-notice:1': { dueOn: '2026-03-11' } } });
    story.tells({ meetingAt: '2026-03-11T09:00:00+08:00' }, at('2026-03-07 09:00'));
    expect(story.now().duties['renew-notice:1']!.status).toBe('met');
  });
});

describe('who chairs', () => {
  const gathered = (people: readonly string[]) => {
    const story = meeting();
    story.fixes();
    story.tells();
    story.circulates();
    story.comes(people);
    return story;
  };
  const withoutSecretary = ['deputy', 'deputy2', 'm1', 'm2', 'm3'];

  test('is the secretary; a deputy only by delegation on record, and nobody else [PWR-3.1.2]', () => {
    const story = gathered(withoutSecretary);
    expect(story.does('open-sitting', {}, DEPUTY)).toMatchObject({ code: 'procedure.not-entitled' });
    expect(story.does('delegate-chair', { personId: 'm1', reason: '出差' })).toMatchObject({
      code: 'pwc.delegate-not-deputy',
      clause: 'PWR-3.1.2',
    });
    story.does('delegate-chair', { personId: 'deputy', reason: '出差' });
    expect(isRefusal(story.does('open-sitting', {}, DEPUTY))).toBe(false);
  });

  test('is there: neither a secretary who has not come nor a delegate beside one who has opens it [PWR-3.1.2]', () => {
    expect(gathered(withoutSecretary).does('open-sitting', {})).toMatchObject({ code: 'pwc.chair-absent' });
    const both = gathered(['secretary', ...withoutSecretary]);
    both.does('delegate-chair', { personId: 'deputy', reason: '以备不时' });
    expect(both.does('open-sitting', {}, DEPUTY)).toMatchObject({ code: 'pwc.secretary-chairs' });
  });

  test('of an item on which the secretary is recused is the delegate [PWR-3.1.12] [PWR-3.1.2]', () => {
    const story = meeting().sits(9);
    story.does('delegate-chair', { personId: 'deputy', reason: '回避' });
    story.does('record-recusal', { itemId: story.itemId('a'), personId: 'secretary', reason: '涉及亲属' }, RECORDER);
    story.discusses('a');
    expect(story.puts('a')).toMatchObject({ code: 'pwc.chair-recused', clause: 'PWR-3.1.12' });
    expect(isRefusal(story.puts('a', { method: 'oral' }, DEPUTY))).toBe(false);
    expect(isRefusal(story.announces(8, 0, 0, DEPUTY))).toBe(false);
  });
});

describe('the opening', () => {
  test('is not before its hour, nor on another day, with the roster of that day [PWR-3.1.6a] [PWR-3.1.4a]', () => {
    const story = meeting();
    story.fixes();
    story.tells();
    expect(story.does('check-in', { personId: 'm1' }, RECORDER, MEETING - 3_600_001)).toMatchObject({
      code: 'pwc.before-announced-time',
    });
    story.comes(['secretary', 'deputy', 'm1', 'm2']);
    expect(story.does('open-sitting', {}, SECRETARY, MEETING - 1)).toMatchObject({ code: 'pwc.before-announced-time' });
    expect(story.does('open-sitting', {}, SECRETARY, at('2026-03-07 00:00'))).toMatchObject({
      code: 'pwc.announced-day-passed',
    });
    story.comes(['m3']);
    // One more member was elected meanwhile: of ten, five are half.
    story.rosterIs([...committee(), { personId: 'm7', position: '委员' }]);
    expect(story.does('open-sitting', {})).toMatchObject({
      answer: { quorum: { due: 10, present: 5, quorate: true } },
    });
  });
});

describe('the discussion', () => {
  test('is written down by the recorder, of members who are there and not recused [PWR-3.1.14] [PWR-3.1.10a] [PWR-3.1.12]', () => {
    const story = meeting().sits(8);
    const itemId = story.itemId('a');
    const says = (personId: string, actor = RECORDER) =>
      story.does('record-statement', { itemId, personId, text: '同意' }, actor);
    expect(says('m1', OFFICE)).toMatchObject({ code: 'procedure.not-entitled' });
    expect(says('m6')).toMatchObject({ code: 'pwc.not-present' });
    story.does('recuse', { itemId, reason: '涉及本人' }, MEMBER);
    expect(says('m1')).toMatchObject({ code: 'pwc.recused', clause: 'PWR-3.1.12' });
    expect(isRefusal(says('m2'))).toBe(false);
  });

  test('ends with the secretary summing up, without which nothing is put [PWR-3.1.10a]', () => {
    const story = meeting({ entries: [proposal('a'), proposal('b')] }).sits();
    const itemId = story.itemId('a');
    const says = () => story.does('record-statement', { itemId, personId: 'm1', text: '再议' }, RECORDER);
    expect(story.puts('a')).toMatchObject({ code: 'pwc.not-summed-up', clause: 'PWR-3.1.10a' });
    must(story.does('sum-up', { itemId, text: '建议通过' }));
    expect(says()).toMatchObject({ code: 'pwc.summed-up' });
    must(story.does('sum-up', { itemId: story.itemId('b'), text: '建议通过' }));
    expect(says()).toMatchObject({ code: 'pwc.all-summed-up', clause: 'PWR-3.1.10a' });
    expect(isRefusal(story.puts('a'))).toBe(false);
  });

  test('tells of the prior consultation where one is asked for [PWR-3.1.7a]', () => {
    const story = meeting({ entries: [proposal('a', 'major-expenditure')] }).sits();
    story.does('sum-up', { itemId: story.itemId('a'), text: '建议通过' });
    expect(story.puts('a', BALLOT)).toMatchObject({ code: 'pwc.consultation-not-reported', clause: 'PWR-3.1.7a' });
    const report = (text: string) => story.does('report-consultation', { itemId: story.itemId('a'), text });
    expect(isRefusal(report('意见一致'))).toBe(false);
    expect(isRefusal(story.puts('a', BALLOT))).toBe(false);
    // Nobody writes it anew while the papers are in the box.
    expect(report('表决中改写')).toMatchObject({ code: 'pwc.summed-up' });
  });

  test('is of nothing that is incomplete: what is missing is named with its clause [PWR-3.1.7b] [PWW-3.4] [PWR-3.1.8b]', () => {
    const put = (
      category: Parameters<typeof proposal>[1],
      without: string[],
      traits: ('technical' | 'important')[] = [],
    ) => {
      const story = meeting({ entries: [proposal('a', category, { without, traits })] });
      story.sits().discusses('a');
      return story.puts('a', BALLOT);
    };
    expect(put('yearly-budget', ['party-building-line'])).toMatchObject({
      code: 'agenda.incomplete',
      clause: 'PWW-3.4',
    });
    expect(put('development', ['technical-advice', 'decision-assessment'], ['technical'])).toMatchObject({
      clause: 'PWR-3.1.8b',
      params: { missing: 'technical-advice, decision-assessment' },
    });
  });

  test('of a report needs no vote, of everything else one [PWR-3.1.10a]', () => {
    const story = meeting({ entries: [proposal('a', 'work-reports'), proposal('b')] }).sits();
    const hears = (id: string) => story.does('note-item', { itemId: story.itemId(id), note: '继续' });
    expect(hears('b')).toMatchObject({ code: 'pwc.needs-a-vote' });
    must(hears('a'));
    expect(hears('b')).toMatchObject({ code: 'pwc.nothing-to-hear', clause: 'PWR-3.1.10a' });
    expect(story.agenda.at(-1)).toMatchObject({ settle: { settlement: { outcome: 'noted', by: 'pwc' } } });
  });
});

describe('the closing', () => {
  test('waits for the outcome of every item, and then owes the minutes in three days [PWR-3.1.11e] [PWR-3.1.14]', () => {
    const story = meeting({ entries: [entry('a'), entry('b')] }).sits();
    story.decides('a', 9);
    expect(story.does('close-sitting', {})).toMatchObject({ code: 'pwc.items-not-put', params: { items: 1 } });
    story.does('withdraw-item', { itemId: story.itemId('b'), reason: '材料不全' });
    const answer = story.does('close-sitting', {});
    expect(answer).toMatchObject({ held: [{ meeting: 'pwc-meeting', on: '2026-03-06' }] });
    expect(story.now()).toMatchObject({ stage: 'documenting', heldOn: '2026-03-06' });
    expect(story.now().duties['sign-minutes']!.dueOn).toBe('2026-03-09');
  });

  test('tells the duties of the year also that reports were heard [PWW-2.1.2b]', () => {
    const story = meeting({ entries: [proposal('a', 'subordinate-reports')] }).sits();
    story.does('note-item', { itemId: story.itemId('a') });
    expect(story.does('close-sitting', {})).toMatchObject({ held: [{}, { meeting: 'subordinate-reports' }] });
  });

  test('comes on the day that was told: afterwards nothing more is put, only adjourned [PWR-3.1.6a]', () => {
    const story = meeting().sits().discusses('a');
    const next = at('2026-03-07 00:00');
    expect(story.puts('a', undefined, SECRETARY, next)).toMatchObject({ code: 'pwc.announced-day-passed' });
    story.passes(next);
    expect(story.now().duties['close-sitting:1']!.status).toBe('overdue');
    expect(isRefusal(story.does('adjourn', { reason: '时间已晚' }, SECRETARY, next))).toBe(false);
  });

  test('of a meeting that nobody opened is told at every moment of its deadline [PWR-3.1.6a]', () => {
    const story = meeting();
    story.fixes();
    story.tells();
    story.passes(at('2026-03-07 00:00'));
    const words = story.told.filter(({ params }) => params['duty'] === 'hold-meeting').map(({ kind }) => kind);
    expect(words).toEqual(['deadline-remind', 'deadline-due', 'deadline-overdue']);
  });
});

test('the record is kept by somebody who is no member; another takes over with a reason [PWR-3.1.14]', () => {
  const story = meeting();
  expect(story.does('change-recorder', { recorder: 'm1', reason: '请假' })).toMatchObject({
    code: 'pwc.recorder-is-member',
  });
  story.does('change-recorder', { recorder: 'other', reason: '请假' }, OFFICE, BEGUN);
  expect(story.now().recorder).toBe('other');
  expect(story.does('record-recusal', {}, standing('recorder'))).toMatchObject({ code: 'procedure.not-entitled' });
});
