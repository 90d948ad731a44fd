import type { HolidayCalendar, SpecialDay } from '../holidays';

const notice = '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）';

/** Rest days and make-up working days of 2026. Generated from chinese-days 1.5.7 and compared with the notice of 4 November 2025. */
export const HOLIDAYS_2026: HolidayCalendar = {
  version: '2026',
  years: [2026],
  days: {
    '2026-01-01': holiday('元旦'),
    '2026-01-02': holiday('元旦'),
    '2026-01-03': holiday('元旦'),
    '2026-01-04': makeUp('元旦'),
    '2026-02-14': makeUp('春节'),
    '2026-02-15': holiday('春节'),
    '2026-02-16': holiday('春节'),
    '2026-02-17': holiday('春节'),
    '2026-02-18': holiday('春节'),
    '2026-02-19': holiday('春节'),
    '2026-02-20': holiday('春节'),
    '2026-02-21': holiday('春节'),
    '2026-02-22': holiday('春节'),
    '2026-02-23': holiday('春节'),
    '2026-02-28': makeUp('春节'),
    '2026-04-04': holiday('清明节'),
    '2026-04-05': holiday('清明节'),
    '2026-04-06': holiday('清明节'),
    '2026-05-01': holiday('劳动节'),
    '2026-05-02': holiday('劳动节'),
    '2026-05-03': holiday('劳动节'),
    '2026-05-04': holiday('劳动节'),
    '2026-05-05': holiday('劳动节'),
    '2026-05-09': makeUp('劳动节'),
    '2026-06-19': holiday('端午节'),
    '2026-06-20': holiday('端午节'),
    '2026-06-21': holiday('端午节'),
    '2026-09-20': makeUp('国庆节'),
    '2026-09-25': holiday('中秋节'),
    '2026-09-26': holiday('中秋节'),
    '2026-09-27': holiday('中秋节'),
    '2026-10-01': holiday('国庆节'),
    '2026-10-02': holiday('国庆节'),
    '2026-10-03': holiday('国庆节'),
    '2026-10-04': holiday('国庆节'),
    '2026-10-05': holiday('国庆节'),
    '2026-10-06': holiday('国庆节'),
    '2026-10-07': holiday('国庆节'),
    '2026-10-10': makeUp('国庆节'),
  },
};

function holiday(name: string): SpecialDay {
  return { kind: 'holiday', name, notice };
}

function makeUp(name: string): SpecialDay {
  return { kind: 'make-up working day', name, notice };
}
