import { deriveId } from '../../src/contract/ids';

describe('a derived id', () => {
  const account = '11111111-1111-4111-8111-111111111111';

  test('is the same for the same account, key and label, for ever', () => {
    expect(deriveId(account, 'key', 'person')).toBe('545ca623-328f-56e4-98f9-2fe8fe251544');
  });

  test.each([
    ['account', deriveId('22222222-2222-4222-8222-222222222222', 'key', 'person')],
    ['key', deriveId(account, 'other', 'person')],
    ['label', deriveId(account, 'key', 'account')],
  ])('is another for another %s', (_what, id) => {
    expect(id).not.toBe(deriveId(account, 'key', 'person'));
  });
});
