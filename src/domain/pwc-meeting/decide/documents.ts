import { meetDuty, voidDuties } from '../../procedure/deadline';
import type { Context, Decision, Notice } from '../../procedure/model';
import { promptly } from '../../procedure/prompt-duty';
import {
  DOCUMENTS,
  judgeDelegation,
  officeOf,
  signatories,
  unsigned,
  type DocumentKind,
  type SignedDocument,
  type SigningOffice,
} from '../../pwc/documents';
import { isRefusal, refuse, type Refusal } from '../../refusal';
import { draftOf } from '../drafts';
import { evolve } from '../evolve';
import { documentOf, droppableDocuments, holderOf, isDecided, itemOf, secretaryOf } from '../reading';
import type { MeetingEvent, MeetingState } from '../state';
import { unknownItem } from './agenda';
import { withClosing } from './owed';

type Outcome = Decision<MeetingEvent> | Refusal;

export interface DraftInput {
  readonly kind: DocumentKind;
  readonly title: string;
  /** Left out, minutes and decision notices are drafted from the record [PWR-3.1.14]. */
  readonly text?: string | undefined;
  readonly itemIds?: readonly string[] | undefined;
  readonly directorId?: string | undefined;
  /** To whom the director may leave a joint document. */
  readonly deputyDirectorId?: string | undefined;
}

/** PWR-3.1.14, PWR-3.2.1 to PWR-3.2.5: a document is drafted from what happened, and goes to who signs it. */
export function draftDocument(state: MeetingState, input: DraftInput, context: Context): Outcome {
  const { kind, itemIds = [], directorId, deputyDirectorId } = input;
  const { clause, jointly } = DOCUMENTS[kind];
  const secretaryId = secretaryOf(state);
  if (secretaryId === null) return refuse('pwc.roster-without-secretary', 'PWR-3.1.2', { secretaries: 0 });
  const other = itemIds.find((itemId) => !itemOf(state, itemId));
  if (other) return unknownItem(other);
  if (kind === 'decision-notice' && !isAboutDecisions(state, itemIds)) return refuse('pwc.nothing-to-notify', clause);
  if (kind === 'minutes' && state.documents.some((one) => one.kind === 'minutes'))
    return refuse('pwc.minutes-drafted', 'PWR-3.2.4');
  if (jointly !== (directorId !== undefined) || (deputyDirectorId !== undefined && !jointly))
    return refuse('pwc.who-is-director', 'PWR-3.2.3');
  if (jointly && (directorId === secretaryId || deputyDirectorId === secretaryId || deputyDirectorId === directorId))
    return refuse('pwc.two-signatures', 'PWR-3.2.3');
  const text = input.text ?? draftOf(state, { kind, itemIds }, context);
  if (text === null) return refuse('pwc.text-missing', clause);
  const document: SignedDocument = {
    id: context.id('document'),
    kind,
    title: context.keep(input.title),
    text: context.keep(text),
    itemIds,
    draftedBy: context.actor.personId,
    secretaryId,
    directorId: directorId ?? null,
    deputyDirectorId: deputyDirectorId ?? null,
    delegations: [],
    signatures: [],
    returns: [],
    status: 'submitted',
  };
  return {
    events: [{ type: 'document-drafted', data: { document } }, signingDuty(state, document, context)],
    notices: [toSign(document)],
    answer: { documentId: document.id, text },
  };
}

/** PWR-3.2.5: a notice tells of decisions, and of nothing that was put off or taken off. */
function isAboutDecisions(state: MeetingState, itemIds: readonly string[]): boolean {
  const items = state.items.filter(({ id }) => itemIds.includes(id));
  return items.length > 0 && items.every(isDecided);
}

/** Whoever signs is reminded until it is signed or returned. Each turn is a duty of its own. */
function signingDuty(state: MeetingState, document: SignedDocument, context: Context): MeetingEvent {
  const { clause } = DOCUMENTS[document.kind];
  const duty = { kind: 'sign-document', subject: turnOf(document), within: 'pwc.signWithinDays', clause } as const;
  return promptly(state, duty, context);
}

function turnOf({ id, returns }: SignedDocument): string {
  return `${id}:${returns.length + 1}`;
}

function toSign(document: SignedDocument): Notice {
  const { clause } = DOCUMENTS[document.kind];
  return { kind: 'pwc-document-to-sign', clause, persons: signatories(document), params: { document: document.kind } };
}

/** A document that was returned is put right and goes to who signs it again, whole. */
export function reviseDocument(
  state: MeetingState,
  { documentId, text, directorId }: { documentId: string; text: string; directorId?: string | undefined },
  context: Context,
): Outcome {
  const document = documentOf(state, documentId);
  if (!document) return unknownDocument(documentId);
  if (document.status !== 'returned') return refuse('pwc.nothing-returned', 'PWR-3.1.14');
  if (directorId !== undefined && document.directorId === null) return refuse('pwc.who-is-director', 'PWR-3.2.3');
  if (directorId === document.secretaryId) return refuse('pwc.two-signatures', 'PWR-3.2.3');
  const { now: at, actor } = context;
  const revised: MeetingEvent = {
    type: 'document-revised',
    data: {
      documentId,
      text: context.keep(text),
      directorId: directorId ?? document.directorId,
      by: actor.personId,
      at,
    },
  };
  const after = documentOf(evolve(state, revised), documentId) ?? document;
  return {
    events: [
      revised,
      ...meetDuty(state.duties, `revise-document:${turnBefore(document)}`, at),
      signingDuty(state, after, context),
    ],
    notices: [toSign(after)],
  };
}

function turnBefore({ id, returns }: SignedDocument): string {
  return `${id}:${returns.length}`;
}

/** A document that nobody wants any more, or that was a mistake: it is signed no more, and nothing of it is owed. */
export function withdrawDocument(
  state: MeetingState,
  { documentId, reason }: { documentId: string; reason: string },
  context: Context,
): Outcome {
  const document = droppableDocuments(state).find(({ id }) => id === documentId);
  if (!document) return unknownDocument(documentId);
  const { now: at, actor } = context;
  const data = { documentId, reason: context.keep(reason), by: actor.personId, at };
  const over = voidDuties(state.duties, (key) => /^(sign|revise)-document:/.test(key) && key.includes(documentId));
  return { events: withClosing(state, [{ type: 'document-withdrawn', data }, ...over], at) };
}

export interface DelegateSignatureInput {
  readonly documentId: string;
  readonly toId: string;
}

/** PWR-3.2.1 to PWR-3.2.5: the secretary leaves the signature to a deputy, for some kinds to a member; the director to a deputy director. */
export function delegateSignature(state: MeetingState, input: DelegateSignatureInput, context: Context): Outcome {
  const document = documentOf(state, input.documentId);
  if (!document) return unknownDocument(input.documentId);
  const { actor, now: at } = context;
  const office = ownOffice(document, actor.personId);
  if (!office || !unsigned(document).includes(office) || document.status !== 'submitted')
    return refuse('pwc.not-your-signature', DOCUMENTS[document.kind].clause);
  const { toId } = input;
  const wrong =
    office === 'secretary'
      ? judgeDelegation(document.kind, holderOf(state, toId)?.position ?? null)
      : judgeDeputyDirector(document, toId);
  if (wrong) return wrong;
  const other = office === 'secretary' ? document.directorId : document.secretaryId;
  if (toId === other || toId === actor.personId) return refuse('pwc.two-signatures', 'PWR-3.2.3');
  const delegation = { office, toId, by: actor.personId, at };
  const delegated: MeetingEvent = { type: 'signature-delegated', data: { documentId: document.id, delegation } };
  return { events: [delegated], notices: [{ ...toSign(document), persons: [toId] }] };
}

/** PWR-3.2.3: the director leaves it to the deputy director whom the document names. */
function judgeDeputyDirector({ deputyDirectorId }: SignedDocument, toId: string): Refusal | null {
  return toId === deputyDirectorId ? null : refuse('pwc.not-deputy-director', 'PWR-3.2.3');
}

function ownOffice({ secretaryId, directorId }: SignedDocument, personId: string): SigningOffice | null {
  if (personId === secretaryId) return 'secretary';
  return personId === directorId ? 'director' : null;
}

/** It goes back to its drafter with the reason; what was signed until then is void. */
export function returnDocument(
  state: MeetingState,
  { documentId, reason }: { documentId: string; reason: string },
  context: Context,
): Outcome {
  const document = mine(state, documentId, context);
  if (isRefusal(document)) return document;
  const { now: at, actor } = context;
  const { clause } = DOCUMENTS[document.kind];
  const revise = { kind: 'revise-document', subject: turnOf(document), within: 'pwc.signWithinDays', clause } as const;
  return {
    events: [
      { type: 'document-returned', data: { documentId, reason: context.keep(reason), by: actor.personId, at } },
      ...meetDuty(state.duties, `sign-document:${turnOf(document)}`, at),
      promptly(state, revise, context),
    ],
    notices: [
      {
        kind: 'pwc-document-returned',
        clause,
        persons: [document.draftedBy, state.recorder],
        params: { document: document.kind },
      },
    ],
  };
}

/** PWR-3.2.3, PWR-3.2.4: signs for the secretary or for the director; with the last signature it is signed, and the minutes open what follows. */
export function signDocument(state: MeetingState, { documentId }: { documentId: string }, context: Context): Outcome {
  const document = mine(state, documentId, context);
  if (isRefusal(document)) return document;
  const { now: at, today: on, actor } = context;
  const office = officeOf(document, actor.personId);
  if (!office) return refuse('pwc.not-your-signature', DOCUMENTS[document.kind].clause);
  const signature = { office, by: actor.personId, at, on };
  const events: MeetingEvent[] = [{ type: 'document-signed', data: { documentId, signature } }];
  const left = unsigned({ ...document, signatures: [...document.signatures, signature] });
  if (left.length > 0) return { events, answer: { left: left.length } };
  events.push(...meetDuty(state.duties, `sign-document:${turnOf(document)}`, at));
  if (document.kind === 'minutes')
    events.push(...meetDuty(state.duties, 'sign-minutes', at), { type: 'minutes-signed', data: { on } });
  const { clause } = DOCUMENTS[document.kind];
  return {
    events: withClosing(state, events, at),
    notices: [
      {
        kind: 'pwc-document-signed',
        clause,
        persons: [document.draftedBy, state.recorder],
        params: { document: document.kind },
      },
    ],
    answer: { left: 0 },
  };
}

function mine(state: MeetingState, documentId: string, { actor }: Context): SignedDocument | Refusal {
  const document = documentOf(state, documentId);
  if (!document) return unknownDocument(documentId);
  if (signatories(document).includes(actor.personId)) return document;
  return refuse('pwc.not-your-signature', DOCUMENTS[document.kind].clause);
}

function unknownDocument(documentId: string): Refusal {
  return refuse('pwc.unknown-document', null, { documentId });
}
