import { refuse, type Refusal } from '../domain/refusal';
import type { Unit } from '../ports/ledger';

/**
 * Checks that the persons and files an input names exist, wherever in it they stand: a field `personId`, `responsibleId`,
 * `chair` and the like names a person, `fileId` a file of the same organisation.
 */
export async function checkReferences(unit: Unit, input: unknown, organisationId: string): Promise<Refusal | null> {
  const persons = [...new Set(named(input, PERSONS))];
  const [unknown] = persons.length > 0 ? await unit.unknownPersons(persons) : [];
  if (unknown) return refuse('person.unknown', null, { personId: unknown });
  for (const fileId of named(input, ['fileId'])) {
    if (!(await unit.fileExists(fileId, organisationId))) return refuse('file.unknown', null, { fileId });
  }
  return null;
}

/** Fields that name a person, in whatever input. */
const PERSONS: readonly string[] = [
  'personId',
  'responsibleId',
  'coordinatorId',
  'chair',
  'deputy',
  'recorder',
  'scrutineerId',
  'tellerId',
  'clearedById',
  'directorId',
  'deputyDirectorId',
  'toId',
  'actedById',
];

/** Every text under one of the names, wherever in the input it stands. */
export function named(input: unknown, fields: readonly string[]): string[] {
  if (Array.isArray(input)) return input.flatMap((one) => named(one, fields));
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([key, value]) =>
    fields.includes(key) && typeof value === 'string' ? [value] : named(value, fields),
  );
}
