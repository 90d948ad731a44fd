import {
  CATEGORIES,
  judgeCompleteness,
  missingFor,
  prepare,
  PREPARATIONS,
  requiredFor,
  type Matter,
  type MatterCategory,
  type Preparation,
  type PrepareInput,
  type Trait,
} from '../../../src/domain/pwc/matters';
import { isRefusal } from '../../../src/domain/refusal';

const TODAY = '2026-03-09';
const keep = (text: string) => ({ evidence: text });
const matter = (
  category: MatterCategory,
  traits: readonly Trait[] = [],
  prepared: readonly Preparation[] = [],
): Matter => ({
  category,
  traits,
  prepared: prepared.map((what) => {
    return {
      what,
      on: TODAY,
      text: keep('已办'),
      omitted: false,
      clearedById: null,
      fileId: null,
      enteredById: 'office',
    };
  }),
});
const all = (category: MatterCategory, traits: readonly Trait[] = []) =>
  matter(category, traits, requiredFor(matter(category, traits)));

describe('what has to be there before an item is put', () => {
  test.each<[string, MatterCategory, readonly Trait[], readonly Preparation[]]>([
    ['of every item: papers that the secretary or a deputy cleared [PWR-3.1.9]', 'other', [], []],
    ['of an important item: prior consultation [PWR-3.1.7a]', 'development', ['important'], ['consultation']],
    [
      'of personnel: consultation, recommendation, inspection and what the leader in charge says [PWR-3.1.7b] [PWR-2.8]',
      'personnel',
      [],
      ['consultation', 'recommendation', 'inspection', 'leader-opinion'],
    ],
    [
      'of a document on a major question: the opinions of the subordinate organisations [PWR-3.1.8a]',
      'reports-upward',
      ['major-document'],
      ['subordinate-opinions'],
    ],
    [
      'of a technical matter: all three papers [PWR-3.1.8b]',
      'major-expenditure',
      ['technical'],
      ['consultation', 'expert-argument', 'technical-advice', 'decision-assessment'],
    ],
    [
      "of what is close to residents' interests: a public notice, a hearing or the like [PWR-3.1.8c]",
      'development',
      ['residents-interests'],
      ['public-participation'],
    ],
    ['of several departments: coordination [PWR-3.1.8d]', 'development', ['several-departments'], ['coordination']],
    [
      'of the yearly budget: the line for Party-building in the communities [PWW-3.4] [PWR-2.7]',
      'yearly-budget',
      [],
      ['consultation', 'party-building-line'],
    ],
    [
      'of an item that is all of this at once: each once, in the order of the regulation [PWR-3.1.7] [PWR-3.1.8]',
      'yearly-budget',
      ['several-departments', 'residents-interests', 'technical', 'major-document', 'important'],
      [
        'consultation',
        'subordinate-opinions',
        'expert-argument',
        'technical-advice',
        'decision-assessment',
        'public-participation',
        'coordination',
        'party-building-line',
      ],
    ],
  ])('%s', (_case, category, traits, expected) => {
    expect(requiredFor({ category, traits })).toEqual([...expected, 'cleared-papers']);
  });

  test('every subject of the regulation can be proposed, in its order [PWR-2.1] [PWR-2.2] [PWR-2.3] [PWR-2.4] [PWR-2.5] [PWR-2.6] [PWR-2.7] [PWR-2.8] [PWR-2.9] [PWW-1.5]', () => {
    const clauses = Object.values(CATEGORIES).map(({ clauses: [first] }) => first);
    expect(clauses.filter((clause) => clause.startsWith('PWR'))).toEqual([
      ...[
        'PWR-2.1',
        'PWR-2.2',
        'PWR-2.3',
        'PWR-2.4',
        'PWR-2.5',
        'PWR-2.6',
        'PWR-2.6',
        'PWR-2.7',
        'PWR-2.7',
        'PWR-2.8',
        'PWR-2.9',
      ],
    ]);
    expect(clauses).toContain('PWW-1.5');
  });

  test.each<[string, readonly MatterCategory[]]>([
    ['PWW-2.1.1', ['higher-decisions']],
    ['PWW-2.1.2', ['party-building']],
    ['PWW-2.1.2b', ['subordinate-reports']],
    ['PWW-2.1.3', ['development', 'work-reports']],
    ['PWW-2.1.4', ['personnel']],
    ['PWW-2.1.5', ['reports-upward']],
    ['PWW-2.1.6', ['mass-organisations']],
    ['PWW-2.1.7', ['other']],
  ])(
    'every matter that has to come before the meeting can be proposed to it: %s as %j [PWW-2.1.1] [PWW-2.1.2] [PWW-2.1.3] [PWW-2.1.4] [PWW-2.1.5] [PWW-2.1.6] [PWW-2.1.7]',
    (clause, categories) => {
      const of = (Object.keys(CATEGORIES) as MatterCategory[]).filter((one) =>
        (CATEGORIES[one].clauses as readonly string[]).includes(clause),
      );
      expect(of).toEqual(categories);
      for (const category of of) expect(judgeCompleteness(all(category))).toBeNull();
    },
  );

  test('while one thing is missing the item is not put; the refusal names it and its clause, and all the others [PWR-3.1.7b] [PWR-3.1.9]', () => {
    const prepared: Preparation[] = ['consultation', 'recommendation', 'leader-opinion'];
    expect(judgeCompleteness(matter('personnel', [], prepared))).toMatchObject({
      code: 'agenda.incomplete',
      clause: 'PWR-3.1.7b',
      params: { missing: 'inspection, cleared-papers' },
    });
    expect(judgeCompleteness(matter('personnel', [], [...prepared, 'inspection']))).toMatchObject({
      clause: 'PWR-3.1.9',
      params: { missing: 'cleared-papers' },
    });
    expect(judgeCompleteness(all('personnel'))).toBeNull();
  });

  test.each(Object.keys(CATEGORIES) as MatterCategory[])(
    'with all of it there, %s can be put [PWR-3.1.7]',
    (category) => {
      expect(judgeCompleteness(all(category, ['technical', 'important']))).toBeNull();
      expect(missingFor(matter(category))).toContain('cleared-papers');
    },
  );
});

describe('what was done beforehand', () => {
  const input = (changes: Partial<PrepareInput> = {}): PrepareInput => ({
    what: 'consultation',
    on: TODAY,
    text: '专题会已酝酿',
    ...changes,
  });
  const doing = (of: Matter, changes: Partial<PrepareInput> = {}, position: string | null = null) => {
    const done = prepare(of, input(changes), { today: TODAY, enteredById: 'office', position, keep });
    return isRefusal(done) ? [done.code, done.clause] : done;
  };
  const personnel = matter('personnel', ['major-document']);

  test('is recorded with its day and what came of it, today at the latest [PWR-3.1.7a]', () => {
    expect(doing(personnel)).toEqual({
      ...{ what: 'consultation', on: TODAY, text: keep('专题会已酝酿'), omitted: false },
      ...{ clearedById: null, fileId: null, enteredById: 'office' },
    });
    expect(doing(personnel, { on: '2026-03-10' })).toEqual(['agenda.prepared-in-the-future', 'PWR-3.1.7a']);
  });

  test('is recorded once, and only where it is asked for [PWR-3.1.7a] [PWR-3.1.8d]', () => {
    const once = matter('personnel', [], ['consultation']);
    expect(doing(once)).toEqual(['agenda.prepared-already', 'PWR-3.1.7a']);
    expect(doing(once, { what: 'coordination' })).toEqual(['agenda.not-required', 'PWR-3.1.8d']);
  });

  test.each((Object.keys(PREPARATIONS) as Preparation[]).filter((one) => one !== 'cleared-papers'))(
    '%s is omitted with a reason only where the text says "generally" [PWR-3.1.8a]',
    (what) => {
      const needsAll = matter('personnel', [
        'technical',
        'residents-interests',
        'several-departments',
        'major-document',
      ]);
      const of = requiredFor(needsAll).includes(what) ? needsAll : matter('yearly-budget');
      const { clause } = PREPARATIONS[what];
      const done = doing(of, { what, omitted: true, text: '时间紧迫' });
      if (what === 'subordinate-opinions') expect(done).toMatchObject({ omitted: true, text: keep('时间紧迫') });
      else expect(done).toEqual(['agenda.not-to-be-omitted', clause]);
    },
  );

  test.each([
    ['the secretary', '书记', true],
    ['a deputy secretary', '副书记', true],
    ['another member', '委员', false],
    ['somebody without a seat', null, false],
  ])('the papers are cleared by %s: %s [PWR-3.1.9]', (_who, position, isCleared) => {
    const done = doing(personnel, { what: 'cleared-papers', clearedById: 'somebody' }, position);
    if (isCleared) expect(done).toMatchObject({ what: 'cleared-papers', clearedById: 'somebody' });
    else expect(done).toEqual(['agenda.not-cleared-by-leader', 'PWR-3.1.9']);
  });

  test('who cleared is named for the papers, and for nothing else [PWR-3.1.9]', () => {
    expect(doing(personnel, { what: 'cleared-papers' }, '书记')).toEqual(['agenda.who-cleared', 'PWR-3.1.9']);
    expect(doing(personnel, { clearedById: 'somebody' }, '书记')).toEqual(['agenda.who-cleared', 'PWR-3.1.9']);
  });
});
