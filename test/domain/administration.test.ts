import { checkNotHeld, checkNotOwn, checkReach, checkRoleLevel, checkTerm } from '../../src/domain/administration';
import type { Actor, Grant } from '../../src/domain/permissions';

function grant(role: Grant['role'], organisationPath: string, validFrom = '2026-01-01', validTo: string | null = null) {
  return { role, organisationId: organisationPath.split('/').at(-2)!, organisationPath, validFrom, validTo };
}

const today = '2026-03-05';
const administrator: Actor = {
  accountId: 'admin',
  personId: 'p',
  grants: [grant('administrator', '/district/office/')],
};

describe('an administrator acts only on accounts inside their own part of the tree', () => {
  test.each([
    ['no roles at all', [], null],
    ['a role below', [grant('staff', '/district/office/community/')], null],
    ['a role above', [grant('district-discipline', '/district/')], 'account.reaches-further'],
    ['a role above that begins later', [grant('staff', '/district/', '2026-03-06')], 'account.reaches-further'],
    [
      'a role above whose last day is today',
      [grant('staff', '/district/', '2026-01-01', today)],
      'account.reaches-further',
    ],
    ['a role above that ended yesterday', [grant('staff', '/district/', '2026-01-01', '2026-03-04')], null],
    ['a role in another subdistrict', [grant('staff', '/district/other/')], 'account.reaches-further'],
  ])('%s', (_what, grants, expected) => {
    expect(checkReach(administrator, grants, today)?.code ?? null).toBe(expected);
  });

  test('and never on their own', () => {
    expect(checkNotOwn(administrator, 'admin')).toMatchObject({ code: 'account.own', clause: null });
    expect(checkNotOwn(administrator, 'another')).toBeNull();
  });
});

test('a supervising role is refused at the level that it supervises', () => {
  const community = { kind: 'community' as const, name: '春和社区', nameEn: 'Chunhe Community' };
  expect(checkRoleLevel('subdistrict-supervisor', community)).toMatchObject({
    code: 'grant.role-not-at-level',
    params: { role: '街道监督人员', organisation: '春和社区' },
  });
  expect(checkRoleLevel('supervision-committee', community)).toBeNull();
});

describe('a role that is held for the whole of a term is not granted again for it', () => {
  const held = [grant('staff', '/d/o/', '2026-03-01', '2026-03-31'), grant('recorder', '/d/o/', '2026-03-01')];
  test.each([
    ['the same term', grant('staff', '/d/o/', '2026-03-01', '2026-03-31'), true],
    ['a part of it', grant('staff', '/d/o/', '2026-03-10', '2026-03-20'), true],
    ['a day more at its end', grant('staff', '/d/o/', '2026-03-01', '2026-04-01'), false],
    ['a day more at its start', grant('staff', '/d/o/', '2026-02-28', '2026-03-31'), false],
    ['a term without end', grant('staff', '/d/o/', '2026-03-01'), false],
    ['a term without end in one without end', grant('recorder', '/d/o/', '2026-05-01'), true],
    ['a term in one without end', grant('recorder', '/d/o/', '2026-05-01', '2026-05-02'), true],
    ['another role', grant('chair', '/d/o/', '2026-03-01', '2026-03-31'), false],
    ['another organisation', grant('staff', '/d/o/c/', '2026-03-01', '2026-03-31'), false],
  ])('%s', (_what, wanted, refused) => {
    expect(checkNotHeld(held, wanted)?.code ?? null).toBe(refused ? 'grant.held-already' : null);
  });
});

test.each([
  ['ends the day before it starts', '2026-03-05', '2026-03-04', 'term.ends-before-start'],
  ['lasts one day', '2026-03-05', '2026-03-05', null],
  ['has no end', '2026-03-05', null, null],
])('a term that %s', (_what, validFrom, validTo, expected) => {
  expect(checkTerm({ validFrom, validTo })?.code ?? null).toBe(expected);
});
