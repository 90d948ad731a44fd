/** Whether what is sent to that address stays secret on its way: https, or this machine. */
export function isGuarded({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || isLoopback(hostname);
}

export function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** What is missing of settings that belong together, once one of them is set. */
export function missingBeside(env: NodeJS.ProcessEnv, some: readonly string[], needed: readonly string[]): string[] {
  const set = some.find((name) => env[name]);
  if (set === undefined) return [];
  const missing = needed.filter((name) => !env[name]);
  return missing.map((name) => `${name}: 设置了 ${set}，也须设置此项 / must be set too, because ${set} is`);
}
