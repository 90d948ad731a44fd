/** Positions in the Party Working Committee on which a rule turns, as its roster writes them. */
export const POSITIONS = { secretary: '书记', deputy: '副书记' } as const;

/** What somebody is in the committee. */
export type Position = 'secretary' | 'deputy' | 'member';

/** A seat by its position on the roster: whoever is neither secretary nor deputy is a member. */
export function positionOf(written: string): Position {
  if (written === POSITIONS.secretary) return 'secretary';
  return written === POSITIONS.deputy ? 'deputy' : 'member';
}
