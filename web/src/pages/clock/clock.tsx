import { Card } from 'antd';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { MENU_WORDS } from '../../../../src/contract/words/web/shell';
import { api } from '../../api/endpoints';
import type { Clock } from '../../api/types';
import { useAnswer } from '../../api/use-answer';
import { ApiForm } from '../../form/api-form';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { Moment } from '../../parts/moment';
import { useSession } from '../../session/session';

/** The business clock, and in a training database the way to move it on. */
export function ClockPage() {
  const { say } = useLanguage();
  const { can } = useSession();
  const clock = useAnswer(api.clock, {}, { every: 2_000 });
  return (
    <div className="content stack narrow">
      <h1>{say(MENU_WORDS.clock)}</h1>
      <Answered of={clock}>
        {(shown) => (
          <>
            <Card>
              <Now clock={shown} />
            </Card>
            {shown.training && can('clock.move') && (
              <Card title={<h2>{say(ADMIN_WORDS.moveClock)}</h2>}>
                <p className="muted">{say(ADMIN_WORDS.moveHint)}</p>
                <ApiForm endpoint={api.moveClock} button={ADMIN_WORDS.moveClock} follows={ADMIN_WORDS.moveFollows} />
              </Card>
            )}
          </>
        )}
      </Answered>
    </div>
  );
}

function Now({ clock: { now, training, moving } }: { readonly clock: Clock }) {
  const { say } = useLanguage();
  return (
    <>
      <p>
        {say(ADMIN_WORDS.businessNow)} <Moment at={now} />
      </p>
      {!training && <p>{say(ADMIN_WORDS.notTraining)}</p>}
      {moving && (
        <output>
          {say(ADMIN_WORDS.movingTo)} <Moment at={moving.to} />，{say(ADMIN_WORDS.movingLeft)} {moving.left}
        </output>
      )}
    </>
  );
}
