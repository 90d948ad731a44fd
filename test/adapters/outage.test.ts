import { Prisma } from '../../src/adapters/postgres/generated/client';
import { isOutage } from '../../src/adapters/postgres/outage';

const raw = (message: string) =>
  new Prisma.PrismaClientKnownRequestError(`Raw query failed. Code: \`N/A\`. Message: \`${message}\``, {
    code: 'P2010',
    clientVersion: '7',
  });

describe('an error of a raw statement', () => {
  test.each([
    'Server has closed the connection.',
    'Operation has timed out',
    "Can't reach database server at 127.0.0.1:5432",
    'Too many database connections opened: 100',
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
  ])('is an outage when it says: %s', (message) => {
    expect(isOutage(raw(message))).toBe(true);
  });

  test('is a mistake when the database has said no', () => {
    expect(isOutage(raw('duplicate key value violates unique constraint "ballot_pkey"'))).toBe(false);
  });
});

describe('an error of PostgreSQL itself', () => {
  const direct = (code: string, message = '') => Object.assign(new Error(message), { code });

  test.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    '57P01',
    '57014',
    '53300',
    '08006',
  ])('is an outage by its code %s', (code) => {
    expect(isOutage(direct(code))).toBe(true);
  });

  test('is a mistake when the database has said no', () => {
    expect(isOutage(direct('23505', 'duplicate key value violates unique constraint "ballot_pkey"'))).toBe(false);
  });
});
