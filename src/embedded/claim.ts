import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isRunning, readRecord, recordOf, writeRecord } from './process-record';
import { StartError } from './start-error';

/**
 * Marks a data folder as used by this process, and creates it when missing. A mark left by a run that was killed is
 * taken over, which is how servers that outlived their run are told from those of a run that still goes on.
 * @returns gives the folder back.
 * @throws StartError when another running process uses the folder, or when no folder can be made or written there.
 */
export function claimFolder(folder: string): Promise<() => Promise<void>> {
  return writingTo(folder, async () => {
    const file = path.join(folder, 'owner.json');
    const owner = await readRecord(file);
    if (owner && isRunning(owner)) throw inUse(folder, owner.pid);
    await writeRecord(file, recordOf(process.pid)!);
    return () => rm(file, { force: true });
  });
}

/** Does something in a folder that is made when missing. @throws StartError when this user cannot write there. */
export async function writingTo<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    await mkdir(folder, { recursive: true });
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') throw notWritable(folder, error);
    if (code === 'ENOTDIR' || code === 'EEXIST') throw notAFolder(folder, error);
    throw error;
  }
}

function inUse(folder: string, pid: number): StartError {
  return new StartError({
    zh: `数据文件夹 ${folder} 正由进程 ${pid} 使用。请先停止它，或用环境变量 GUICHENG_DATA_DIR 另选文件夹。`,
    en: `The data folder ${folder} is in use by process ${pid}. Stop it first, or choose another folder with GUICHENG_DATA_DIR.`,
  });
}

function notAFolder(folder: string, cause: unknown): StartError {
  return new StartError(
    {
      zh: `数据文件夹 ${folder} 不能建立：此路径上有一个文件。GUICHENG_DATA_DIR 应为文件夹的路径。`,
      en: `The data folder ${folder} cannot be made: a file is in its path. GUICHENG_DATA_DIR should be the path of a folder.`,
    },
    { cause },
  );
}

function notWritable(folder: string, cause: unknown): StartError {
  return new StartError(
    {
      zh: `无法写入数据文件夹 ${folder}（可能由另一用户创建）。请更改其所有者，或用环境变量 GUICHENG_DATA_DIR 另选文件夹。`,
      en: `The data folder ${folder} cannot be written (another user may have made it). Change its owner, or choose another folder with GUICHENG_DATA_DIR.`,
    },
    { cause },
  );
}
