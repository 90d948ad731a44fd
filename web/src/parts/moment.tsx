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

/** A day with its weekday. */
export function Day({ on }: { readonly on: string }) {
  const { say } = useLanguage();
  return <time dateTime={on}>{say(dateWords(on))}</time>;
}
