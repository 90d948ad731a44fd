import { PROCEDURE_WORDS } from '../../../../src/contract/words/web/procedure';
import { api } from '../../api/endpoints';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { DataTable } from '../../parts/data-table';
import { Moment } from '../../parts/moment';

/** Who was told of it in the application, and who has read it. */
export function Readers({ id }: { readonly id: string }) {
  const { say } = useLanguage();
  const readers = useAnswer(api.readers, { params: { id } });
  return (
    <Answered of={readers}>
      {({ items }) => (
        <DataTable
          rows={items}
          rowKey={({ personId, kind, createdAt }) => `${personId} ${kind} ${createdAt}`}
          columns={[
            [PROCEDURE_WORDS.name, ({ name }) => name],
            [PROCEDURE_WORDS.told, ({ createdAt }) => <Moment at={createdAt} />],
            [
              PROCEDURE_WORDS.readAt,
              ({ readAt }) => (readAt === null ? say(PROCEDURE_WORDS.unread) : <Moment at={readAt} />),
            ],
          ]}
        />
      )}
    </Answered>
  );
}
