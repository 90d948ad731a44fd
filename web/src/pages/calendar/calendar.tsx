import { Card, InputNumber } from 'antd';
import { useState } from 'react';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { MENU_WORDS } from '../../../../src/contract/words/web/shell';
import { api } from '../../api/endpoints';
import type { CalendarDays } from '../../api/types';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { DataTable } from '../../parts/data-table';
import { Day } from '../../parts/moment';
import { useSession } from '../../session/session';
import { CalendarImport } from './calendar-import';

/** The holidays and make-up working days by which deadlines are counted. */
export function CalendarPage() {
  const { say } = useLanguage();
  const { me, can } = useSession();
  const calendar = useAnswer(api.calendar);
  const [year, chooseYear] = useState(Number(me.today.slice(0, 4)));
  const days = useAnswer(api.calendarDays, { query: { year: String(year) } });
  return (
    <div className="content stack narrow">
      <h1>{say(MENU_WORDS.calendar)}</h1>
      <Answered of={calendar}>
        {({ version, source, years }) => (
          <p>
            {say(ADMIN_WORDS.calendarVersion)} {version}（{years.join('、')}）· {say(ADMIN_WORDS.source)} {source}
          </p>
        )}
      </Answered>
      <div className="row">
        <label htmlFor="calendar-year">{say(ADMIN_WORDS.year)}</label>
        <InputNumber
          id="calendar-year"
          min={2000}
          max={2099}
          value={year}
          onChange={(chosen) => chosen !== null && chooseYear(chosen)}
        />
      </div>
      <Card>
        <Answered of={days}>{(shown) => <Days shown={shown} />}</Answered>
      </Card>
      {can('calendar.manage') && (
        <Card title={<h2>{say(ADMIN_WORDS.importCalendar)}</h2>}>
          <CalendarImport />
        </Card>
      )}
    </div>
  );
}

function Days({ shown: { known, days } }: { readonly shown: CalendarDays }) {
  const { say } = useLanguage();
  if (!known) return <p>{say(ADMIN_WORDS.unknownYear)}</p>;
  return (
    <DataTable
      rows={days}
      rowKey={({ day }) => day}
      columns={[
        [ADMIN_WORDS.day, ({ day }) => <Day on={day} />],
        [ADMIN_WORDS.kind, ({ kind }) => say(kind === 'holiday' ? ADMIN_WORDS.holiday : ADMIN_WORDS.makeUp)],
        [ADMIN_WORDS.festival, ({ name }) => name],
        [ADMIN_WORDS.notice, ({ notice }) => notice],
      ]}
    />
  );
}
