import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from '../api/endpoints';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Following, Told } from './connection';
import { follow } from './shared';

const Context = createContext<Following>('connecting');

/** Answers that are kept are asked for again when the service says that something moved. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const [state, setState] = useState<Following>('connecting');
  useEffect(() => {
    const connection = follow({ told: (told) => renew(client, told), following: setState });
    // A stream that ended with the sign-in is worth asking for again as soon as anything is answered again.
    const stop = client.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success') connection.retry();
    });
    return () => {
      stop();
      connection.close();
    };
  }, [client]);
  return <Context value={state}>{children}</Context>;
}

/** Whether what is shown follows the record at the moment. */
export function useFollowing(): Following {
  return useContext(Context);
}

/** Lists in which any procedure may stand. */
const LISTS = ['/api/procedures', '/api/deadlines', '/api/notifications', '/api/agenda'];

/** Who is signed in is not asked anew: a page would be lost over it that signing in again, in a dialog, keeps. */
const isOfTheService = ({ queryKey: [path] }: { queryKey: readonly unknown[] }) => path !== api.session.path;

function renew(client: QueryClient, { event, data }: Told): void {
  if (event === 'refresh') void client.invalidateQueries({ predicate: isOfTheService });
  // Whoever is signed out finds out with the next answer, and may sign in again.
  if (event === 'ended' && (data as { reason: string }).reason !== 'come-again')
    void client.invalidateQueries({ predicate: isOfTheService });
  if (event !== 'moved') return;
  const { procedureId } = data as { procedureId: string };
  void client.invalidateQueries({
    predicate: ({ queryKey: [path, params] }) =>
      LISTS.includes(String(path)) || (params as { id?: string } | undefined)?.id === procedureId,
  });
}
