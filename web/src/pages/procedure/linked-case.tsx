import { Tag } from 'antd';
import { Link } from 'react-router';
import { SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import { STATUS_WORDS } from '../../../../src/contract/words/web/work';
import { api } from '../../api/endpoints';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { Day } from '../../parts/moment';
import { OrganisationName } from '../../parts/organisation-name';

/** The other procedures that its items came from or went to, and the items on agendas between them. */
export function LinkedCase({ id }: { readonly id: string }) {
  const { say } = useLanguage();
  const linked = useAnswer(api.linkedCase, { params: { id } });
  return (
    <Answered of={linked}>
      {({ procedures, links }) => {
        const others = procedures.filter((one) => one.id !== id);
        if (others.length === 0 && links.length === 0) return <p>{say(SHELL_WORDS.nothing)}</p>;
        return (
          <ul className="plain">
            {others.map(({ id: other, title, organisationId, status }) => (
              <li key={other} className="row">
                <Link to={`/procedures/${other}`}>{title}</Link>
                <OrganisationName id={organisationId} />
                <Tag>{say(STATUS_WORDS[status as keyof typeof STATUS_WORDS])}</Tag>
              </li>
            ))}
            {links.map(({ id: link, title, bodyName, reasonName, statusName, putOn }) => (
              <li key={link} className="stack tight">
                <Link to={`/agenda/${link}`}>{title}</Link>
                <span className="row muted">
                  <span>{say(bodyName)}</span>
                  <span>{say(reasonName)}</span>
                  <Tag>{say(statusName)}</Tag>
                  <Day on={putOn} />
                </span>
              </li>
            ))}
          </ul>
        );
      }}
    </Answered>
  );
}
