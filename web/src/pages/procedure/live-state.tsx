import { PROCEDURE_WORDS } from '../../../../src/contract/words/web/procedure';
import { api } from '../../api/endpoints';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { Moment } from '../../parts/moment';

/** Where the workflow itself says it stands, for those who see to the service. */
export function LiveState({ id }: { readonly id: string }) {
  const { say } = useLanguage();
  const live = useAnswer(api.liveState, { params: { id } });
  return (
    <Answered of={live}>
      {({ stage, status, version, timers }) => (
        <dl className="lines">
          <div>
            <dt>{say(PROCEDURE_WORDS.course)}</dt>
            <dd>
              {stage} · {status}
            </dd>
          </div>
          <div>
            <dt>{say(PROCEDURE_WORDS.version)}</dt>
            <dd>{version}</dd>
          </div>
          {timers.map(({ key, at }) => (
            <div key={key}>
              <dt>
                {say(PROCEDURE_WORDS.timers)} {key}
              </dt>
              <dd>
                <Moment at={at} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Answered>
  );
}
