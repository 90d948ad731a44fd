import { SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import type { Procedure, Section } from '../../api/types';
import { useLanguage } from '../../language';
import { DataTable } from '../../parts/data-table';
import { ShownValues } from '../../parts/shown';
import { Clause } from '../../parts/clause';

interface Props {
  readonly sections: readonly Section[];
  readonly people: Procedure['people'];
  readonly level?: 2 | 3 | 4;
}

/** What a procedure holds, section by section, as the API has put it into words. */
export function Sections({ sections, people, level = 2 }: Props) {
  return (
    <div className="stack">
      {sections.map((section, index) => (
        // Sections have no names of their own and keep their order.
        // oxlint-disable-next-line react/no-array-index-key
        <OneSection key={index} section={section} people={people} level={level} />
      ))}
    </div>
  );
}

function OneSection({ section, people, level }: { readonly section: Section } & Required<Omit<Props, 'sections'>>) {
  const { say } = useLanguage();
  const { title, clause, lines, table, parts } = section;
  const Heading = `h${level}` as const;
  return (
    <section className={`stack tight section-${level}`}>
      <div className="row">
        <Heading>
          <ShownValues values={title} people={people} />
        </Heading>
        {clause !== null && (
          <span className="muted">
            {say(SHELL_WORDS.clause)} <Clause id={clause} />
          </span>
        )}
      </div>
      {lines.length > 0 && (
        <dl className="lines">
          {lines.map(({ label, values }) => (
            <div key={label.zh}>
              <dt>{say(label)}</dt>
              <dd>
                <ShownValues values={values} people={people} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {table && table.rows.length > 0 && <SectionTable table={table} people={people} />}
      {parts.length > 0 && <Sections sections={parts} people={people} level={level === 2 ? 3 : 4} />}
    </section>
  );
}

interface TableProps {
  readonly table: NonNullable<Section['table']>;
  readonly people: Procedure['people'];
}

type Row = { readonly cells: readonly Section['title'][]; readonly index: number };

function SectionTable({ table: { columns, rows }, people }: TableProps) {
  return (
    <DataTable
      rows={rows.map((cells, index): Row => ({ cells, index }))}
      rowKey={({ index }) => String(index)}
      columns={columns.map((head, column) => {
        const show = (row: Row) => <ShownValues values={row.cells[column] ?? []} people={people} />;
        return [head, show] as const;
      })}
    />
  );
}
