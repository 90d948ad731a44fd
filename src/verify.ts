import { checkRecord } from './adapters/postgres/records';
import { failed, inWords, runRecordCommand } from './record-command';

/** `npm run verify`: whether the log of a procedure is whole, and what is shown of it is what its log gives. Changes nothing. */
runRecordCommand(
  {
    name: 'verify',
    async run(database, id) {
      const fault = await checkRecord(database, id);
      return fault ? { well: false, line: inWords(fault) } : { well: true, line: '完好 / whole' };
    },
  },
  process.argv.slice(2),
).catch(failed);
