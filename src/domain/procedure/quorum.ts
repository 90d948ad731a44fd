import { needed, reaches, type Threshold } from '../threshold';

/** Who is there when an item is taken up; people are their ids. */
export interface ItemAttendance {
  /** The due members (应到会): the list fixed with the notice (reading 2). */
  readonly due: readonly string[];
  /** Everybody who checked in. */
  readonly checkedIn: readonly string[];
  /** Those of them who have left and are not back. */
  readonly left: readonly string[];
  /** Members who may neither discuss nor vote on this item (reading 3). */
  readonly recused: readonly string[];
}

/** Whether the council may act on an item, with the numbers. */
export interface Quorum {
  readonly due: number;
  readonly present: number;
  /** How many due members are recused on the item. */
  readonly recused: number;
  readonly threshold: Threshold;
  readonly needed: number | null;
  readonly quorate: boolean;
  /** The verdict if the recused were left out of the due number; where it differs from `quorate`, people are told. */
  readonly quorateWithoutRecused: boolean;
}

/** The due members who are present for the item: checked in, not left, not recused. Guests are not counted. */
export function presentForItem(attendance: ItemAttendance): string[] {
  const { due, checkedIn, left, recused } = attendance;
  return [...new Set(due)].filter(
    (member) => checkedIn.includes(member) && !left.includes(member) && !recused.includes(member),
  );
}

/**
 * The quorum of a council for one item. HDA-9 names who takes part and no number: the threshold is the rulebook's
 * `council.quorum`. Recusal leaves the due number unchanged and lowers the present number (reading 3).
 */
export function quorumOf(attendance: ItemAttendance, threshold: Threshold): Quorum {
  const members = new Set(attendance.due);
  const due = members.size;
  const present = presentForItem(attendance).length;
  const recused = [...members].filter((member) => attendance.recused.includes(member)).length;
  return {
    due,
    present,
    recused,
    threshold,
    needed: needed(threshold, due),
    quorate: reaches(threshold, present, due),
    quorateWithoutRecused: reaches(threshold, present, due - recused),
  };
}
