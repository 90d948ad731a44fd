import { Card } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { MENU_WORDS, SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import { api } from '../../api/endpoints';
import type { Body, Member, Organisation } from '../../api/types';
import { useAnswer } from '../../api/use-answer';
import { ApiFormButton } from '../../form/api-form';
import { DayPicker } from '../../form/dates';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { DataTable } from '../../parts/data-table';
import { Term } from '../../parts/term';
import { useSession } from '../../session/session';

/** One organisation with its bodies and who sits in them. */
export function OrganisationPage() {
  const { id = '' } = useParams();
  const organisation = useAnswer(api.organisation, { params: { id } });
  return <Answered of={organisation}>{(shown) => <Shown organisation={shown} />}</Answered>;
}

function Shown({ organisation }: { readonly organisation: Organisation }) {
  const { say, language } = useLanguage();
  const { placesFor } = useSession();
  const { id, name, nameEn, kindName, communityTypeName, path } = organisation;
  const mayManage = placesFor('organisations.manage').some((place) => path.startsWith(place.path));
  const [on, setOn] = useState<string>();
  const bodies = useAnswer(api.bodies, { query: { organisationId: id } });
  return (
    <div className="content stack">
      <Link to="/organisations">{say(MENU_WORDS.organisations)}</Link>
      <div className="row">
        <h1>{language === 'zh' ? name : nameEn}</h1>
        <span className="muted shrink">{say(communityTypeName ?? kindName)}</span>
        {mayManage && (
          <>
            <ApiFormButton
              endpoint={api.addOrganisation}
              button={ADMIN_WORDS.addOrganisation}
              given={{ parentId: id }}
            />
            <ApiFormButton endpoint={api.addBody} button={ADMIN_WORDS.addBody} given={{ organisationId: id }} />
          </>
        )}
      </div>
      <div className="row">
        <label htmlFor="roster-on">{say(ADMIN_WORDS.rosterOn)}</label>
        <DayPicker id="roster-on" {...(on !== undefined && { value: on })} onChange={setOn} />
      </div>
      <Answered of={bodies}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say(SHELL_WORDS.nothing)}</p>
          ) : (
            items.map((body) => <Roster key={body.id} body={body} on={on} mayManage={mayManage} />)
          )
        }
      </Answered>
    </div>
  );
}

interface RosterProps {
  readonly body: Body;
  readonly on: string | undefined;
  readonly mayManage: boolean;
}

function Roster({ body, on, mayManage }: RosterProps) {
  const { say } = useLanguage();
  const { me } = useSession();
  const { id, name, kindName, organisationId } = body;
  const members = useAnswer(api.members, { params: { id }, query: { on } });
  const add = (
    <ApiFormButton
      endpoint={api.addMember}
      params={{ id }}
      button={ADMIN_WORDS.addMember}
      initial={{ validFrom: me.today }}
      organisationId={organisationId}
    />
  );
  return (
    <Card
      title={
        <h2>
          {name} <small className="muted">{say(kindName)}</small>
        </h2>
      }
      extra={mayManage ? add : null}
    >
      <Answered of={members}>
        {({ items }) => (
          <DataTable<Member>
            rows={items}
            rowKey={(member) => member.id}
            columns={[
              [ADMIN_WORDS.name, (member) => member.name],
              [ADMIN_WORDS.position, ({ position }) => position],
              [ADMIN_WORDS.term, (member) => <Term of={member} />],
              ...(mayManage ? [[ADMIN_WORDS.actions, (member: Member) => <ChangeTerm of={member} />] as const] : []),
            ]}
          />
        )}
      </Answered>
    </Card>
  );
}

function ChangeTerm({ of: { id, bodyId, validFrom, validTo } }: { readonly of: Member }) {
  return (
    <ApiFormButton
      isSmall
      endpoint={api.changeTerm}
      params={{ id: bodyId, membershipId: id }}
      button={ADMIN_WORDS.changeTerm}
      initial={{ validFrom, validTo: validTo ?? undefined }}
    />
  );
}
