import { Card } from 'antd';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import { api } from '../../api/endpoints';
import { useAnswer } from '../../api/use-answer';
import { ApiForm } from '../../form/api-form';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { DataTable } from '../../parts/data-table';
import { OrganisationName } from '../../parts/organisation-name';
import { Term } from '../../parts/term';
import { useSession } from '../../session/session';

/** One's own account: what one may do where, how one is reached, and the password. */
export function AccountPage() {
  const { say } = useLanguage();
  const { me } = useSession();
  const contact = useAnswer(api.ownContact);
  return (
    <div className="content stack narrow">
      <h1>{say(SHELL_WORDS.account)}</h1>
      <p>
        {me.person.name}（{me.account.username}）
      </p>
      <Card title={<h2>{say(ADMIN_WORDS.ownGrants)}</h2>}>
        <DataTable
          rows={me.grants}
          rowKey={({ id }) => id}
          columns={[
            [ADMIN_WORDS.grants, ({ roleName }) => say(roleName)],
            [ADMIN_WORDS.organisation, ({ organisationId }) => <OrganisationName id={organisationId} />],
            [ADMIN_WORDS.term, (grant) => <Term of={grant} />],
          ]}
        />
      </Card>
      <Card title={<h2>{say(ADMIN_WORDS.contact)}</h2>}>
        <Answered of={contact}>
          {(own) => (
            <ApiForm
              key={JSON.stringify(own)}
              endpoint={api.changeOwnContact}
              button={ADMIN_WORDS.changeContact}
              initial={{ ...own }}
            />
          )}
        </Answered>
      </Card>
      <Card title={<h2>{say(ADMIN_WORDS.changePassword)}</h2>}>
        <ApiForm endpoint={api.changePassword} button={ADMIN_WORDS.changePassword} />
      </Card>
    </div>
  );
}
