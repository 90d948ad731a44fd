import type { ReactNode } from 'react';
import type { Bilingual } from '../../../src/contract/words/bilingual';
import { useLanguage } from '../language';

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The head of each column, and what it shows of a row. */
  readonly columns: readonly (readonly [Bilingual, (row: Row) => ReactNode])[];
}

/** A plain table: it moves sideways where the screen is narrow, by keyboard too. */
export function DataTable<Row>({ rows, rowKey, columns }: Props<Row>) {
  const { say } = useLanguage();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll" tabIndex={0} role="group">
      <table className="sheet">
        <thead>
          <tr>
            {columns.map(([head]) => (
              <th key={head.zh} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(([head, show]) => (
                <td key={head.zh}>{show(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
