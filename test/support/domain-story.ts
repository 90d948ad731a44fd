import type { AgendaChange, AgendaEntry } from '../../src/domain/agenda';
import { civilDateOf, type Instant } from '../../src/domain/calendar/civil-date';
import { HOLIDAYS_2026 } from '../../src/domain/calendar/data/holidays-2026';
import type {
  Context,
  Decision,
  DomainEvent,
  Lineage,
  Message,
  Notice,
  ProcedureDefinition,
  ProcedureState,
  Seat,
  Standing,
} from '../../src/domain/procedure/model';
import { isRefusal, type Refusal } from '../../src/domain/refusal';
import { completeRulebook, type RulebookValues } from '../../src/domain/rulebook';

interface Setting {
  readonly lineage: Lineage;
  readonly roster?: readonly Seat[];
  readonly rules?: Partial<RulebookValues>;
  readonly entries?: readonly AgendaEntry[];
  /** What people are called, for what is drafted. */
  readonly names?: Readonly<Record<string, string>>;
}

export const standing = (personId: string, roles: Standing['roles'] = []): Standing => {
  return { accountId: personId, personId, roles };
};

/** One procedure of a kind, carried out as the engine does it: judged, decided, folded; agendas, ballots and time are kept here. */
export function domainStory<S extends ProcedureState, E extends DomainEvent, A extends string>(
  definition: ProcedureDefinition<S, E, A>,
  setting: Setting,
) {
  let state: S | null = null;
  let roster = setting.roster ?? [];
  const texts = new Map<string, string>();
  const entries = new Map((setting.entries ?? []).map((entry) => [entry.id, entry]));
  const agenda: AgendaChange[] = [];
  const told: Notice[] = [];
  const ballots = new Map<string, Map<string, string>>();
  let steps = 0;

  const now = (): S => {
    if (!state) throw new Error('the procedure was not begun');
    return state;
  };
  const tallyOf = (voteId: string) => {
    const choices = [...(ballots.get(voteId)?.values() ?? [])];
    const count = (choice: string) => choices.filter((one) => one === choice).length;
    return {
      ...{ inFavour: count('in-favour'), against: count('against'), abstained: count('abstain') },
      digest: 'digest of the box',
    };
  };
  const contextOf = (actor: Standing, at: Instant): Context => {
    const box = state && definition.openBox(state);
    const step = (steps += 1);
    return {
      now: at,
      today: civilDateOf(at),
      actor,
      calendar: HOLIDAYS_2026,
      keep(text) {
        texts.set(text, text);
        return { evidence: text };
      },
      read: ({ evidence }) => texts.get(evidence) ?? null,
      nameOf: (personId) => setting.names?.[personId] ?? null,
      agenda: entries,
      roster,
      tally: box ? tallyOf(box.voteId) : null,
      id: (label) => `${label}.${step}`,
    };
  };
  const turn = (change: AgendaChange): void => {
    agenda.push(change);
    const set = (id: string, to: Partial<AgendaEntry>) => entries.set(id, { ...entries.get(id)!, ...to });
    if ('takeUp' in change) set(change.takeUp.agendaItemId, { status: 'taken-up' });
    else if ('release' in change)
      set(change.release.agendaItemId, {
        status: 'open',
        ...(change.release.deferredOn && { deferredOn: change.release.deferredOn }),
      });
    else if ('settle' in change) set(change.settle.agendaItemId, { status: 'settled' });
  };
  const apply = (result: Decision<E> | Refusal): Decision<E> | Refusal => {
    if (isRefusal(result)) return result;
    state = result.events.reduce<S | null>((before, event) => definition.evolve(before, event), state);
    told.push(...(result.notices ?? []));
    (result.agenda ?? []).forEach(turn);
    return result;
  };

  return {
    now,
    agenda,
    entries,
    told,
    begin(input: object, actor: Standing, at: Instant) {
      const organisationId = setting.lineage.at(-1)?.id ?? '';
      const rulebook = completeRulebook(setting.rules ?? {});
      const beginning = { organisationId, lineage: setting.lineage, rulebook, roster };
      return apply(definition.begin(input as never, beginning, contextOf(actor, at)));
    },
    does(action: A, input: object, actor: Standing, at: Instant): Decision<E> | Refusal {
      const refused = (refusal: Refusal): Refusal => {
        const attempt = definition.attempted(action, refusal, { actor, now: at });
        if (attempt) apply(attempt);
        return refusal;
      };
      const judged = definition.judge(action, now(), actor, at);
      if (judged) return refused(judged);
      if (definition.actions[action].isBallot) {
        const { voteId, personId = actor.personId, choice } = input as Record<string, string>;
        const box = definition.openBox(now());
        if (box?.voteId !== voteId) throw new Error('another box is open');
        if (!box!.electors.includes(personId!)) throw new Error('not an elector');
        ballots.set(voteId!, new Map(ballots.get(voteId!)).set(personId!, choice!));
        return { events: [] };
      }
      const decision = definition.decide(action, now(), input as never, contextOf(actor, at));
      return isRefusal(decision) ? refused(decision) : apply(decision);
    },
    receives: (message: Message, at: Instant) =>
      apply(definition.receive(message, now(), { now: at, today: civilDateOf(at), calendar: HOLIDAYS_2026 })),
    /** Lets time pass: each timer acts at its moment. */
    passes(until: Instant): void {
      for (;;) {
        const due = definition.timers(now()).filter((timer) => timer.at <= until);
        const next = due.toSorted((one, other) => one.at - other.at)[0];
        if (!next) return;
        const context = { now: next.at, today: civilDateOf(next.at), calendar: HOLIDAYS_2026 };
        if (isRefusal(apply(definition.elapse(next.key, now(), context)))) throw new Error(next.key);
      }
    },
    /** Somebody comes or goes. */
    rosterIs(seats: readonly Seat[]): void {
      roster = seats;
    },
  };
}

/** The same step, which must not be refused. */
export function must<R extends object>(result: R | Refusal): R {
  if (isRefusal(result)) throw new Error(`${result.code} ${JSON.stringify(result.params)}`);
  return result;
}
