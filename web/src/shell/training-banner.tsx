import { api } from '../api/endpoints';
import { useAnswer } from '../api/use-answer';
import { SHELL_WORDS } from '../../../src/contract/words/web/shell';
import { useLanguage } from '../language';
import { Moment } from '../parts/moment';

/** On every page of a training database: what it is, and which day its clock shows. */
export function TrainingBanner() {
  const { say } = useLanguage();
  const { data: clock } = useAnswer(api.clock, {}, { every: 30_000 });
  if (!clock?.training) return null;
  return (
    <output className="training">
      <span>{say(SHELL_WORDS.training)}</span>
      <span>
        {say(SHELL_WORDS.today)} <Moment at={clock.now} />
      </span>
      {clock.moving && <span>{say(SHELL_WORDS.moving)}</span>}
    </output>
  );
}
