import { createContext, useContext } from 'react';
import type { Option } from './schema';

/** What the fields of a form choose among. */
export interface FormPlace {
  /** Where people, files and agenda items are looked for. */
  readonly organisationId: string | undefined;
  /** By entity, what there is to choose in this procedure. */
  readonly choices: Readonly<Record<string, readonly Option[]>>;
}

export const FormContext = createContext<FormPlace>({ organisationId: undefined, choices: {} });

export function useFormPlace(): FormPlace {
  return useContext(FormContext);
}
