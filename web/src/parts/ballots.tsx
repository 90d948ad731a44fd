import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { PROCEDURE_WORDS } from '../../../src/contract/words/web/procedure';
import { api } from '../api/endpoints';
import { useAnswer } from '../api/use-answer';
import { useLanguage } from '../language';
import { Answered } from './answered';

/** Who voted what in a vote by name, for whoever asks to see it. */
export function Ballots({ voteId }: { readonly voteId: string }) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say(PROCEDURE_WORDS.ballots)}
      </Button>
      <Modal open={isOpen} title={say(PROCEDURE_WORDS.ballots)} footer={null} onCancel={() => setOpen(false)}>
        {isOpen && <Named voteId={voteId} />}
      </Modal>
    </>
  );
}

function Named({ voteId }: { readonly voteId: string }) {
  const { say } = useLanguage();
  const { id = '' } = useParams();
  const ballots = useAnswer(api.ballots, { params: { id, voteId } });
  return (
    <Answered of={ballots}>
      {({ items, digest }) => (
        <div className="stack">
          {items.length === 0 && <p>{say(PROCEDURE_WORDS.noBallots)}</p>}
          <ul className="plain">
            {items.map(({ personId, name, choiceName }) => (
              <li key={personId}>
                {name}：{say(choiceName)}
              </li>
            ))}
          </ul>
          <p className="muted break">
            {say(PROCEDURE_WORDS.digest)} {digest}
          </p>
        </div>
      )}
    </Answered>
  );
}
