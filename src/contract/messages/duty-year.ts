import { deriveId } from '../ids';

/** The procedure that holds the duties of an organisation in a year: there is one, whoever opens it. */
export function dutyYearId(organisationId: string, year: number): string {
  return deriveId('duty-year', organisationId, String(year));
}
