import { CAPABILITIES, ROLES } from '../../domain/permissions';
import type { Refusal } from '../../domain/refusal';
import type { Bilingual } from './bilingual';
import {
  COUNCIL_ACTION_WORDS,
  COUNCIL_STAGE_WORDS,
  METHOD_WORDS,
  OUTCOME_WORDS,
  PAPER_FIELD_WORDS,
  QUESTION_WORDS,
} from './council';
import { momentWords } from './dates';
import { DUTY_YEAR_ACTION_WORDS, DUTY_YEAR_STAGE_WORDS } from './duty-year';
import { OFFICE_WORDS } from './offices';
import { ORGANISATION_KIND_WORDS } from './organisations';
import { PERIODIC_ACTION_WORDS, PERIODIC_STAGE_WORDS, SUBJECT_WORDS } from './periodic-meeting';
import { PREPARATION_WORDS } from './pwc';
import {
  MEETING_ACTION_WORDS,
  MEETING_OUTCOME_WORDS,
  MEETING_STAGE_WORDS,
  PAPER_METHOD_WORDS,
  POSITION_WORDS,
} from './pwc-meeting';
import { administrationRefusals } from './refusals/administration';
import { agendaRefusals } from './refusals/agenda';
import { dutyYearRefusals } from './refusals/duty-year';
import { clockRefusals } from './refusals/clock';
import { councilAfterwardsRefusals } from './refusals/council-afterwards';
import { councilRefusals } from './refusals/council';
import { councilVoteRefusals } from './refusals/council-votes';
import { oidcRefusals } from './refusals/oidc';
import { outboxRefusals } from './refusals/outbox';
import { periodicMeetingRefusals } from './refusals/periodic-meeting';
import { procedureRefusals } from './refusals/procedures';
import { pwcMeetingRefusals } from './refusals/pwc-meeting';
import { requestRefusals } from './refusals/requests';
import { rulebookRefusals } from './refusals/rulebook';
import { signInRefusals } from './refusals/sign-in';
import { storedPayloadRefusals } from './refusals/stored-payloads';
import type { RefusalWords } from './refusals/refusal-words';

/**
 * The one dictionary from refusal codes to words. `detail` may hold `{param}` for every param of the refusal and `{clause}`
 * for its clause; it says what is wrong, why, and the next lawful step.
 */
export const REFUSALS = {
  ...requestRefusals,
  ...signInRefusals,
  ...oidcRefusals,
  ...administrationRefusals,
  ...clockRefusals,
  ...rulebookRefusals,
  ...procedureRefusals,
  ...councilRefusals,
  ...councilVoteRefusals,
  ...councilAfterwardsRefusals,
  ...agendaRefusals,
  ...pwcMeetingRefusals,
  ...dutyYearRefusals,
  ...periodicMeetingRefusals,
  ...storedPayloadRefusals,
  ...outboxRefusals,
} as const satisfies Readonly<Record<string, RefusalWords>>;

/** A refusal that has words. */
export type RefusalCode = keyof typeof REFUSALS;

/** Whether the dictionary knows the code. */
export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code);
}

/** The words for a refusal, or null for a code that the dictionary does not know. */
export function refusalWords({ code, clause, params }: Refusal): RefusalWords | null {
  if (!isRefusalCode(code)) return null;
  const { title, detail } = REFUSALS[code];
  const values = { ...params, clause };
  return {
    title,
    detail: {
      zh: fill(detail.zh, values, { code, language: 'zh' }),
      en: fill(detail.en, values, { code, language: 'en' }),
    } satisfies Bilingual,
  };
}

interface Filling {
  readonly code: string;
  readonly language: keyof Bilingual;
}

function fill(template: string, values: Readonly<Record<string, unknown>>, filling: Filling): string {
  return template.replace(/\{(\w+)\}/g, (_match, name: string) => written(name, values[name], filling));
}

/** Params that hold our own words for things, several with commas between: people read the things' names. */
const NAMING = new Set([
  'entitled',
  'stage',
  'possible',
  'action',
  'method',
  'question',
  'outcome',
  'field',
  'missing',
  'preparation',
  'positions',
  'subject',
  'level',
]);

const NOTHING: Bilingual = { zh: '（无）', en: 'nothing' };

const NAMES: Readonly<Record<string, Bilingual>> = {
  ...ROLES,
  ...OFFICE_WORDS,
  ...COUNCIL_STAGE_WORDS,
  ...COUNCIL_ACTION_WORDS,
  ...METHOD_WORDS,
  ...QUESTION_WORDS,
  ...OUTCOME_WORDS,
  ...PAPER_FIELD_WORDS,
  ...CAPABILITIES,
  ...PREPARATION_WORDS,
  ...MEETING_STAGE_WORDS,
  ...MEETING_ACTION_WORDS,
  ...PAPER_METHOD_WORDS,
  ...POSITION_WORDS,
  ...DUTY_YEAR_ACTION_WORDS,
  ...DUTY_YEAR_STAGE_WORDS,
  ...PERIODIC_ACTION_WORDS,
  ...PERIODIC_STAGE_WORDS,
  // What several kinds of procedure do under one word.
  cancel: { zh: '取消', en: 'Cancel' },
  'refer-item': { zh: '提请上级决定', en: 'Refer to the body above' },
};

/** Words that mean something else in the refusals of one kind, by the beginning of their codes. */
const OWN_NAMES: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  pwc: MEETING_OUTCOME_WORDS,
  periodic: { ...SUBJECT_WORDS, ...ORGANISATION_KIND_WORDS },
};

function written(name: string, value: unknown, { code, language }: Filling): string {
  if (name === 'earliest' && typeof value === 'number') return momentWords(value);
  if (!NAMING.has(name) || typeof value !== 'string') return String(value ?? '—');
  if (value === '') return NOTHING[language];
  const known = { ...NAMES, ...OWN_NAMES[code.split('.')[0] ?? ''] };
  const names = value.split(', ').map((word) => (Object.hasOwn(known, word) ? known[word]?.[language] : word));
  return names.join(language === 'zh' ? '、' : ', ');
}
