import { checkRecord, rebuildRecord } from './adapters/postgres/records';
import { failed, inWords, runRecordCommand } from './record-command';

/** `npm run rebuild`: writes what is shown of a procedure anew from its log; with `--check` says only what would change. */
runRecordCommand(
  {
    name: 'rebuild',
    flags: ['check'],
    async run(database, id, { flags }) {
      if (flags.has('check')) {
        const fault = await checkRecord(database, id);
        return fault
          ? { well: false, line: `会更正或不能重建 / would be put right, or cannot be rebuilt: ${inWords(fault)}` }
          : { well: true, line: '无需更正 / nothing to put right' };
      }
      const { fault, mended } = await rebuildRecord(database, id);
      if (!mended && fault) return { well: false, line: `未重建 / not rebuilt: ${inWords(fault)}` };
      if (!fault) return { well: true, line: '已重建，内容不变 / rebuilt, the same as before' };
      if (fault.code === 'notice-without-event')
        return { well: false, line: `已重建，但有问题 / rebuilt, with a fault: ${inWords(fault)}` };
      return { well: true, line: `已更正 / put right: ${inWords(fault)}` };
    },
  },
  process.argv.slice(2),
).catch(failed);
