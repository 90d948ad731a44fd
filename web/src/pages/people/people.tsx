import { Card, Input } from 'antd';
import { useState } from 'react';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { MENU_WORDS, SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import { api } from '../../api/endpoints';
import type { Person } from '../../api/types';
import { ApiFormButton } from '../../form/api-form';
import { useLanguage } from '../../language';
import { DataTable } from '../../parts/data-table';
import { OrganisationName } from '../../parts/organisation-name';
import { OrganisationSelect, useOrganisation } from '../../parts/organisation-select';
import { PagedList } from '../../parts/paged-list';
import { useSession } from '../../session/session';
import { ContactButton } from './contact-button';

/** The people of an organisation and all below it. */
export function PeoplePage() {
  const { say } = useLanguage();
  const { can } = useSession();
  const { id } = useOrganisation('people.read');
  const [q, search] = useState('');
  const mayManage = can('organisations.manage');
  return (
    <div className="content stack">
      <div className="row">
        <h1 className="shrink">{say(MENU_WORDS.people)}</h1>
        {mayManage && id !== undefined && (
          <ApiFormButton endpoint={api.addPerson} button={ADMIN_WORDS.addPerson} initial={{ organisationId: id }} />
        )}
      </div>
      <div className="row">
        <OrganisationSelect capability="people.read" />
        <Input.Search
          aria-label={say(ADMIN_WORDS.search)}
          placeholder={say(ADMIN_WORDS.search)}
          allowClear
          style={{ width: 220 }}
          onSearch={(text) => search(text.trim())}
        />
      </div>
      {id !== undefined && (
        <Card>
          <PagedList endpoint={api.people} query={{ organisationId: id, q }} empty={SHELL_WORDS.nothing}>
            {(items) => <People items={items} mayManage={mayManage} />}
          </PagedList>
        </Card>
      )}
    </div>
  );
}

function People({ items, mayManage }: { readonly items: readonly Person[]; readonly mayManage: boolean }) {
  return (
    <DataTable<Person>
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        [ADMIN_WORDS.name, ({ name }) => name],
        [ADMIN_WORDS.organisation, ({ organisationId }) => <OrganisationName id={organisationId} />],
        ...(mayManage ? [[ADMIN_WORDS.actions, (person: Person) => <Keep person={person} />] as const] : []),
      ]}
    />
  );
}

function Keep({ person: { id, name } }: { readonly person: Person }) {
  return (
    <span className="row">
      <ApiFormButton isSmall endpoint={api.rename} params={{ id }} button={ADMIN_WORDS.rename} initial={{ name }} />
      <ContactButton personId={id} />
    </span>
  );
}
