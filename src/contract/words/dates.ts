import { civilDateOf, startOfDay, weekday, type CivilDate, type Instant } from '../../domain/calendar/civil-date';
import type { Bilingual } from './bilingual';

const WEEKDAYS = [
  { zh: '一', en: 'Monday' },
  { zh: '二', en: 'Tuesday' },
  { zh: '三', en: 'Wednesday' },
  { zh: '四', en: 'Thursday' },
  { zh: '五', en: 'Friday' },
  { zh: '六', en: 'Saturday' },
  { zh: '日', en: 'Sunday' },
];

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day in words with its weekday: `2026年3月5日（周四）`, `Thursday 5 March 2026`. */
export function dateWords(date: CivilDate): Bilingual {
  const [year, month, day] = date.split('-').map(Number);
  const { zh, en } = WEEKDAYS[weekday(date) - 1]!;
  return { zh: `${year}年${month}月${day}日（周${zh}）`, en: `${en} ${day} ${MONTHS[month! - 1]} ${year}` };
}

/** A moment as a clock on the wall shows it in China: `2026-03-05 09:00`. */
export function momentWords(instant: Instant): string {
  const day = civilDateOf(instant);
  const minutes = Math.floor((instant - startOfDay(day)) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
