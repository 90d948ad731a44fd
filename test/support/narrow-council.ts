import { addDays, atTime, civilDateOf, startOfDay } from '../../src/domain/calendar/civil-date';
import { act, councilBody, NINE, person, type Cast } from './council';
import { untilMoment } from './patient';

/** What makes a council one of a few: it needs no notice period, so in real time it can sit within seconds. */
export const NARROW = { broadInterest: false, narrowReason: '仅涉及一个楼栋' };

export function narrowBody(changes: object = {}) {
  return councilBody({ ...NARROW, ...changes });
}

/** Announces the sitting for so many seconds from now. */
export async function announceSoon(cast: Cast, id: string, seconds: number, key?: string): Promise<number> {
  const meetingAt = Date.now() + seconds * 1_000;
  const notice = { meetingAt: new Date(meetingAt).toISOString(), place: '社区议事厅', channels: [] };
  await act(cast.staff, id, 'issue-notice', notice, key);
  return meetingAt;
}

/** Announces a sitting, checks the nine in and opens it. */
export async function sit(cast: Cast, id: string, people: readonly string[] = NINE): Promise<void> {
  const meetingAt = await announceSoon(cast, id, 1);
  await Promise.all(people.map((name) => act(cast.recorder, id, 'check-in', { personId: person(name) })));
  await untilMoment(meetingAt);
  await act(cast.chair, id, 'open-sitting');
}

/** A sitting belongs to one day, and reminders go out at nine: a walk in real time begins when neither is near. */
export async function clearOfTheDaysMoments(): Promise<void> {
  const today = civilDateOf(Date.now());
  for (const moment of [startOfDay(addDays(today, 1)), atTime(today, '09:00')]) {
    const ahead = moment - Date.now();
    if (ahead > 0 && ahead < 180_000) await untilMoment(moment + 1_000);
  }
}
