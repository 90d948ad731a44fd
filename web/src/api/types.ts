import type { z } from 'zod';
import type * as accounts from '../../../src/contract/schemas/accounts';
import type * as agenda from '../../../src/contract/schemas/agenda';
import type * as calendar from '../../../src/contract/schemas/calendar';
import type { clockSchema } from '../../../src/contract/schemas/clock';
import type { contactSchema } from '../../../src/contract/schemas/contact';
import type { fileSchema } from '../../../src/contract/schemas/files';
import type { notificationSchema, notificationsSchema } from '../../../src/contract/schemas/notifications';
import type * as organisations from '../../../src/contract/schemas/organisations';
import type { outboxMessageSchema } from '../../../src/contract/schemas/outbox';
import type * as procedures from '../../../src/contract/schemas/procedures';
import type * as rulebooks from '../../../src/contract/schemas/rulebooks';
import type { signInMethodsSchema, signedOutSchema } from '../../../src/contract/schemas/sign-in';

/** What the API answers with, as its own schemas say. */

export interface List<Item> {
  readonly items: readonly Item[];
}
export interface Page<Item> extends List<Item> {
  readonly next: string | null;
}

export type Me = z.output<typeof accounts.meSchema>;
export type CurrentSession = z.output<typeof accounts.currentSessionSchema>;
export type Credentials = z.input<typeof accounts.credentialsSchema>;
export type Account = z.output<typeof accounts.accountSchema>;
export type Grant = z.output<typeof accounts.grantSchema>;
export type SignInMethods = z.output<typeof signInMethodsSchema>;
export type SignedOut = z.output<typeof signedOutSchema>;
export type Clock = z.output<typeof clockSchema>;
export type Contact = z.output<typeof contactSchema>;
export type StoredFile = z.output<typeof fileSchema>;
export type Notification = z.output<typeof notificationSchema>;
export type Notifications = z.output<typeof notificationsSchema>;
export type Organisation = z.output<typeof organisations.organisationSchema>;
export type Person = z.output<typeof organisations.personSchema>;
export type Body = z.output<typeof organisations.bodySchema>;
export type Member = z.output<typeof organisations.memberSchema>;
export type OutboxMessage = z.output<typeof outboxMessageSchema>;
export type AgendaItem = z.output<typeof agenda.agendaItemSchema>;
export type Case = z.output<typeof agenda.caseSchema>;
export type Calendar = z.output<typeof calendar.calendarSchema>;
export type CalendarDays = z.output<typeof calendar.calendarDaysSchema>;
export type CalendarChange = z.output<typeof calendar.calendarChangeSchema>;
export type RulebookInForce = z.output<typeof rulebooks.rulebookInForceSchema>;
export type RulebookVersion = z.output<typeof rulebooks.rulebookVersionSchema>;
export type ProcedureSummary = z.output<typeof procedures.procedureSummarySchema>;
export type Procedure = z.output<typeof procedures.procedureSchema>;
export type Kinds = z.output<typeof procedures.kindsSchema>;
export type Course = z.output<typeof procedures.courseSchema>;
export type Section = Procedure['sheet'][number];
export type ShownValue = Section['title'][number];
export type Hall = NonNullable<Procedure['hall']>;
export type Progress = z.output<typeof procedures.progressSchema>;
export type LiveState = z.output<typeof procedures.liveStateSchema>;
export type Actions = z.output<typeof procedures.actionsSchema>;
export type Action = Actions['items'][number];
export type Timeline = z.output<typeof procedures.timelineSchema>;
export type Reader = z.output<typeof procedures.readersSchema>['items'][number];
export type Deadline = z.output<typeof procedures.deadlinesSchema>['items'][number];
export type Ballots = z.output<typeof procedures.ballotsSchema>;
