import { isRefusal } from '../../../src/domain/refusal';
import { at, BEGUN, entry, meeting, MEMBER, OFFICE, proposal, SECRETARY } from '../../support/meeting-domain';

const emergency = (id: string) => ({
  ...entry(id),
  reason: 'emergency' as const,
  emergency: {
    actedOn: '2026-03-01',
    actedById: 'deputy',
    reportedOn: '2026-03-01',
    reportDueOn: '2026-03-06',
    late: false,
  },
});

describe('the items of a meeting', () => {
  test('are fixed by the secretary, who has heard the members, and by nobody else [PWR-3.1.5a] [PWW-2.1]', () => {
    const story = meeting();
    for (const actor of [MEMBER, OFFICE])
      expect(story.does('fix-agenda', { items: [{ agendaItemId: 'a' }], heard: '是' }, actor, BEGUN)).toMatchObject({
        code: 'procedure.not-entitled',
      });
    expect(isRefusal(story.fixes())).toBe(false);
    expect(story.entries.get('a')!.status).toBe('taken-up');
  });

  test('put major and urgent ones first, or say why not [PWR-3.1.6b]', () => {
    const entries = [proposal('a'), proposal('b', 'major-expenditure')];
    expect(meeting({ entries }).fixes()).toMatchObject({ code: 'pwc.order-without-reason', clause: 'PWR-3.1.6b' });
    expect(isRefusal(meeting({ entries }).fixes(['b', 'a']))).toBe(false);
    expect(isRefusal(meeting({ entries }).fixes(['a', 'b'], '先通报情况'))).toBe(false);
    const urgent = [{ agendaItemId: 'a', urgent: true }, 'b'];
    expect(isRefusal(meeting({ entries }).fixes(urgent))).toBe(false);
  });

  test('are a suitable number, that of the rulebook and not one more [PWR-3.1.6b]', () => {
    const entries = ['a', 'b', 'c'].map((id) => proposal(id));
    const rules = { 'pwc.itemsAtMost': 2 };
    expect(meeting({ entries, rules }).fixes()).toMatchObject({
      code: 'pwc.too-many-items',
      params: { items: 3, most: 2 },
    });
    expect(isRefusal(meeting({ entries, rules }).fixes(['a', 'b']))).toBe(false);
  });

  test('are each taken by one meeting, once, from their day on [PWR-3.1.5a]', () => {
    const later = { ...proposal('a'), openFrom: '2026-03-03' };
    expect(meeting({ entries: [later] }).fixes()).toMatchObject({ code: 'agenda.not-yet' });
    expect(meeting({ entries: [{ ...later, openFrom: '2026-03-02' }] }).fixes()).not.toMatchObject({ refused: true });
    expect(meeting().fixes(['a', 'a'])).toMatchObject({ code: 'agenda.not-open' });
    expect(meeting({ entries: [{ ...proposal('a'), status: 'taken-up' }] }).fixes()).toMatchObject({
      code: 'agenda.not-open',
    });
    expect(meeting().fixes(['nothing'])).toMatchObject({ code: 'agenda.unknown-item' });
  });

  test('are fixed anew before the notice: what is left out goes back [PWR-3.1.5a]', () => {
    const story = meeting({ entries: [proposal('a'), proposal('b')] });
    story.fixes();
    expect(isRefusal(story.fixes(['b']))).toBe(false);
    expect([...story.entries.values()].map(({ status }) => status)).toEqual(['open', 'taken-up']);
  });

  test('name the persons of personnel, and of nothing else [PWR-3.1.11f]', () => {
    const entries = [proposal('a', 'personnel')];
    const candidates = [{ name: '甲', step: 'appoint' as const }];
    expect(meeting({ entries }).fixes()).toMatchObject({ code: 'pwc.candidates-missing', clause: 'PWR-3.1.11f' });
    expect(isRefusal(meeting({ entries }).fixes([{ agendaItemId: 'a', candidates }]))).toBe(false);
    expect(meeting().fixes([{ agendaItemId: 'a', candidates }])).toMatchObject({ code: 'pwc.candidates-not-asked' });
  });

  test('that another meeting put off, and emergencies, are there by themselves, where their weight puts them [PWR-3.1.11h] [PWR-3.1.13]', () => {
    const deferred = { ...proposal('late'), deferredOn: '2026-02-20' };
    const story = meeting({ entries: [proposal('a'), deferred, emergency('fire')] });
    story.fixes(['a']);
    expect(story.now().items.map(({ agendaItemId }) => agendaItemId)).toEqual(['fire', 'a', 'late']);
    expect(story.item('fire')).toMatchObject({ urgent: true, forHearing: true });
  });

  test('that several departments share are not major by that alone; what the text calls major or important is [PWR-3.1.11d]', () => {
    const entries = [
      proposal('personnel', 'personnel'),
      proposal('budget', 'yearly-budget'),
      proposal('technical', 'development', { traits: ['technical'] }),
      proposal('residents', 'development', { traits: ['residents-interests'] }),
      proposal('shared', 'development', { traits: ['several-departments'] }),
      entry('council'),
    ];
    const story = meeting({ entries });
    const candidates = [{ name: '甲', step: 'appoint' as const }];
    story.fixes([{ agendaItemId: 'personnel', candidates }, 'budget', 'technical', 'residents', 'shared', 'council']);
    expect(story.now().items.map(({ major }) => major)).toEqual([true, true, true, true, false, false]);
    expect(story.item('council').category).toBe('development');
  });
});

describe('after the notice', () => {
  test('an item is added late only with a reason, and taken off only by the secretary [PWR-3.1.6b]', () => {
    const story = meeting({ entries: [proposal('a'), proposal('b')] });
    story.fixes(['a']);
    expect(story.does('add-late-item', { agendaItemId: 'b', reason: '上级要求' })).toMatchObject({
      code: 'procedure.wrong-stage',
    });
    story.tells();
    story.does('add-late-item', { agendaItemId: 'b', reason: '上级要求' });
    expect(story.item('b').lateReason).toEqual({ evidence: '上级要求' });
    story.does('withdraw-item', { itemId: story.itemId('a'), reason: '另行安排' });
    expect(story.entries.get('a')!.status).toBe('open');
    expect(story.does('add-late-item', { agendaItemId: 'x', reason: '?' }, OFFICE)).toMatchObject({
      code: 'procedure.not-entitled',
    });
  });

  test('a meeting that is cancelled gives its items back [PWR-3.1.5a]', () => {
    const story = meeting();
    story.fixes();
    story.tells();
    story.does('cancel', { reason: '另行安排' }, SECRETARY, at('2026-03-03 09:00'));
    expect([story.now().stage, story.entries.get('a')!.status]).toEqual(['cancelled', 'open']);
    expect(Object.values(story.now().duties).every(({ status }) => status === 'void')).toBe(true);
  });
});
