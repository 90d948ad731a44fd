import { StartError } from './embedded/start-error';

/** What the system, PostgreSQL and Temporal say when an address cannot be reached or lets nobody in. */
const UNREACHABLE =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|EADDRNOTAVAIL|password authentication failed|does not exist|timeout exceeded|transport error|connect/i;

/** Does something for which a setting gives the address; a failure to reach it names the setting. The address itself may hold a secret. */
export async function naming<T>(setting: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (
      error instanceof StartError ||
      !(error instanceof Error) ||
      !UNREACHABLE.test(`${codeOf(error)} ${error.message}`)
    )
      throw error;
    const zh = `${setting} 所指的地址无法使用（${codeOf(error) || error.message}）。请检查该环境变量和它所指的服务。`;
    const en = `The address in ${setting} cannot be used (${codeOf(error) || error.message}). Check this variable and the server it names.`;
    throw new StartError({ zh, en }, { cause: error });
  }
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
