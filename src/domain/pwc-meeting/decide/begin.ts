import type { Beginning, Context, Decision } from '../../procedure/model';
import { positionOf } from '../../pwc/positions';
import { refuse, type Refusal } from '../../refusal';
import type { MeetingEvent, Member } from '../state';

export interface BeginInput {
  readonly title: string;
  readonly recorder: string;
}

/** PWW-2.1, PWR-3.1.14: a meeting of the Party Working Committee is prepared; those due are its members, and a recorder is named. */
export function begin(
  input: BeginInput,
  { organisationId, lineage, rulebook, roster }: Beginning,
  context: Context,
): Decision<MeetingEvent> | Refusal {
  if (lineage.at(-1)?.kind !== 'subdistrict') return refuse('agenda.not-a-subdistrict', 'PWW-2.1');
  const members = membersOf(roster);
  const wrong = checkMembers(members) ?? checkRecorder(members, input.recorder);
  if (wrong) return wrong;
  const { title, recorder } = input;
  return {
    events: [
      {
        type: 'pwc-meeting-started',
        data: { organisationId, title: context.keep(title), members, recorder, rulebook },
      },
    ],
    notices: [{ kind: 'pwc-recorder-named', clause: 'PWR-3.1.14', persons: [recorder], params: {} }],
  };
}

/** The members by their seats on the roster, leaders first. */
export function membersOf(roster: Beginning['roster']): Member[] {
  const members = roster.map(({ personId, position }) => ({ personId, position: positionOf(position) }));
  return SEATS.flatMap((seat) => members.filter(({ position }) => position === seat));
}

const SEATS: readonly Member['position'][] = ['secretary', 'deputy', 'member'];

/** PWR-3.1.2: without a secretary on the roster nobody convenes. */
export function checkMembers(members: readonly Member[]): Refusal | null {
  const secretaries = members.filter(({ position }) => position === 'secretary').length;
  return secretaries === 1 ? null : refuse('pwc.roster-without-secretary', 'PWR-3.1.2', { secretaries });
}

/** PWR-3.1.14: the record is kept by no member; that the recorder is of the Party affairs office is for whoever names one to see to. */
export function checkRecorder(members: readonly Member[], recorder: string): Refusal | null {
  const isMember = members.some(({ personId }) => personId === recorder);
  return isMember ? refuse('pwc.recorder-is-member', 'PWR-3.1.14') : null;
}
