import { startServer } from './server';
import { runUntilTold } from './until-told';

/** `npm run serve`: the API alone, any number of them side by side. */
runUntilTold(async (config) => {
  const { url, close } = await startServer(config);
  return { line: `服务已启动 / Listening: ${url}`, close };
});
