import type * as T from './types';

/** One way into the API: its answer's type goes with it. */
export interface Endpoint<Answer> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: `/api/${string}`;
  /** Never there: it only carries the type. */
  readonly answer?: Answer;
}

const get = <Answer>(path: `/api/${string}`): Endpoint<Answer> => ({ method: 'get', path });
const post = <Answer>(path: `/api/${string}`): Endpoint<Answer> => ({ method: 'post', path });
const put = <Answer>(path: `/api/${string}`): Endpoint<Answer> => ({ method: 'put', path });
const remove = <Answer>(path: `/api/${string}`): Endpoint<Answer> => ({ method: 'delete', path });

/** Everything of the API that the application uses; a test compares it with the API's own document. */
export const api = {
  signInMethods: get<T.SignInMethods>('/api/sign-in-methods'),
  session: get<T.CurrentSession>('/api/sessions/current'),
  signIn: post<T.Me>('/api/sessions'),
  signOut: remove<T.SignedOut | undefined>('/api/sessions/current'),
  changePassword: put<void>('/api/me/password'),
  ownContact: get<T.Contact>('/api/me/contact'),
  changeOwnContact: put<T.Contact>('/api/me/contact'),
  clock: get<T.Clock>('/api/clock'),
  moveClock: post<T.Clock>('/api/clock'),
  notifications: get<T.Notifications>('/api/notifications'),
  markRead: post<void>('/api/notifications/{id}/read'),
  procedures: get<T.Page<T.ProcedureSummary>>('/api/procedures'),
  deadlines: get<T.Page<T.Deadline>>('/api/deadlines'),
} as const;
