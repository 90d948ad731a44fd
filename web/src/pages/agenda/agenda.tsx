import { Card, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { AGENDA_STATUS_WORDS, BODY_WORDS } from '../../../../src/contract/words/agenda';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { MENU_WORDS } from '../../../../src/contract/words/web/shell';
import { api } from '../../api/endpoints';
import { ApiFormButton } from '../../form/api-form';
import { useLanguage } from '../../language';
import { DataTable } from '../../parts/data-table';
import { Day } from '../../parts/moment';
import { OrganisationSelect, useOrganisation } from '../../parts/organisation-select';
import { PagedList } from '../../parts/paged-list';
import { useSession } from '../../session/session';

/** What waits for a council or for the Party Working Committee, and what became of it. */
export function AgendaPage() {
  const { say } = useLanguage();
  const { placesFor } = useSession();
  const { id, open } = useOrganisation('procedures.read');
  const place = open.find((one) => one.id === id);
  const mayPropose =
    place?.kind === 'subdistrict' && placesFor('agenda.propose').some(({ path }) => place.path.startsWith(path));
  const [body, chooseBody] = useState<string>();
  const [status, chooseStatus] = useState<string>();
  return (
    <div className="content stack">
      <h1>{say(MENU_WORDS.agenda)}</h1>
      <div className="row">
        <OrganisationSelect capability="procedures.read" />
        <Select
          aria-label={say(ADMIN_WORDS.body)}
          placeholder={say(ADMIN_WORDS.body)}
          allowClear
          style={{ minWidth: 140 }}
          onChange={chooseBody}
          options={Object.entries(BODY_WORDS).map(([value, words]) => ({ value, label: say(words) }))}
        />
        <Select
          aria-label={say(ADMIN_WORDS.status)}
          placeholder={say(ADMIN_WORDS.status)}
          allowClear
          style={{ minWidth: 140 }}
          onChange={chooseStatus}
          options={Object.entries(AGENDA_STATUS_WORDS).map(([value, words]) => ({ value, label: say(words) }))}
        />
        {mayPropose && (
          <>
            <ApiFormButton endpoint={api.propose} button={ADMIN_WORDS.propose} given={{ organisationId: place.id }} />
            <ApiFormButton
              endpoint={api.reportEmergency}
              button={ADMIN_WORDS.reportEmergency}
              given={{ organisationId: place.id }}
            />
          </>
        )}
      </div>
      {id !== undefined && (
        <Card>
          <PagedList endpoint={api.agenda} query={{ organisationId: id, body, status }} empty={ADMIN_WORDS.noItems}>
            {(items) => (
              <DataTable
                rows={items}
                rowKey={(item) => item.id}
                columns={[
                  [MENU_WORDS.agenda, ({ id: item, title }) => <Link to={`/agenda/${item}`}>{title}</Link>],
                  [ADMIN_WORDS.body, ({ bodyName }) => say(bodyName)],
                  [ADMIN_WORDS.reason, ({ reasonName }) => say(reasonName)],
                  [ADMIN_WORDS.status, ({ statusName }) => <Tag>{say(statusName)}</Tag>],
                  [ADMIN_WORDS.openFrom, ({ openFrom }) => <Day on={openFrom} />],
                ]}
              />
            )}
          </PagedList>
        </Card>
      )}
    </div>
  );
}
