const LIMIT_MS = 1_500;

/**
 * The outcome of work, or the alternative when it fails or hangs: whoever watches the service waits no longer than two seconds. The limit is
 * in milliseconds.
 */
export async function inTime<T, Otherwise>(
  work: Promise<T>,
  otherwise: Otherwise,
  limit = LIMIT_MS,
): Promise<T | Otherwise> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(resolve, limit, otherwise);
  });
  const settled = work.catch(() => otherwise);
  return Promise.race([settled, late]).finally(() => clearTimeout(timer));
}
