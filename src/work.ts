import { runUntilTold } from './until-told';
import { startWorker } from './worker';

/** `npm run work`: a worker alone, any number of them side by side. */
runUntilTold(async (config) => {
  const { close } = await startWorker(config);
  return { line: '工作进程已启动 / The worker has started', close };
});
