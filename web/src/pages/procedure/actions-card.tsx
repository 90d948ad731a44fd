import { Button, Card } from 'antd';
import { useSearchParams } from 'react-router';
import { PROCEDURE_WORDS } from '../../../../src/contract/words/web/procedure';
import { api } from '../../api/endpoints';
import type { Action, Actions, Procedure } from '../../api/types';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { ActionForm } from './action-form';
import { NotYet } from './not-yet';

interface Props {
  readonly procedure: Procedure;
  /** Told at which version the procedure stands after something was done. */
  readonly onDone: (version: number) => void;
  /** Actions that have their place elsewhere on the page. */
  readonly elsewhere?: (offer: Actions) => readonly string[];
}

/** What the one who looks may do now, each with its form, and what they cannot do yet, with the reason. */
export function ActionsCard({ procedure, onDone, elsewhere }: Props) {
  const { say } = useLanguage();
  const { id, version } = procedure;
  const actions = useAnswer(api.actions, { params: { id }, version }, { every: 60_000 });
  return (
    <Card title={<h2>{say(PROCEDURE_WORDS.actions)}</h2>} id="actions">
      <Answered of={actions}>
        {(offer) => (
          <div className="stack">
            <Possible offer={offer} procedure={procedure} onDone={onDone} {...(elsewhere && { elsewhere })} />
            <NotYet actions={offer.items.filter(({ possible }) => !possible)} />
          </div>
        )}
      </Answered>
    </Card>
  );
}

function Possible({ offer, procedure, onDone, elsewhere }: Props & { readonly offer: Actions }) {
  const { say } = useLanguage();
  const [params, setParams] = useSearchParams();
  const chosen = params.get('do');
  const choose = (name: string | null) => setParams(name === null ? {} : { do: name }, { replace: true });
  const shownElsewhere = elsewhere?.(offer) ?? [];
  const possible = offer.items.filter((action) => action.possible && !shownElsewhere.includes(action.name));
  // What is being filled in stays open when it has become impossible: the refusal says why.
  const open = offer.items.find(({ name }) => name === chosen);
  return (
    <>
      {possible.length === 0 && <p>{say(PROCEDURE_WORDS.noActions)}</p>}
      <div className="row">
        {possible.map((action) => (
          <ActionButton
            key={action.name}
            action={action}
            isOpen={action.name === chosen}
            onClick={() => choose(action.name === chosen ? null : action.name)}
          />
        ))}
      </div>
      {open && (
        <Card size="small" title={<h3>{say(open.title)}</h3>} className="open-form" aria-live="polite">
          <ActionForm
            key={open.name}
            action={open}
            offer={offer}
            procedure={procedure}
            onClose={() => choose(null)}
            onDone={(version) => {
              onDone(version);
              choose(null);
            }}
          />
        </Card>
      )}
    </>
  );
}

interface ButtonProps {
  readonly action: Action;
  readonly isOpen: boolean;
  readonly onClick: () => void;
}

function ActionButton({ action, isOpen, onClick }: ButtonProps) {
  const { say } = useLanguage();
  return (
    <Button type={isOpen ? 'primary' : 'default'} aria-expanded={isOpen} onClick={onClick}>
      {say(action.title)}
    </Button>
  );
}
