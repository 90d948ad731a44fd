import type { Announcement } from '../procedure/model';
import type { CouncilStage, CouncilState } from './state';

/** From the notice until the sitting is over or put off. */
export const ANNOUNCING: readonly CouncilStage[] = ['posting', 'waiting', 'sitting'];

/**
 * HDA-11.1.2: what residents read of a sitting that is to come. A topic of few is announced to nobody but them, and a suspended council
 * does not sit.
 */
export function announcement(state: CouncilState): Announcement | null {
  const { notice, title, items, broadInterest, stage } = state;
  if (!notice || !broadInterest || !ANNOUNCING.includes(stage) || state.suspension) return null;
  return {
    clause: 'HDA-11.1.2',
    title,
    issuedOn: notice.issuedOn,
    meetingAt: notice.meetingAt,
    place: notice.place,
    items: items.filter(({ outcome }) => outcome === null).map((item) => item.title),
    postings: notice.postings.map(({ channel, location, confirmation }) => {
      return { channel, location, postedOn: confirmation?.postedOn ?? null };
    }),
  };
}
