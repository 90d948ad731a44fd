import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import type { Statement } from '../stack/sql';

/** The id and the cookie of a member who was signed in without a password. */
export const memberId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const memberCookie = (number: number): string => `guicheng=member-${number}`;

/** Members of 春和社区, each with an account, the role and a sign-in. */
export function members(count: number): Statement[] {
  const id = `('00000000-0000-4000-8000-' || lpad(number::text, 12, '0'))::uuid`;
  const each = 'FROM generate_series(1, $1::int) AS number';
  const place = EXAMPLE.organisations.chunhe;
  return [
    [`INSERT INTO person (id, name, "organisationId") SELECT ${id}, '示' || number, $2 ${each}`, count, place],
    [
      `INSERT INTO account (id, username, "passwordHash", "personId") SELECT ${id}, 'member-' || number, '', ${id} ${each}`,
      count,
    ],
    [
      `INSERT INTO role_grant (id, "accountId", role, "organisationId", "validFrom")
       SELECT ${id}, ${id}, 'member', $2, '2020-01-01' ${each}`,
      count,
      place,
    ],
    [
      `INSERT INTO session ("tokenHash", "accountId", "expiresAt")
       SELECT encode(sha256(convert_to('member-' || number, 'UTF8')), 'hex'), ${id}, now() + interval '1 day' ${each}`,
      count,
    ],
  ];
}
