import { guarded } from './outage';

/** The same port, each of whose methods throws `Unavailable` when the database does not answer. */
export function guardPort<Port extends object>(port: Port): Port {
  const methods = Object.entries(port) as [string, (...given: unknown[]) => Promise<unknown>][];
  return Object.fromEntries(
    methods.map(([name, method]) => [name, (...given: unknown[]) => guarded(() => method(...given))]),
  ) as Port;
}
