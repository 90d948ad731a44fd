import { Card } from 'antd';
import { Link } from 'react-router';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { MENU_WORDS } from '../../../../src/contract/words/web/shell';
import { api } from '../../api/endpoints';
import { useAnswer } from '../../api/use-answer';
import { ApiFormButton } from '../../form/api-form';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { DataTable } from '../../parts/data-table';
import { useSession } from '../../session/session';

/** The tree of organisations. */
export function OrganisationsPage() {
  const { say, language } = useLanguage();
  const { can } = useSession();
  const organisations = useAnswer(api.organisations);
  return (
    <div className="content stack">
      <div className="row">
        <h1 className="shrink">{say(MENU_WORDS.organisations)}</h1>
        {can('organisations.manage') && (
          <ApiFormButton endpoint={api.addOrganisation} button={ADMIN_WORDS.addOrganisation} />
        )}
      </div>
      <Card>
        <Answered of={organisations}>
          {({ items }) => (
            <DataTable
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                [
                  ADMIN_WORDS.organisation,
                  ({ id, name, nameEn, path }) => (
                    <span style={{ paddingInlineStart: `${(path.split('/').length - 3) * 1.5}em` }}>
                      <Link to={`/organisations/${id}`}>{language === 'zh' ? name : nameEn}</Link>
                    </span>
                  ),
                ],
                [ADMIN_WORDS.level, ({ kindName, communityTypeName }) => say(communityTypeName ?? kindName)],
              ]}
            />
          )}
        </Answered>
      </Card>
    </div>
  );
}
