import { rulebookInForce, valuesInForce, withdrawnBy } from '../../src/domain/rulebook-inheritance';

const district = { organisationId: 'district', version: 3, values: { 'board.days': 20, 'council.tellWithinDays': 7 } };
const community = { organisationId: 'community', version: 1, values: { 'board.days': 30 } };

const found = (key: string, chain = [district, community]) => valuesInForce(chain).find((value) => value.key === key);

test('what an organisation sets itself comes before what is set above it', () => {
  expect(found('board.days')).toMatchObject({ value: 30, setBy: { organisationId: 'community', version: 1 } });
});

test('what it does not set is inherited', () => {
  expect(found('council.tellWithinDays')).toMatchObject({
    value: 7,
    setBy: { organisationId: 'district', version: 3 },
  });
});

test('what nobody sets is the default, with its clause', () => {
  expect(found('council.noticeClearDays')).toMatchObject({ value: 3, clause: 'HDA-11.1.2', setBy: null });
});

test('procedures are judged by the same values', () => {
  const values = rulebookInForce([district, community]);
  for (const { key, value } of valuesInForce([district, community])) expect(values[key]).toEqual(value);
});

test.each([
  ['leaves a value out', { 'board.days': 20 }, ['council.tellWithinDays']],
  ['leaves everything out', {}, ['council.tellWithinDays', 'board.days']],
  ['sets everything anew', { 'board.days': 30, 'council.tellWithinDays': 3 }, []],
  ['adds a value', { ...district.values, 'council.publishWithinDays': 3 }, []],
])('a version that %s withdraws what it no longer sets, and nothing else', (_what, next, withdrawn) => {
  expect(withdrawnBy(next, district.values)).toEqual(withdrawn);
});
