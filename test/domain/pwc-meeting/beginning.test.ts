import type { OrganisationKind } from '../../../src/domain/organisation';
import type { Seat } from '../../../src/domain/procedure/model';
import { pwcMeeting } from '../../../src/domain/pwc-meeting/meeting';
import { domainStory, must } from '../../support/domain-story';
import { BEGUN, committee, OFFICE } from '../../support/meeting-domain';

const begins = (roster: readonly Seat[], recorder = 'recorder', kind: OrganisationKind = 'subdistrict') => {
  const story = domainStory(pwcMeeting, { lineage: [{ id: 'here', kind }], roster });
  return { story, answer: story.begin({ title: '党工委会议', recorder }, OFFICE, BEGUN) };
};

describe('a meeting is prepared', () => {
  test('in a subdistrict and nowhere else, by its secretary or the Party affairs office [PWW-2.1] [PWR-3.1.5a]', () => {
    for (const kind of ['district', 'community', 'grid'] as const)
      expect(begins(committee(), 'recorder', kind).answer).toMatchObject({
        code: 'agenda.not-a-subdistrict',
        clause: 'PWW-2.1',
      });
    expect(begins(committee()).answer).not.toMatchObject({ refused: true });
    expect(pwcMeeting.startedBy).toEqual(['secretary', 'party-affairs-office']);
  });

  test.each([
    ['none', [{ personId: 'm1', position: '委员' }], 0],
    ['nobody at all', [], 0],
    ['two', [...committee(), { personId: 'x', position: '书记' }], 2],
  ])('by a committee with one secretary, and not with %s [PWR-3.1.2]', (_case, roster, secretaries) => {
    expect(begins(roster).answer).toMatchObject({
      code: 'pwc.roster-without-secretary',
      clause: 'PWR-3.1.2',
      params: { secretaries },
    });
  });

  test('with a recorder who is no member, and who is told [PWR-3.1.14]', () => {
    expect(begins(committee(), 'm6').answer).toMatchObject({ code: 'pwc.recorder-is-member', clause: 'PWR-3.1.14' });
    expect(must(begins(committee()).answer).notices).toMatchObject([
      { kind: 'pwc-recorder-named', persons: ['recorder'] },
    ]);
  });

  test('for the members on the roster, leaders first, whatever a member is called there [PWR-3.1.3]', () => {
    const roster = [
      { personId: 'm1', position: '纪工委书记' },
      { personId: 'deputy', position: '副书记' },
      { personId: 'secretary', position: '书记' },
    ];
    expect(begins(roster).story.now().members).toEqual([
      { personId: 'secretary', position: 'secretary' },
      { personId: 'deputy', position: 'deputy' },
      { personId: 'm1', position: 'member' },
    ]);
  });
});
