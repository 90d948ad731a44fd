import { Alert } from 'antd';
import type { Problem } from '../api/problem';
import { SHELL_WORDS } from '../../../src/contract/words/web/shell';
import { useLanguage } from '../language';
import { Moment } from './moment';
import { Clause } from './clause';

interface Props {
  readonly problem: Problem;
  /** What the API calls fields, by the paths in `errors`. */
  readonly labelOf?: (path: string) => string;
}

/** What is wrong, why (the clause), and what to do next. */
export function ProblemAlert({ problem: { body }, labelOf = (path) => path }: Props) {
  const { say } = useLanguage();
  const { detail, clause, errors = [], earliest } = body;
  const listed = errors.filter(({ path }) => path !== 'body');
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={say(detail)}
      description={
        <>
          {clause !== null && !say(detail).includes(clause) && (
            <p>
              {say(SHELL_WORDS.clause)} <Clause id={clause} />
            </p>
          )}
          {earliest !== undefined && (
            <p>
              {say(SHELL_WORDS.earliest)} <Moment at={earliest} />
            </p>
          )}
          {listed.length > 0 && (
            <ul>
              {listed.map(({ path, message }) => (
                <li key={path}>
                  {labelOf(path)}: {message}
                </li>
              ))}
            </ul>
          )}
        </>
      }
    />
  );
}
