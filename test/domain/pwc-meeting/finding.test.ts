import { consequenceOf } from '../../../src/domain/pwc-meeting/decide/finding';
import { isRefusal } from '../../../src/domain/refusal';
import { must, standing } from '../../support/domain-story';
import { at, meeting, MEMBER, OFFICE } from '../../support/meeting-domain';

const LATER = at('2026-03-10 09:00');

/** PWR-5.2: what the district committee finds wrong with a decision. */
describe('a decision that was taken against the rules', () => {
  test.each([
    [false, 'none', 'correction'],
    [false, 'serious-consequences', 'correction'],
    [false, 'bad-influence', 'correction'],
    [true, 'none', 'correction'],
    [true, 'serious-consequences', 'responsibility'],
    [true, 'bad-influence', 'responsibility'],
  ] as const)('severe: %s, effect: %s: %s; responsibility takes both [PWR-5.2]', (severe, effect, consequence) => {
    expect(consequenceOf({ severe, effect })).toBe(consequence);
  });

  const found = (story: ReturnType<typeof meeting>, changes: object = {}) => ({
    itemId: story.itemId('a'),
    text: '重大问题未经票决',
    severe: true,
    effect: 'bad-influence',
    on: '2026-03-06',
    reference: '区委〔2026〕3号',
    ...changes,
  });

  test('is found so by the district: on record with what it leads to, and those who supervise are told; it stands until it is reconsidered [PWR-5.2]', () => {
    const story = meeting().held();
    const discipline = standing('discipline', ['district-discipline']);
    must(story.does('record-finding', found(story), discipline, LATER));
    must(story.does('record-finding', found(story, { severe: false }), OFFICE, LATER));
    expect(story.now().findings.map(({ consequence, by }) => [consequence, by])).toEqual([
      ['responsibility', 'discipline'],
      ['correction', 'office'],
    ]);
    expect(story.told.at(-1)).toMatchObject({
      kind: 'pwc-finding',
      clause: 'PWR-5.2',
      persons: ['secretary'],
      roles: expect.arrayContaining(['subdistrict-supervisor']),
    });
    expect(story.item('a').outcome).toBe('adopted');
  });

  test('is not found so by a member, of nothing that was resolved, or before it was decided [PWR-5.2]', () => {
    const story = meeting().held();
    expect(story.does('record-finding', found(story), MEMBER, LATER)).toMatchObject({ code: 'procedure.not-entitled' });
    const early = found(story, { on: '2020-01-01' });
    expect(story.does('record-finding', early, OFFICE, LATER)).toMatchObject({ code: 'pwc.found-out-of-time' });
    const unknown = found(story, { itemId: 'other' });
    expect(story.does('record-finding', unknown, OFFICE, LATER)).toMatchObject({ code: 'pwc.unknown-item' });
    const before = meeting();
    before.sits();
    expect(isRefusal(before.does('record-finding', found(before), OFFICE, LATER))).toBe(true);
  });
});
