import type { MatterCategory, Preparation, Trait } from '../../../src/domain/pwc/matters';
import { must } from '../../support/domain-story';
import { BALLOT, BEGUN, entry, meeting, OFFICE, proposal } from '../../support/meeting-domain';

const candidates = [{ name: '甲', step: 'appoint' as const }];

describe('an item is not put while one thing is missing', () => {
  test.each<[Preparation, string, MatterCategory, readonly Trait[]]>([
    ['consultation', 'PWR-3.1.7a', 'development', ['important']],
    ['recommendation', 'PWR-3.1.7b', 'personnel', []],
    ['inspection', 'PWR-3.1.7b', 'personnel', []],
    ['leader-opinion', 'PWR-3.1.7b', 'personnel', []],
    ['subordinate-opinions', 'PWR-3.1.8a', 'reports-upward', ['major-document']],
    ['expert-argument', 'PWR-3.1.8b', 'development', ['technical']],
    ['technical-advice', 'PWR-3.1.8b', 'development', ['technical']],
    ['decision-assessment', 'PWR-3.1.8b', 'development', ['technical']],
    ['public-participation', 'PWR-3.1.8c', 'development', ['residents-interests']],
    ['coordination', 'PWR-3.1.8d', 'development', ['several-departments']],
    ['party-building-line', 'PWW-3.4', 'yearly-budget', []],
  ])(
    '%s, by %s, of %s %j; with all of it there it is [PWR-3.1.7a] [PWR-3.1.7b] [PWR-3.1.8a] [PWR-3.1.8b] [PWR-3.1.8c] [PWR-3.1.8d] [PWW-3.4]',
    (missing, clause, category, traits) => {
      const sat = (without: readonly string[]) => {
        const story = meeting({ entries: [proposal('a', category, { traits, without })] });
        return story.sits(9, [{ agendaItemId: 'a', ...(category === 'personnel' && { candidates }) }]).discusses('a');
      };
      const put = (story: ReturnType<typeof sat>) =>
        story.puts('a', { ...BALLOT, candidateId: story.item('a').candidates[0]?.id });
      expect(put(sat([missing]))).toMatchObject({ code: 'agenda.incomplete', clause, params: { missing } });
      must(put(sat([])));
    },
  );

  test('nor heard: a report needs what its traits ask for, too [PWR-3.1.8d] [PWR-3.1.10a]', () => {
    const report = (without: readonly string[]) =>
      meeting({ entries: [proposal('a', 'work-reports', { traits: ['several-departments'], without })] }).sits();
    const notes = (story: ReturnType<typeof report>) => story.does('note-item', { itemId: story.itemId('a') });
    expect(notes(report(['coordination']))).toMatchObject({ code: 'agenda.incomplete', clause: 'PWR-3.1.8d' });
    must(notes(report([])));
  });

  test('and is put once it is prepared, in the same meeting [PWR-3.1.8d]', () => {
    const shared = { traits: ['several-departments'] as const };
    const story = meeting({ entries: [proposal('a', 'development', { ...shared, without: ['coordination'] })] });
    story.sits().discusses('a');
    expect(story.puts('a')).toMatchObject({ code: 'agenda.incomplete' });
    story.entries.set('a', { ...proposal('a', 'development', shared), status: 'taken-up' });
    must(story.puts('a'));
  });
});

describe('what a council could not agree on', () => {
  test('comes without a proposal: its papers are cleared when they go round, and it is decided like any other [PWR-2.2] [PWR-3.1.9]', () => {
    const story = meeting({ entries: [entry('a')] });
    must(story.fixes());
    must(story.tells());
    const [itemIds, clearedById] = [[story.itemId('a')], 'secretary'];
    expect(story.does('circulate-papers', { itemIds, clearedById: 'office' }, OFFICE, BEGUN)).toMatchObject({
      code: 'pwc.not-cleared-by-leader',
      clause: 'PWR-3.1.9',
    });
    must(story.does('circulate-papers', { itemIds, clearedById }, OFFICE, BEGUN));
    expect(story.item('a')).toMatchObject({ clearedById, circulatedOn: '2026-03-02', major: false });
  });
});

describe('the number of items', () => {
  test('holds for those that are added late as well [PWR-3.1.6b]', () => {
    const entries = ['a', 'b', 'c'].map((id) => proposal(id));
    const story = meeting({ entries, rules: { 'pwc.itemsAtMost': 2 } });
    must(story.fixes(['a']));
    must(story.tells());
    const adds = (agendaItemId: string) => story.does('add-late-item', { agendaItemId, reason: '上级要求' });
    must(adds('b'));
    expect(adds('c')).toMatchObject({
      code: 'pwc.too-many-items',
      clause: 'PWR-3.1.6b',
      params: { items: 3, most: 2 },
    });
    must(story.does('withdraw-item', { itemId: story.itemId('a'), reason: '另议' }));
    must(adds('c'));
    expect(story.entries.get('a')!.status).toBe('open');
  });

  test('is added to by what is free, and not by what another meeting has [PWR-3.1.6b]', () => {
    const entries = [proposal('a'), { ...proposal('b'), status: 'taken-up' as const }];
    const story = meeting({ entries });
    must(story.fixes(['a']));
    must(story.tells());
    for (const agendaItemId of ['a', 'b'])
      expect(story.does('add-late-item', { agendaItemId, reason: '?' })).toMatchObject({ code: 'agenda.not-open' });
  });
});

test('nothing is reported or summed up of an item that has its outcome, or that there is not [PWR-3.1.10a]', () => {
  const story = meeting({ entries: [entry('a'), entry('b'), proposal('c', 'work-reports')] }).sits();
  story.decides('a', 9);
  const acts = [
    ['report-consultation', { text: '补充' }],
    ['sum-up', { text: '补充' }],
    ['put-to-vote', { method: 'oral' }],
    ['note-item', {}],
  ] as const;
  for (const [action, input] of acts) {
    const does = (itemId: string) => story.does(action, { ...input, itemId });
    expect(does(story.itemId('a'))).toMatchObject({ code: 'pwc.item-decided' });
    expect(does('nothing')).toMatchObject({ code: 'pwc.unknown-item' });
  }
});
