import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { KeyboardEvent } from 'react';
import { api } from '../api/endpoints';
import { useAnswer } from '../api/use-answer';
import { FORM_WORDS } from '../../../src/contract/words/web/forms';
import { momentWords } from '../../../src/contract/words/dates';
import { useLanguage } from '../language';
import type { Controlled } from './controlled';

/** A day in China, kept as the API writes it. Calendars open at the business day. */
export function DayPicker({ id, value, onChange }: Controlled<string>) {
  const now = useBusinessNow();
  return (
    <DatePicker
      {...(id !== undefined && { id })}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : undefined)}
      {...(now && { defaultPickerValue: now.startOf('day') })}
      showNow={false}
      onKeyDown={chooseOnly}
    />
  );
}

/** A moment as the clock on the wall in China shows it, wherever the browser stands. */
export function MomentPicker({ id, value, onChange }: Controlled<string>) {
  const { say } = useLanguage();
  const now = useBusinessNow();
  return (
    <>
      <DatePicker
        {...(id !== undefined && { id })}
        value={value ? dayjs(value.slice(0, 16)) : null}
        onChange={(moment) => onChange?.(moment ? `${moment.format('YYYY-MM-DDTHH:mm')}:00+08:00` : undefined)}
        {...(now && { defaultPickerValue: now.startOf('day') })}
        showTime={{ format: 'HH:mm', minuteStep: 5, defaultOpenValue: dayjs('2000-01-01T09:00') }}
        format="YYYY-MM-DD HH:mm"
        showNow={false}
        onKeyDown={chooseOnly}
      />{' '}
      <span className="muted">{say(FORM_WORDS.china)}</span>
    </>
  );
}

/** Enter takes the date that was typed; it does not send the form as well. */
function chooseOnly(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}

/** The business clock as a clock in China shows it; null until it is known. */
function useBusinessNow() {
  const { data } = useAnswer(api.clock);
  return data ? dayjs(momentWords(Date.parse(data.now)).replace(' ', 'T')) : null;
}
