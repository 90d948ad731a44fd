import {
  capabilitiesOf,
  may,
  rolesAt,
  ROLES,
  type Capability,
  type Grant,
  type Role,
} from '../../src/domain/permissions';

const district = '11111111-1111-4111-8111-111111111111';
const office = '22222222-2222-4222-8222-222222222222';
const chunhe = '33333333-3333-4333-8333-333333333333';
const xinhe = '44444444-4444-4444-8444-444444444444';
const officePath = `/${district}/${office}/`;
const chunhePath = `${officePath}${chunhe}/`;
const xinhePath = `${officePath}${xinhe}/`;

function grant(role: Role, organisationPath: string, validFrom = '2026-01-01', validTo: string | null = null): Grant {
  return { role, organisationId: organisationPath.split('/').at(-2)!, organisationPath, validFrom, validTo };
}

describe('the roles held somewhere on a day', () => {
  test.each([
    ['the organisation itself', officePath, ['staff']],
    ['an organisation below', chunhePath, ['staff']],
    ['the organisation above', `/${district}/`, []],
    ['another subtree', `/${district}/${xinhe}/`, []],
  ])('a role at the subdistrict counts at %s', (_where, path, expected) => {
    expect(rolesAt([grant('staff', officePath)], path, '2026-03-05')).toEqual(expected);
  });

  test('a role in one community does not count in its neighbour', () => {
    expect(rolesAt([grant('chair', chunhePath)], xinhePath, '2026-03-05')).toEqual([]);
  });

  test('an id that begins like another is another', () => {
    expect(rolesAt([grant('chair', '/1/2/')], '/1/22/', '2026-03-05')).toEqual([]);
  });

  test.each([
    ['the day before the first', '2026-02-28', []],
    ['the first day', '2026-03-01', ['member']],
    ['the last day', '2026-12-31', ['member']],
    ['the day after the last', '2027-01-01', []],
  ])('a term from 1 March to 31 December: %s', (_which, on, expected) => {
    expect(rolesAt([grant('member', chunhePath, '2026-03-01', '2026-12-31')], chunhePath, on)).toEqual(expected);
  });

  test('a term without a last day goes on', () => {
    expect(rolesAt([grant('member', chunhePath)], chunhePath, '2099-12-31')).toEqual(['member']);
  });

  test('a role held twice is named once, and different roles add up', () => {
    const grants = [grant('staff', officePath), grant('staff', chunhePath), grant('recorder', chunhePath)];
    expect(rolesAt(grants, chunhePath, '2026-03-05')).toEqual(['staff', 'recorder']);
  });
});

describe('what roles may do', () => {
  test.each<[Role, Capability[]]>([
    ['resident', []],
    ['member', ['procedures.read', 'agenda.propose', 'people.read', 'rulebooks.read']],
    [
      'party-affairs-office',
      [
        'procedures.read',
        'procedures.start',
        'agenda.propose',
        'agenda.prepare',
        'files.add',
        'people.read',
        'rulebooks.read',
      ],
    ],
    ['staff', ['procedures.read', 'procedures.start', 'files.add', 'outbox.manage', 'people.read', 'rulebooks.read']],
    ['district-discipline', ['procedures.read', 'people.read', 'rulebooks.read']],
    [
      'administrator',
      [
        'outbox.manage',
        'people.read',
        'rulebooks.read',
        'organisations.manage',
        'accounts.manage',
        'rulebooks.manage',
        'calendar.manage',
        'clock.move',
        'workflows.decrypt',
      ],
    ],
  ])('%s', (role, expected) => {
    expect(capabilitiesOf([role])).toEqual(expected);
  });

  test('whoever has no role may do nothing', () => {
    expect(capabilitiesOf([])).toEqual([]);
  });

  test('one of several roles is enough', () => {
    expect(may(['resident', 'secretary'], 'procedures.start')).toBe(true);
  });
});

test('a seat that supervises cannot be granted at the level that it supervises', () => {
  expect(ROLES['subdistrict-supervisor'].at).toEqual(['subdistrict']);
  expect(ROLES['district-discipline'].at).toEqual(['district']);
  expect(ROLES['district-organisation-department'].at).toEqual(['district']);
});
