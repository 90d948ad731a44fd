import {
  judgeDelegation,
  officeOf,
  officesFor,
  signatories,
  unsigned,
  type DocumentKind,
  type SignedDocument,
  type SigningOffice,
} from '../../../src/domain/pwc/documents';
import type { Position } from '../../../src/domain/pwc/positions';

const text = { evidence: '正文' };
const document = (kind: DocumentKind, changes: Partial<SignedDocument> = {}): SignedDocument => ({
  ...{ id: 'd1', kind, title: text, text, itemIds: [], draftedBy: 'office', secretaryId: 'secretary' },
  directorId: kind === 'joint' ? 'director' : null,
  deputyDirectorId: kind === 'joint' ? 'vice' : null,
  ...{ delegations: [], signatures: [], returns: [], status: 'submitted' },
  ...changes,
});
const left = (office: SigningOffice, toId: string) => ({ office, toId, by: office, at: 0 });
const signed = (office: SigningOffice, by: string) => ({ office, by, at: 0, on: '2026-03-07' });

describe('the secretary leaves a signature', () => {
  test.each<[DocumentKind, string, Position | null, boolean]>([
    ['upward-important', 'PWR-3.2.1', 'deputy', true],
    ['upward-important', 'PWR-3.2.1', 'member', false],
    ['upward-area', 'PWR-3.2.2', 'deputy', true],
    ['upward-area', 'PWR-3.2.2', 'member', true],
    ['joint', 'PWR-3.2.3', 'deputy', true],
    ['joint', 'PWR-3.2.3', 'member', true],
    ['minutes', 'PWR-3.2.4', 'deputy', true],
    ['minutes', 'PWR-3.2.4', 'member', false],
    ['decision-notice', 'PWR-3.2.5', 'deputy', true],
    ['decision-notice', 'PWR-3.2.5', 'member', false],
    ['upward-important', 'PWR-3.2.1', null, false],
    ['upward-area', 'PWR-3.2.2', null, false],
    ['joint', 'PWR-3.2.3', null, false],
    ['minutes', 'PWR-3.2.4', null, false],
    ['decision-notice', 'PWR-3.2.5', null, false],
    ['upward-area', 'PWR-3.2.2', 'secretary', false],
  ])(
    'of %s by %s to somebody with the seat %s: %s [PWR-3.2.1] [PWR-3.2.2] [PWR-3.2.3] [PWR-3.2.4] [PWR-3.2.5]',
    (kind, clause, position, isAllowed) => {
      const refused = judgeDelegation(kind, position);
      if (isAllowed) expect(refused).toBeNull();
      else expect(refused).toMatchObject({ code: 'pwc.delegation-not-allowed', clause });
    },
  );
});

describe('who signs', () => {
  test.each<[DocumentKind, readonly SigningOffice[]]>([
    ['upward-important', ['secretary']],
    ['upward-area', ['secretary']],
    ['joint', ['secretary', 'director']],
    ['minutes', ['secretary']],
    ['decision-notice', ['secretary']],
  ])('%s needs the signatures of %j [PWR-3.2.1] [PWR-3.2.3]', (kind, offices) => {
    expect(officesFor({ kind })).toEqual(offices);
  });

  test('is the secretary, or the one to whom it was left last, whoever comes first [PWR-3.2.2]', () => {
    const delegations = [left('secretary', 'deputy'), left('secretary', 'm1')];
    expect(signatories(document('upward-area', { delegations }))).toEqual(['secretary', 'm1']);
    const done = document('upward-area', { delegations, signatures: [signed('secretary', 'm1')], status: 'signed' });
    expect([unsigned(done), signatories(done)]).toEqual([[], []]);
  });

  test.each(['returned', 'withdrawn', 'signed'] as const)('is nobody of what is %s [PWR-3.2.5]', (status) => {
    expect(signatories(document('minutes', { status }))).toEqual([]);
    expect(officeOf(document('minutes', { status }), 'secretary')).toBeNull();
  });

  test('of a joint document are two people, for each office its holder or the one it was left to [PWR-3.2.3]', () => {
    const joint = document('joint', { delegations: [left('secretary', 'm1'), left('director', 'vice')] });
    expect(signatories(joint)).toEqual(['secretary', 'm1', 'director', 'vice']);
    expect([officeOf(joint, 'm1'), officeOf(joint, 'vice'), officeOf(joint, 'm2')]).toEqual([
      'secretary',
      'director',
      null,
    ]);
    const half = { ...joint, signatures: [signed('director', 'vice')] };
    expect([unsigned(half), signatories(half)]).toEqual([['secretary'], ['secretary', 'm1']]);
  });

  test('nobody signs a joint document twice, also when both offices were left to them [PWR-3.2.3]', () => {
    const delegations = [left('secretary', 'm1'), left('director', 'm1')];
    const half = document('joint', { delegations, signatures: [signed('secretary', 'm1')] });
    expect(officeOf(half, 'm1')).toBeNull();
    expect(signatories(half)).toEqual(['director']);
  });
});
