import { Card } from 'antd';
import { Link, useParams } from 'react-router';
import { MEETING_WORDS } from '../../../../src/contract/words/web/live';
import { api } from '../../api/endpoints';
import type { Hall, Procedure } from '../../api/types';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { FollowingMark } from '../../live/following-mark';
import { Failed } from '../../parts/failed';
import { Loading } from '../../parts/loading';
import { Moment } from '../../parts/moment';
import { ProblemAlert } from '../../parts/problem-alert';
import { ActionsCard } from '../procedure/actions-card';
import { Items } from './items';
import { People } from './people';
import { pressedIn } from './presses';
import { usePress } from './use-press';
import './meeting.css';
import { Clause } from '../../parts/clause';

/** A meeting as it is followed in the hall: who is there, whether that is enough, what is being decided. */
export function Meeting() {
  const { id = '' } = useParams();
  const { data: procedure, error, refetch } = useAnswer(api.procedure, { params: { id } });
  if (error && !procedure) return <Failed problem={error} retry={() => void refetch()} />;
  return procedure ? <Shown procedure={procedure} /> : <Loading />;
}

function Shown({ procedure }: { readonly procedure: Procedure }) {
  const { say } = useLanguage();
  const { id, title, hall } = procedure;
  return (
    <div className="content stack meeting">
      <div className="row">
        <h1>{title}</h1>
        <span className="muted">{say(procedure.stageName)}</span>
        <FollowingMark />
        <span className="push" />
        <Link to={`/procedures/${id}`}>{say(MEETING_WORDS.toProcedure)}</Link>
      </div>
      {hall ? <InTheHall procedure={procedure} hall={hall} /> : <p>{say(MEETING_WORDS.none)}</p>}
    </div>
  );
}

function InTheHall({ procedure, hall }: { readonly procedure: Procedure; readonly hall: Hall }) {
  const { say } = useLanguage();
  const { id, people } = procedure;
  const { data: actions } = useAnswer(api.actions, { params: { id }, version: procedure.version });
  const voteId = hall.vote?.id ?? '';
  const { data: ballots } = useAnswer(api.ballots, { params: { id, voteId } }, { when: voteId !== '' });
  const pressing = usePress(id);
  const cast = new Map(voteId === '' ? [] : ballots?.items.map((one) => [one.personId, one.choiceName]));
  return (
    <>
      {pressing.problem && <ProblemAlert problem={pressing.problem} />}
      <Card size="small">
        <dl className="figures">
          {hall.counts.map(({ name, count }) => (
            <div key={name.en}>
              <dt>{say(name)}</dt>
              <dd>{count}</dd>
            </div>
          ))}
          <div className="wide">
            <dt>
              {say(MEETING_WORDS.quorum)}{' '}
              <span className="muted">
                <Clause id={hall.clause} />
              </span>
            </dt>
            <dd className={hall.quorum.reached ? 'reached' : 'missed'}>{say(hall.quorum.arithmetic)}</dd>
          </div>
        </dl>
        <Times hall={hall} />
      </Card>
      <div className="halves">
        <People {...{ hall, people, actions, cast, pressing }} />
        <div className="stack">
          <Items {...{ hall, people, cast }} />
          <ActionsCard
            procedure={procedure}
            onDone={() => undefined}
            elsewhere={(offer) => pressedIn(offer, hall.people)}
          />
        </div>
      </div>
    </>
  );
}

function Times({ hall: { meetingAt, openedAt, place } }: { readonly hall: Hall }) {
  const { say } = useLanguage();
  return (
    <p className="muted times">
      {meetingAt !== null && (
        <span>
          {say(MEETING_WORDS.announced)} <Moment at={meetingAt} />
        </span>
      )}
      {place !== null && <span>{place}</span>}
      {openedAt === null ? (
        <strong>{say(MEETING_WORDS.notOpen)}</strong>
      ) : (
        <span>
          {say(MEETING_WORDS.opened)} <Moment at={openedAt} />
        </span>
      )}
    </p>
  );
}
