import { dateWords, momentWords } from '../../../src/contract/words/dates';
import { civilDateOf } from '../../../src/domain/calendar/civil-date';
import { useLanguage } from '../language';

/** A moment as a clock in China shows it. */
export function Moment({ at }: { readonly at: string }) {
  const { say } = useLanguage();
  const instant = Date.parse(at);
  const time = momentWords(instant).slice(-5);
  return (
    <time dateTime={at}>
      {say(dateWords(civilDateOf(instant)))} {time}
    </time>
  );
}

/** The day at whose end something is overdue: that moment itself already is the next day. */
export function LastDay({ dueAt }: { readonly dueAt: string }) {
  return <Day on={civilDateOf(Date.parse(dueAt) - 1)} />;
}

/** A day with its weekday. */
export function Day({ on }: { readonly on: string }) {
  const { say } = useLanguage();
  return <time dateTime={on}>{say(dateWords(on))}</time>;
}
