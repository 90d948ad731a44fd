import { council } from '../domain/council/council';
import { dutyYear } from '../domain/duty-year/duty-year';
import { periodicMeeting } from '../domain/periodic-meeting/meeting';
import { pwcMeeting } from '../domain/pwc-meeting/meeting';
import type { DomainEvent, ProcedureDefinition, ProcedureState } from '../domain/procedure/model';

/** A procedure of whatever kind, as the engine carries it out. */
export type AnyDefinition = ProcedureDefinition<ProcedureState, DomainEvent, string>;

// A definition's own types hold inside it; the engine hands each one only what that same definition made.
const DEFINITIONS: Readonly<Record<string, AnyDefinition>> = {
  council: council as unknown as AnyDefinition,
  'periodic-meeting': periodicMeeting as unknown as AnyDefinition,
  'duty-year': dutyYear as unknown as AnyDefinition,
  'pwc-meeting': pwcMeeting as unknown as AnyDefinition,
};

/** The definition of a kind of procedure. Throws for a kind that does not exist: kinds are checked where they come in. */
export function definitionOf(kind: string): AnyDefinition {
  const definition = DEFINITIONS[kind];
  if (!definition) throw new Error(`no such kind of procedure: ${kind}`);
  return definition;
}

/** Every kind of procedure there is. */
export function kindsOfProcedure(): readonly string[] {
  return Object.keys(DEFINITIONS);
}

/** The stages at which procedures of each kind announce something to residents. */
export function announcingStages(): readonly { readonly kind: string; readonly stages: readonly string[] }[] {
  return Object.values(DEFINITIONS).map(({ kind, announcing }) => ({ kind, stages: announcing }));
}

/** Whether an action of this name is everywhere a ballot: whoever casts the same one again has cast it once, whatever key they use. */
export function isBallot(action: string): boolean {
  const rules = Object.values(DEFINITIONS).flatMap(({ actions }) => actions[action] ?? []);
  return rules.length > 0 && rules.every((rule) => rule.isBallot);
}
