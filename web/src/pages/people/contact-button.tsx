import { Button, Modal } from 'antd';
import { useState } from 'react';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { api } from '../../api/endpoints';
import { useAnswer } from '../../api/use-answer';
import { ApiForm } from '../../form/api-form';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';

/** Where a person can be reached: shown masked, changed without being seen whole. */
export function ContactButton({ personId }: { readonly personId: string }) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say(ADMIN_WORDS.contact)}
      </Button>
      <Modal
        open={isOpen}
        title={say(ADMIN_WORDS.contact)}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <Contact personId={personId} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Contact({ personId, onDone }: { readonly personId: string; readonly onDone: () => void }) {
  const { say } = useLanguage();
  const contact = useAnswer(api.contactOf, { params: { id: personId } });
  return (
    <Answered of={contact}>
      {({ email, mobile, mailTopics, smsTopics }) => (
        <>
          <p className="muted">
            {say(ADMIN_WORDS.contactMasked)}: {email ?? say(ADMIN_WORDS.none)}，{mobile ?? say(ADMIN_WORDS.none)}
          </p>
          <ApiForm
            endpoint={api.changeContactOf}
            params={{ id: personId }}
            button={ADMIN_WORDS.changeContact}
            initial={{ mailTopics, smsTopics }}
            onDone={onDone}
          />
        </>
      )}
    </Answered>
  );
}
