import { z } from 'zod';
import { councilActionSchemas } from '../../contract/schemas/council';
import { dutyYearActionSchemas } from '../../contract/schemas/duty-year';
import { periodicMeetingActionSchemas } from '../../contract/schemas/periodic-meeting';
import { newProcedureSchema } from '../../contract/schemas/procedures';
import { pwcMeetingActionSchemas } from '../../contract/schemas/pwc-meeting';
import { councilView, withoutReasons } from '../../contract/views/council';
import { councilChoices, type Choice } from '../../contract/views/council-choices';
import { councilHall } from '../../contract/views/council-hall';
import { councilSheet } from '../../contract/views/council-sheet';
import { dutyYearChoices, dutyYearSheet } from '../../contract/views/duty-year';
import { periodicChoices, periodicSheet, withoutLeaveReasons } from '../../contract/views/periodic-meeting';
import { meetingView, withoutMeetingReasons } from '../../contract/views/pwc-meeting';
import { meetingChoices } from '../../contract/views/pwc-meeting-choices';
import { meetingHall } from '../../contract/views/pwc-meeting-hall';
import { meetingSheet } from '../../contract/views/pwc-meeting-sheet';
import type { Section } from '../../contract/views/sheet';
import type { Bilingual } from '../../contract/words/bilingual';
import {
  DUTY_YEAR_ACTION_WORDS,
  DUTY_YEAR_FOLLOWS,
  DUTY_YEAR_STAGE_WORDS,
  DUTY_YEAR_WORDS,
} from '../../contract/words/duty-year';
import { COUNCIL_ACTION_WORDS, COUNCIL_STAGE_WORDS, COUNCIL_WORDS } from '../../contract/words/council';
import { COUNCIL_FOLLOWS } from '../../contract/words/council-follows';
import {
  PERIODIC_ACTION_WORDS,
  PERIODIC_FOLLOWS,
  PERIODIC_STAGE_WORDS,
  PERIODIC_WORDS,
} from '../../contract/words/periodic-meeting';
import {
  MEETING_ACTION_WORDS,
  MEETING_FOLLOWS,
  MEETING_STAGE_WORDS,
  MEETING_WORDS,
} from '../../contract/words/pwc-meeting';
import type { ClauseId } from '../../domain/clause';
import * as councilStages from '../../domain/council/stages';
import * as meetingStages from '../../domain/pwc-meeting/stages';
import type { PeriodicState } from '../../domain/periodic-meeting/state';
import type { DutyYearState } from '../../domain/duty-year/state';
import type { MeetingState } from '../../domain/pwc-meeting/state';
import type { CouncilState } from '../../domain/council/state';
import type { ProcedureState, Standing } from '../../domain/procedure/model';

/** How one kind of procedure is spoken to and shown. */
export interface KindOfProcedure {
  readonly name: Bilingual;
  /** JSON Schema of what it is begun with; null for what begins by itself. */
  readonly beginning: Record<string, unknown> | null;
  readonly actions: Readonly<Record<string, ActionForm>>;
  readonly stages: Readonly<Record<string, Bilingual>>;
  /** The stages of a course that meets no obstacle, and the clause of every stage. */
  readonly mainCourse: readonly string[];
  readonly stageClauses: Readonly<Record<string, ClauseId | null>>;
  /** The state as people look at it, still with references in the place of texts; whole only for those who read all. */
  view(state: ProcedureState, readsAll: boolean): object;
  /** The state as a page shows it: sections that look the same for every kind. */
  sheet(state: ProcedureState, readsAll: boolean): readonly Section[];
  /** The meeting as it is followed in the hall; null while there is none. */
  hall(state: ProcedureState): object | null;
  /** What the forms of its actions choose among. */
  choices(state: ProcedureState, actor: Standing): Readonly<Record<string, readonly Choice[]>>;
}

export interface ActionForm {
  readonly title: Bilingual;
  /** What follows, for an act that is to be confirmed. */
  readonly follows: Bilingual | null;
  readonly schema: z.ZodType;
  readonly jsonSchema: Record<string, unknown>;
}

const KINDS: Readonly<Record<string, KindOfProcedure>> = {
  council: {
    name: COUNCIL_WORDS,
    beginning: beginning('council'),
    actions: forms(councilActionSchemas, COUNCIL_ACTION_WORDS, COUNCIL_FOLLOWS),
    stages: COUNCIL_STAGE_WORDS,
    mainCourse: councilStages.MAIN_COURSE,
    stageClauses: councilStages.STAGE_CLAUSES,
    view: (state, readsAll) => councilView(readable(state, readsAll)),
    sheet: (state, readsAll) => councilSheet(readable(state, readsAll)),
    hall: (state) => councilHall(state as CouncilState),
    choices: (state, actor) => councilChoices(state as CouncilState, actor),
  },
  'pwc-meeting': {
    name: MEETING_WORDS,
    beginning: beginning('pwc-meeting'),
    actions: forms(pwcMeetingActionSchemas, MEETING_ACTION_WORDS, MEETING_FOLLOWS),
    stages: MEETING_STAGE_WORDS,
    mainCourse: meetingStages.MAIN_COURSE,
    stageClauses: meetingStages.STAGE_CLAUSES,
    view: (state, readsAll) => meetingView(readableMeeting(state, readsAll)),
    sheet: (state, readsAll) => meetingSheet(readableMeeting(state, readsAll)),
    hall: (state) => meetingHall(state as MeetingState),
    choices: (state, actor) => meetingChoices(state as MeetingState, actor),
  },
  'periodic-meeting': {
    name: PERIODIC_WORDS,
    beginning: beginning('periodic-meeting'),
    actions: forms(periodicMeetingActionSchemas, PERIODIC_ACTION_WORDS, PERIODIC_FOLLOWS),
    stages: PERIODIC_STAGE_WORDS,
    mainCourse: ['preparing', 'noticed', 'sitting', 'recording', 'closed'],
    stageClauses: {},
    view: (state, readsAll) => readablePeriodic(state, readsAll),
    sheet: (state, readsAll) => periodicSheet(readablePeriodic(state, readsAll)),
    hall: () => null,
    choices: (state) => periodicChoices(state as PeriodicState),
  },
  'duty-year': {
    name: DUTY_YEAR_WORDS,
    beginning: null,
    actions: forms(dutyYearActionSchemas, DUTY_YEAR_ACTION_WORDS, DUTY_YEAR_FOLLOWS),
    stages: DUTY_YEAR_STAGE_WORDS,
    mainCourse: ['running', 'closed'],
    stageClauses: {},
    view: (state) => state,
    sheet: (state) => dutyYearSheet(state as DutyYearState),
    hall: () => null,
    choices: (state) => dutyYearChoices(state as DutyYearState),
  },
};

function readablePeriodic(state: ProcedureState, readsAll: boolean): PeriodicState {
  return readsAll ? (state as PeriodicState) : withoutLeaveReasons(state as PeriodicState);
}

function readableMeeting(state: ProcedureState, readsAll: boolean): MeetingState {
  return readsAll ? (state as MeetingState) : withoutMeetingReasons(state as MeetingState);
}

function readable(state: ProcedureState, readsAll: boolean): CouncilState {
  return readsAll ? (state as CouncilState) : withoutReasons(state as CouncilState);
}

/** Every kind there is, by its word. */
export function kinds(): readonly (readonly [string, KindOfProcedure])[] {
  return Object.entries(KINDS);
}

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

function beginning(kind: string): Record<string, unknown> {
  const option = newProcedureSchema.options.find(({ shape }) => shape.kind.value === kind);
  if (!option) throw new Error(`nothing is said of how ${kind} begins`);
  return z.toJSONSchema(option) as Record<string, unknown>;
}

function forms(
  schemas: Readonly<Record<string, z.ZodType>>,
  words: Readonly<Record<string, Bilingual>>,
  follows: Readonly<Record<string, Bilingual>>,
) {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]): [string, ActionForm] => {
      const title = words[name];
      if (!title) throw new Error(`no words for the action ${name}`);
      return [
        name,
        {
          title,
          follows: follows[name] ?? null,
          schema,
          jsonSchema: z.toJSONSchema(schema) as Record<string, unknown>,
        },
      ];
    }),
  );
}
