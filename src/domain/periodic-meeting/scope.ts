import type { ClauseId } from '../clause';
import type { MeetingTypeName } from './types';

interface Scope {
  readonly clause: ClauseId;
  readonly subjects: readonly string[];
}

/** What a meeting is for, where the regulation says so; a meeting of another kind has nothing to do with it. */
const SCOPES = {
  /** PWW-2.2b: 通报, 交流, 研究协调, 动员. */
  'party-building': { clause: 'PWW-2.2b', subjects: ['inform', 'exchange', 'coordinate', 'mobilise'] },
  /** CPO-2.3.1, in its order. CPO-3.1: the major matters of the community are put to it. */
  committee: {
    clause: 'CPO-2.3.1',
    subjects: ['higher-documents', 'committee-study', 'party-matters', 'work-reports', 'community-matters', 'other'],
  },
  /** CPO-2.3.2: criticism and self-criticism, what is wanting, what is done about it, unity. */
  'organisational-life': { clause: 'CPO-2.3.2', subjects: ['criticism', 'shortcomings', 'measures', 'unity'] },
  /** CPO-2.3.3 */
  joint: { clause: 'CPO-2.3.3', subjects: ['hear-reports', 'pressing-questions', 'countermeasures', 'conflicts'] },
} as const satisfies Readonly<Partial<Record<MeetingTypeName, Scope>>>;

/** Something that a meeting is for. */
export type Subject = (typeof SCOPES)[keyof typeof SCOPES]['subjects'][number];

/** What a meeting of that type is for; null where no text says. */
export function scopeOf(
  type: MeetingTypeName,
): { readonly clause: ClauseId; readonly subjects: readonly Subject[] } | null {
  return type in SCOPES ? SCOPES[type as keyof typeof SCOPES] : null;
}
