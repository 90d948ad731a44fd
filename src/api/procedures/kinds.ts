import { z } from 'zod';
import { councilActionSchemas } from '../../contract/schemas/council';
import { councilView, withoutReasons } from '../../contract/views/council';
import type { Bilingual } from '../../contract/words/bilingual';
import { COUNCIL_ACTION_WORDS, COUNCIL_STAGE_WORDS } from '../../contract/words/council';
import type { CouncilState } from '../../domain/council/state';
import type { ProcedureState } from '../../domain/procedure/model';

/** How one kind of procedure is spoken to and shown. */
export interface KindOfProcedure {
  readonly actions: Readonly<Record<string, ActionForm>>;
  readonly stages: Readonly<Record<string, Bilingual>>;
  /** The state as people look at it, still with references in the place of texts; whole only for those who read all. */
  view(state: ProcedureState, readsAll: boolean): object;
}

export interface ActionForm {
  readonly title: Bilingual;
  readonly schema: z.ZodType;
  readonly jsonSchema: Record<string, unknown>;
}

const KINDS: Readonly<Record<string, KindOfProcedure>> = {
  council: {
    actions: forms(councilActionSchemas, COUNCIL_ACTION_WORDS),
    stages: COUNCIL_STAGE_WORDS,
    view: (state, readsAll) => councilView(readsAll ? (state as CouncilState) : withoutReasons(state as CouncilState)),
  },
};

/** How a kind is shown. Throws for a kind that does not exist. */
export function kindOf(kind: string): KindOfProcedure {
  const found = KINDS[kind];
  if (!found) throw new Error(`no such kind of procedure: ${kind}`);
  return found;
}

/** The form of an action of that kind; undefined when there is none. */
export function formOf(kind: string, action: string): ActionForm | undefined {
  const { actions } = kindOf(kind);
  return Object.hasOwn(actions, action) ? actions[action] : undefined;
}

/** The name of a stage, or its own word where none is known. */
export function stageName(kind: string, stage: string): Bilingual {
  return kindOf(kind).stages[stage] ?? { zh: stage, en: stage };
}

function forms(schemas: Readonly<Record<string, z.ZodType>>, words: Readonly<Record<string, Bilingual>>) {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]): [string, ActionForm] => {
      const title = words[name];
      if (!title) throw new Error(`no words for the action ${name}`);
      return [name, { title, schema, jsonSchema: z.toJSONSchema(schema) as Record<string, unknown> }];
    }),
  );
}
