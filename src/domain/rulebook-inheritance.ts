import type { ClauseId } from './clause';
import { completeRulebook, RULEBOOK, type RulebookKey, type RulebookValues } from './rulebook';

/** What one organisation sets, in a version that is in effect. */
export interface OrganisationValues {
  readonly organisationId: string;
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A value in force with where it comes from: an organisation of the chain, or null for the default. */
export interface ValueInForce {
  readonly key: RulebookKey;
  readonly value: RulebookValues[RulebookKey];
  readonly clause: ClauseId | null;
  readonly setBy: { readonly organisationId: string; readonly version: number } | null;
}

/** Every parameter in force for the last organisation of the chain, which runs from the root down: the nearest one counts. */
export function valuesInForce(chain: readonly OrganisationValues[]): ValueInForce[] {
  const values = rulebookInForce(chain);
  return (Object.keys(RULEBOOK) as RulebookKey[]).map((key) => {
    const nearest = chain.findLast((link) => Object.hasOwn(link.values, key));
    const setBy = nearest ? { organisationId: nearest.organisationId, version: nearest.version } : null;
    return { key, value: values[key], clause: RULEBOOK[key].clause, setBy };
  });
}

/** The same as plain values, which is what procedures are judged by. */
export function rulebookInForce(chain: readonly OrganisationValues[]): RulebookValues {
  return completeRulebook(Object.assign({}, ...chain.map((link) => link.values)) as Partial<RulebookValues>);
}

/**
 * What one organisation no longer sets when `next` takes the place of `before`. A version is a whole text: a value that it leaves out
 * is inherited again, and that is to be said rather than forgotten.
 */
export function withdrawnBy(next: OrganisationValues['values'], before: OrganisationValues['values']): RulebookKey[] {
  return (Object.keys(RULEBOOK) as RulebookKey[]).filter(
    (key) => Object.hasOwn(before, key) && !Object.hasOwn(next, key),
  );
}
