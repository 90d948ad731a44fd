import type { CivilDate, Instant } from '../calendar/civil-date';
import type { ClauseId } from '../clause';
import { refuse, type Refusal } from '../refusal';
import type { TextRef } from '../text-ref';
import type { Position } from './positions';

interface Signing {
  readonly clause: ClauseId;
  /** To whom the secretary may leave the signature, by seat. */
  readonly delegates: readonly Position[];
  /** Whether the director signs as well. */
  readonly jointly: boolean;
}

/** The five kinds of document and who signs them [PWR-3.2.1 … PWR-3.2.5]. */
export const DOCUMENTS = {
  'upward-important': { clause: 'PWR-3.2.1', delegates: ['deputy'], jointly: false },
  'upward-area': { clause: 'PWR-3.2.2', delegates: ['deputy', 'member'], jointly: false },
  joint: { clause: 'PWR-3.2.3', delegates: ['deputy', 'member'], jointly: true },
  minutes: { clause: 'PWR-3.2.4', delegates: ['deputy'], jointly: false },
  'decision-notice': { clause: 'PWR-3.2.5', delegates: ['deputy'], jointly: false },
} as const satisfies Readonly<Record<string, Signing>>;
export type DocumentKind = keyof typeof DOCUMENTS;

/** For whom somebody signs. */
export type SigningOffice = 'secretary' | 'director';

export interface SignedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: TextRef;
  readonly text: TextRef;
  readonly itemIds: readonly string[];
  readonly draftedBy: string;
  readonly secretaryId: string;
  /** The director of the office, for a joint document. */
  readonly directorId: string | null;
  /** The deputy director to whom the director may leave it. */
  readonly deputyDirectorId: string | null;
  readonly delegations: readonly {
    readonly office: SigningOffice;
    readonly toId: string;
    readonly by: string;
    readonly at: Instant;
  }[];
  readonly signatures: readonly {
    readonly office: SigningOffice;
    readonly by: string;
    readonly at: Instant;
    readonly on: CivilDate;
  }[];
  readonly returns: readonly { readonly reason: TextRef; readonly by: string; readonly at: Instant }[];
  /** With its drafter after a return, or with those who sign. */
  readonly status: 'submitted' | 'returned' | 'signed' | 'withdrawn';
}

/** The signatures that a document needs. */
export function officesFor({ kind }: Pick<SignedDocument, 'kind'>): readonly SigningOffice[] {
  return DOCUMENTS[kind].jointly ? ['secretary', 'director'] : ['secretary'];
}

/** The signatures that it still needs. */
export function unsigned(document: SignedDocument): SigningOffice[] {
  return officesFor(document).filter((office) => !document.signatures.some((one) => one.office === office));
}

/** Who signs for an office: its holder, or the one to whom it was left last. Once delegated both may sign, whoever does so first. */
export function signatoriesFor(document: SignedDocument, office: SigningOffice): string[] {
  const holder = office === 'secretary' ? document.secretaryId : document.directorId;
  const last = document.delegations.filter((one) => one.office === office).at(-1);
  return [...(holder === null ? [] : [holder]), ...(last ? [last.toId] : [])];
}

/** Everybody who may sign the document as it stands; nobody twice for two offices [PWR-3.2.3: two signatures]. */
export function signatories(document: SignedDocument): string[] {
  if (document.status !== 'submitted') return [];
  const signed = document.signatures.map(({ by }) => by);
  const open = unsigned(document).flatMap((office) => signatoriesFor(document, office));
  return [...new Set(open)].filter((person) => !signed.includes(person));
}

/** The office for which somebody signs now; null for none. */
export function officeOf(document: SignedDocument, personId: string): SigningOffice | null {
  if (!signatories(document).includes(personId)) return null;
  return unsigned(document).find((office) => signatoriesFor(document, office).includes(personId)) ?? null;
}

/**
 * Whether the secretary may leave the signature to somebody with that seat: a deputy always, a member only for what concerns one area and
 * for joint documents [PWR-3.2.1 … PWR-3.2.5].
 */
export function judgeDelegation(kind: DocumentKind, position: Position | null): Refusal | null {
  const { clause, delegates } = DOCUMENTS[kind];
  const allowed: readonly Position[] = delegates;
  if (position !== null && allowed.includes(position)) return null;
  return refuse('pwc.delegation-not-allowed', clause, { positions: allowed.join(', ') });
}
