import { completeRulebook } from '../../../src/domain/rulebook';
import {
  granted,
  announce,
  begun,
  BEGUN,
  CHAIR,
  createCouncil,
  DEPUTY,
  dueList,
  people,
  RECORDER,
  refusal,
  topic,
} from '../../support/council-domain';

const officers = (changes: object) => ({ ...topic().officers, ...changes });

test('begins as a draft with the topic, where it came from, and its items undecided [HDA-11.1.1]', () => {
  const council = begun({
    source: 'hearing',
    items: [{ title: '重新划线' }, { title: '充电桩', description: '3号楼' }],
  });
  expect(council.state).toMatchObject({
    stage: 'draft',
    organisationId: 'chunhe',
    title: { evidence: 'digest of 小区停车位改造' },
    source: 'hearing',
    sourceNote: { evidence: 'digest of 党组织入户征求意见' },
    category: 'HDA-10.4',
    rulebook: completeRulebook({}),
    duties: {},
  });
  expect(council.state.items).toEqual([
    expect.objectContaining({ title: { evidence: 'digest of 重新划线' }, description: null, outcome: null, votes: [] }),
    expect.objectContaining({ description: { evidence: 'digest of 3号楼' }, outcome: null, votes: [] }),
  ]);
  expect(new Set(council.state.items.map(({ id }) => id)).size).toBe(2);
});

test.each(['HDA-10.1', 'HDA-10.2', 'HDA-10.3', 'HDA-10.4', 'HDA-10.5', 'HDA-10.6'] as const)(
  'takes a topic of the subject [%s] [HDA-11.1.1]',
  (category) => {
    const council = begun({ category });
    expect(council.state).toMatchObject({ category, broadInterest: true });
    expect(createCouncil().begin(topic({ category, broadInterest: false }))).toEqual(
      refusal('council.narrow-without-reason', 'HDA-11.1.2'),
    );
  },
);

test('keeps the list of those due, in the capacity in which each takes part [HDA-9]', () => {
  const due = [
    { personId: 'an', capacity: '社区党组织' },
    { personId: 'bo', capacity: '辖区单位党组织代表' },
  ];
  expect(begun({ due }).state.due).toEqual(due);
});

test('refuses a list on which somebody stands twice [HDA-9]', () => {
  const due = [...dueList(4), { personId: people(4)[2]!, capacity: '辖区单位代表' }];
  expect(createCouncil().begin(topic({ due }))).toEqual(refusal('council.due-twice', 'HDA-9', { personId: 'member2' }));
});

test('names a recorder and tells everybody who holds an office in it [HDA-11.2.3b]', () => {
  const council = begun();
  expect(council.state.officers.recorder).toBe('recorder');
  expect(council.told).toEqual([
    {
      kind: 'council-officer-named',
      clause: 'HDA-11.2.3b',
      persons: ['chair', 'recorder', 'deputy'],
      params: {},
      at: BEGUN,
    },
  ]);
});

test('does without a deputy [HDA-9]', () => {
  const council = begun({ officers: officers({ deputy: null }) });
  expect(council.told[0]).toMatchObject({ persons: ['chair', 'recorder'] });
});

test.each([
  ['a recorder who chairs', { recorder: CHAIR.personId }, 'council.recorder-chairs', 'HDA-11.2.3b'],
  [
    'a recorder who may stand in for the chair',
    { recorder: DEPUTY.personId },
    'council.recorder-chairs',
    'HDA-11.2.3b',
  ],
  ['a deputy who records, of a chair beside', { deputy: RECORDER.personId }, 'council.recorder-chairs', 'HDA-11.2.3b'],
  ['a chair who is their own deputy', { deputy: CHAIR.personId }, 'council.deputy-is-chair', 'HDA-9'],
])('refuses %s [HDA-11.2.3b]', (_case, changes, code, clause) => {
  expect(createCouncil().begin(topic({ officers: officers(changes) }))).toEqual(refusal(code, clause));
});

test('lets the recorder be one of those due [HDA-11.2.3b]', () => {
  const due = [...dueList(4), { personId: RECORDER.personId, capacity: '居委会' }];
  expect(createCouncil().begin(topic({ due }))).toEqual(granted);
});

test('refuses to call a topic narrow without a reason [HDA-11.1.2]', () => {
  expect(createCouncil().begin(topic({ broadInterest: false }))).toEqual(
    refusal('council.narrow-without-reason', 'HDA-11.1.2'),
  );
});

test('keeps the reason why a topic is narrow and tells the supervision committee [HDA-11.1.2]', () => {
  const council = begun({ broadInterest: false, narrowReason: '只涉及一个单元' });
  expect(council.state).toMatchObject({ broadInterest: false, narrowReason: { evidence: 'digest of 只涉及一个单元' } });
  expect(council.told).toContainEqual({
    kind: 'council-interest-lowered',
    clause: 'HDA-11.1.2',
    roles: ['supervision-committee'],
    params: { category: 'HDA-10.4' },
    at: BEGUN,
  });
});

test('tells the supervision committee nothing of a topic of broad interest [HDA-11.1.2]', () => {
  expect(begun().told.flatMap(({ roles }) => roles ?? [])).toEqual([]);
});

test('keeps the rulebook it began with [HDA-19]', () => {
  const council = begun({}, { 'council.noticeClearDays': 5 });
  announce(council, BEGUN + 7 * 86_400_000);
  expect(council.state.rulebook['council.noticeClearDays']).toBe(5);
});
