import { Card, Tag } from 'antd';
import { Link } from 'react-router';
import { MENU_WORDS } from '../../../../src/contract/words/web/shell';
import { STATUS_WORDS, WORK_WORDS } from '../../../../src/contract/words/web/work';
import { api } from '../../api/endpoints';
import type { ProcedureSummary } from '../../api/types';
import { useLanguage } from '../../language';
import { DataTable } from '../../parts/data-table';
import { LastDay, Moment } from '../../parts/moment';
import { OrganisationName } from '../../parts/organisation-name';
import { PagedList } from '../../parts/paged-list';
import { Filter, useFilter } from './filter';

/** Every procedure one may see, looked for by title, kind, stage, organisation and status. */
export function ProceduresPage() {
  const { say } = useLanguage();
  const { query } = useFilter();
  return (
    <div className="content stack">
      <h1>{say(MENU_WORDS.procedures)}</h1>
      <Card>
        <Filter />
      </Card>
      <Card>
        <PagedList endpoint={api.procedures} query={query} empty={WORK_WORDS.nothingFound}>
          {(items) => <Procedures items={items} />}
        </PagedList>
      </Card>
    </div>
  );
}

function Procedures({ items }: { readonly items: readonly ProcedureSummary[] }) {
  const { say } = useLanguage();
  return (
    <DataTable
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        [WORK_WORDS.title, ({ id, title }) => <Link to={`/procedures/${id}`}>{title}</Link>],
        [
          WORK_WORDS.stage,
          ({ stageName, status }) => (
            <>
              {say(stageName)} {status !== 'open' && <Tag>{say(STATUS_WORDS[status])}</Tag>}
            </>
          ),
        ],
        [WORK_WORDS.organisation, ({ organisationId }) => <OrganisationName id={organisationId} />],
        [WORK_WORDS.nextDueAt, ({ nextDueAt }) => nextDueAt !== null && <LastDay dueAt={nextDueAt} />],
        [WORK_WORDS.startedAt, ({ startedAt }) => <Moment at={startedAt} />],
      ]}
    />
  );
}
