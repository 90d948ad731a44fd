const LIMIT_MS = 1_500;

/** The outcome of work, or the alternative when it fails or hangs: whoever watches the service waits no longer than two seconds. */
export async function inTime<T, Otherwise>(work: Promise<T>, otherwise: Otherwise): Promise<T | Otherwise> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(resolve, LIMIT_MS, otherwise);
  });
  const settled = work.catch(() => otherwise);
  return Promise.race([settled, late]).finally(() => clearTimeout(timer));
}
