import { Card, Tag } from 'antd';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { MENU_WORDS, SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import { api } from '../../api/endpoints';
import type { Account } from '../../api/types';
import { useAnswer } from '../../api/use-answer';
import { ApiFormButton } from '../../form/api-form';
import { useLanguage } from '../../language';
import { ActButton } from '../../parts/act-button';
import { DataTable } from '../../parts/data-table';
import { OrganisationName } from '../../parts/organisation-name';
import { OrganisationSelect, useOrganisation } from '../../parts/organisation-select';
import { PagedList } from '../../parts/paged-list';
import { Term } from '../../parts/term';
import { useSession } from '../../session/session';

/** The accounts of an organisation and all below it, with what each may do where. */
export function AccountsPage() {
  const { say } = useLanguage();
  const { id } = useOrganisation('accounts.manage');
  return (
    <div className="content stack">
      <div className="row">
        <h1 className="shrink">{say(MENU_WORDS.accounts)}</h1>
        {id !== undefined && (
          <ApiFormButton endpoint={api.addAccount} button={ADMIN_WORDS.addAccount} organisationId={id} />
        )}
      </div>
      <div>
        <OrganisationSelect capability="accounts.manage" />
      </div>
      {id !== undefined && (
        <Card>
          <PagedList endpoint={api.accounts} query={{ organisationId: id }} empty={SHELL_WORDS.nothing}>
            {(items) => (
              <DataTable<Account>
                rows={items}
                rowKey={(account) => account.id}
                columns={[
                  [ADMIN_WORDS.username, (account) => <Username account={account} />],
                  [ADMIN_WORDS.name, ({ personName }) => personName],
                  [ADMIN_WORDS.grants, (account) => <Grants account={account} />],
                  [ADMIN_WORDS.actions, (account) => <Keep account={account} />],
                ]}
              />
            )}
          </PagedList>
        </Card>
      )}
    </div>
  );
}

function Username({ account: { username, disabled } }: { readonly account: Account }) {
  const { say } = useLanguage();
  return (
    <>
      {username} {disabled && <Tag color="error">{say(ADMIN_WORDS.disabled)}</Tag>}
    </>
  );
}

function Grants({ account: { id, grants } }: { readonly account: Account }) {
  const { say } = useLanguage();
  return (
    <ul className="plain">
      {grants.map((grant) => (
        <li key={grant.id} className="row">
          {say(grant.roleName)} · <OrganisationName id={grant.organisationId} /> · <Term of={grant} />
          <ApiFormButton
            isSmall
            endpoint={api.endGrant}
            params={{ id, grantId: grant.id }}
            button={ADMIN_WORDS.endGrant}
          />
        </li>
      ))}
    </ul>
  );
}

function Keep({ account: { id, disabled, oidcSubject } }: { readonly account: Account }) {
  const { data: methods } = useAnswer(api.signInMethods);
  const { me } = useSession();
  const params = { id };
  return (
    <span className="row">
      <ApiFormButton
        isSmall
        endpoint={api.addGrant}
        params={params}
        button={ADMIN_WORDS.addGrant}
        initial={{ validFrom: me.today }}
      />
      <ApiFormButton
        isSmall
        endpoint={api.setPassword}
        params={params}
        button={ADMIN_WORDS.setPassword}
        follows={ADMIN_WORDS.setPasswordFollows}
      />
      <ApiFormButton
        isSmall
        endpoint={api.setDisabled}
        params={params}
        button={ADMIN_WORDS.disable}
        initial={{ disabled: !disabled }}
      />
      {methods?.oidc && (
        <ApiFormButton
          isSmall
          endpoint={api.linkSubject}
          params={params}
          button={ADMIN_WORDS.linkSubject}
          initial={{ oidcSubject: oidcSubject ?? undefined }}
        />
      )}
      <ActButton
        endpoint={api.endSessions}
        params={params}
        words={ADMIN_WORDS.endSessions}
        follows={ADMIN_WORDS.endSessionsFollows}
      />
    </span>
  );
}
