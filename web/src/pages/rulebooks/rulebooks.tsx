import { Card } from 'antd';
import { useState } from 'react';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { MENU_WORDS, SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import { api } from '../../api/endpoints';
import type { RulebookInForce, RulebookVersion } from '../../api/types';
import { useAnswer } from '../../api/use-answer';
import { DayPicker } from '../../form/dates';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { DataTable } from '../../parts/data-table';
import { Day } from '../../parts/moment';
import { OrganisationSelect, useOrganisation } from '../../parts/organisation-select';
import { useSession } from '../../session/session';
import { RulebookEditor } from './rulebook-editor';
import { valueWords } from './values';
import { Clause } from '../../parts/clause';

/** What applies to an organisation on a day, who has set it, and for administrators the next version. */
export function RulebooksPage() {
  const { say } = useLanguage();
  const { id } = useOrganisation('rulebooks.read');
  const [on, setOn] = useState<string>();
  return (
    <div className="content stack">
      <h1>{say(MENU_WORDS.rulebooks)}</h1>
      <div className="row">
        <OrganisationSelect capability="rulebooks.read" />
        <label htmlFor="rulebook-on">{say(ADMIN_WORDS.rulebookOn)}</label>
        <DayPicker id="rulebook-on" {...(on !== undefined && { value: on })} onChange={setOn} />
      </div>
      {id !== undefined && <OfOrganisation key={id} id={id} on={on} />}
    </div>
  );
}

function OfOrganisation({ id, on }: { readonly id: string; readonly on: string | undefined }) {
  const { say } = useLanguage();
  const { can } = useSession();
  const inForce = useAnswer(api.rulebook, { query: { organisationId: id, on } });
  const versions = useAnswer(api.rulebookVersions, { query: { organisationId: id } });
  return (
    <>
      <Card>
        <Answered of={inForce}>{({ values }) => <Values values={values} />}</Answered>
      </Card>
      <Card title={<h2>{say(ADMIN_WORDS.versions)}</h2>}>
        <Answered of={versions}>{({ items }) => <Versions items={items} />}</Answered>
      </Card>
      {can('rulebooks.manage') && (
        <Card title={<h2>{say(ADMIN_WORDS.newRulebook)}</h2>}>
          <Answered of={inForce}>
            {({ values }) => (
              <Answered of={versions}>
                {({ items }) => <RulebookEditor organisationId={id} values={values} latest={latestOf(items)} />}
              </Answered>
            )}
          </Answered>
        </Card>
      )}
    </>
  );
}

function latestOf(items: readonly RulebookVersion[]): RulebookVersion | undefined {
  return [...items].sort((a, b) => b.version - a.version)[0];
}

function Values({ values }: Pick<RulebookInForce, 'values'>) {
  const { say, language } = useLanguage();
  return (
    <DataTable
      rows={values}
      rowKey={({ key }) => key}
      columns={[
        [ADMIN_WORDS.parameter, ({ name }) => say(name)],
        [ADMIN_WORDS.value, ({ value }) => say(valueWords(value))],
        [SHELL_WORDS.clause, ({ clause }) => clause !== null && <Clause id={clause} />],
        [
          ADMIN_WORDS.setBy,
          ({ setBy }) => (setBy ? (language === 'zh' ? setBy.name : setBy.nameEn) : say(ADMIN_WORDS.byDefault)),
        ],
      ]}
    />
  );
}

function Versions({ items }: { readonly items: readonly RulebookVersion[] }) {
  const { say } = useLanguage();
  if (items.length === 0) return <p>{say(SHELL_WORDS.nothing)}</p>;
  return (
    <DataTable
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        [ADMIN_WORDS.version, ({ version }) => version],
        [ADMIN_WORDS.effectiveOn, ({ effectiveOn }) => <Day on={effectiveOn} />],
        [ADMIN_WORDS.basis, ({ note }) => note],
        [ADMIN_WORDS.value, ({ values }) => Object.keys(values).length],
      ]}
    />
  );
}
