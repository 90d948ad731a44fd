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
  contactOf: get<T.Contact>('/api/people/{id}/contact'),
  changeContactOf: put<T.Contact>('/api/people/{id}/contact'),

  kinds: get<T.Kinds>('/api/procedure-kinds'),
  procedures: get<T.Page<T.ProcedureSummary>>('/api/procedures'),
  start: post<T.Progress>('/api/procedures'),
  deadlines: get<T.Page<T.Deadline>>('/api/deadlines'),
  procedure: get<T.Procedure>('/api/procedures/{id}'),
  course: get<T.Course>('/api/procedures/{id}/course'),
  liveState: get<T.LiveState>('/api/procedures/{id}/state'),
  actions: get<T.Actions>('/api/procedures/{id}/actions'),
  act: post<T.Progress>('/api/procedures/{id}/actions/{name}'),
  timeline: get<T.Timeline>('/api/procedures/{id}/timeline'),
  readers: get<T.List<T.Reader>>('/api/procedures/{id}/notices'),
  ballots: get<T.Ballots>('/api/procedures/{id}/votes/{voteId}/ballots'),
  linkedCase: get<T.Case>('/api/procedures/{id}/case'),

  agenda: get<T.Page<T.AgendaItem>>('/api/agenda'),
  agendaItem: get<T.AgendaItem>('/api/agenda/{id}'),
  propose: post<T.AgendaItem>('/api/agenda'),
  prepareItem: post<T.AgendaItem>('/api/agenda/{id}/preparations'),
  reportEmergency: post<T.AgendaItem>('/api/agenda/emergencies'),

  addFile: post<T.StoredFile>('/api/files'),
  file: get<Blob>('/api/files/{id}'),

  organisations: get<T.List<T.Organisation>>('/api/organisations'),
  organisation: get<T.Organisation>('/api/organisations/{id}'),
  addOrganisation: post<T.Organisation>('/api/organisations'),
  bodies: get<T.List<T.Body>>('/api/bodies'),
  addBody: post<T.Body>('/api/bodies'),
  members: get<T.List<T.Member>>('/api/bodies/{id}/members'),
  addMember: post<T.Member>('/api/bodies/{id}/members'),
  changeTerm: put<T.Member>('/api/bodies/{id}/members/{membershipId}/term'),
  people: get<T.Page<T.Person>>('/api/people'),
  addPerson: post<T.Person>('/api/people'),
  rename: put<T.Person>('/api/people/{id}/name'),

  accounts: get<T.Page<T.Account>>('/api/accounts'),
  addAccount: post<T.Account>('/api/accounts'),
  setDisabled: put<T.Account>('/api/accounts/{id}/disabled'),
  setPassword: put<void>('/api/accounts/{id}/password'),
  linkSubject: put<T.Account>('/api/accounts/{id}/oidc-subject'),
  endSessions: remove<void>('/api/accounts/{id}/sessions'),
  addGrant: post<T.Account>('/api/accounts/{id}/grants'),
  endGrant: put<T.Account>('/api/accounts/{id}/grants/{grantId}/last-day'),

  rulebook: get<T.RulebookInForce>('/api/rulebooks'),
  rulebookVersions: get<T.List<T.RulebookVersion>>('/api/rulebooks/versions'),
  setRulebook: post<T.RulebookVersion>('/api/rulebooks'),
  calendar: get<T.Calendar>('/api/calendar'),
  calendarDays: get<T.CalendarDays>('/api/calendar/days'),
  importCalendar: post<T.CalendarChange>('/api/calendar'),
  outbox: get<T.Page<T.OutboxMessage>>('/api/outbox'),
  resend: post<T.OutboxMessage>('/api/outbox/{id}/resend'),
  giveUp: post<T.OutboxMessage>('/api/outbox/{id}/give-up'),
} as const;
