import { civilDateOf, type CivilDate } from '../../calendar/civil-date';
import type { Beginning, Context, Decision, Lineage, Notice } from '../../procedure/model';
import type { PaperRecord } from './takeover';
import { isRefusal, refuse, type Refusal } from '../../refusal';
import type { AgendaItem, Category, CouncilEvent, CouncilState, DueMember, Officers, TopicSource } from '../state';

export interface BeginInput {
  readonly title: string;
  readonly source: TopicSource;
  readonly sourceNote: string;
  readonly category: Category;
  readonly broadInterest: boolean;
  readonly narrowReason?: string | undefined;
  readonly items: readonly NewItem[];
  readonly due: readonly DueMember[];
  readonly officers: Officers;
  /** What was done on paper already. */
  readonly paper?: PaperRecord | undefined;
}

export interface NewItem {
  readonly title: string;
  readonly description?: string | undefined;
  /** The item on this council's agenda that is taken up. */
  readonly agendaItemId?: string | undefined;
}

/** HDA-11.1.1: a council begins with a topic that came from opinion soliciting, its items, those due and who chairs and records. */
export function begin(
  input: BeginInput,
  { organisationId, lineage, rulebook }: Beginning,
  context: Context,
): Decision<CouncilEvent> | Refusal {
  const place = placeOf(lineage);
  if (isRefusal(place)) return place;
  const wrong =
    checkDue(input.due) ??
    checkOfficers(input.officers) ??
    checkInterest(input) ??
    checkOrigins(input.items, organisationId, { agenda: context.agenda, on: begunOn(input, context.today) });
  if (wrong) return wrong;
  const { keep } = context;
  const items = input.items.map((item, index): AgendaItem => ({
    id: context.id(`item-${index + 1}`),
    title: keep(item.title),
    description: item.description ? keep(item.description) : null,
    recusals: [],
    statements: [],
    votes: [],
    outcome: null,
    decidedOn: null,
    origin: item.agendaItemId ?? null,
    postponed: null,
    escalation: null,
    filedOn: null,
    handedOverOn: null,
    hearing: null,
    published: { outcome: null, settlement: null },
  }));
  const started: CouncilEvent = {
    type: 'council-started',
    data: {
      organisationId,
      ...place,
      title: keep(input.title),
      source: input.source,
      sourceNote: keep(input.sourceNote),
      category: input.category,
      broadInterest: input.broadInterest,
      narrowReason: input.narrowReason ? keep(input.narrowReason) : null,
      officers: input.officers,
      due: input.due,
      items,
      rulebook,
    },
  };
  const agenda = items.flatMap(({ id, origin }) => (origin ? [{ takeUp: { agendaItemId: origin, itemId: id } }] : []));
  return { events: [started], notices: toldAtBeginning(input), agenda };
}

/** HDA-11.2.2, HDA-11.2.3a: councils sit in grids and communities, and what they do not agree on goes one level up. */
function placeOf(lineage: Lineage): Pick<CouncilState, 'level' | 'above'> | Refusal {
  const [above, here] = lineage.slice(-2);
  if (above && here && (here.kind === 'grid' || here.kind === 'community'))
    return { level: here.kind, above: above.id };
  return refuse('council.wrong-level', 'HDA-3');
}

/** The day on which a council was begun: that of its notice where it was begun on paper. */
export function begunOn({ paper }: Pick<BeginInput, 'paper'>, today: CivilDate): CivilDate {
  return paper ? civilDateOf(Date.parse(paper.notice.issuedAt)) : today;
}

/** An item of the agenda is taken up by the council on whose agenda it stands, from its day on, and by one council only. */
function checkOrigins(
  items: readonly NewItem[],
  organisationId: string,
  { agenda, on }: { agenda: Context['agenda']; on: CivilDate },
): Refusal | null {
  const seen = new Set<string>();
  for (const { agendaItemId } of items) {
    if (!agendaItemId) continue;
    const entry = agenda.get(agendaItemId);
    if (!entry || entry.organisationId !== organisationId || entry.body !== 'council')
      return refuse('agenda.unknown-item', null, { agendaItemId });
    if (entry.status !== 'open' || seen.has(agendaItemId)) return refuse('agenda.not-open', null, { agendaItemId });
    if (entry.openFrom > on) return refuse('agenda.not-yet', 'HDA-11.2.1', { agendaItemId, openFrom: entry.openFrom });
    seen.add(agendaItemId);
  }
  return null;
}

/** Reading 2: a list fixed beforehand, on which nobody stands twice. */
export function checkDue(due: readonly DueMember[]): Refusal | null {
  const seen = new Set<string>();
  for (const { personId } of due) {
    if (seen.has(personId)) return refuse('council.due-twice', 'HDA-9', { personId });
    seen.add(personId);
  }
  return null;
}

/** HDA-11.2.3b: a recorder is named, and is neither the one who chairs nor the one who may stand in. */
export function checkOfficers({ chair, deputy, recorder }: Officers): Refusal | null {
  if (recorder === chair || recorder === deputy) return refuse('council.recorder-chairs', 'HDA-11.2.3b');
  return chair === deputy ? refuse('council.deputy-is-chair', 'HDA-9') : null;
}

/** Reading 13: every subject of a council (HDA-10.1 … HDA-10.6) concerns residents broadly; whoever says otherwise gives the reason. */
function checkInterest(input: BeginInput): Refusal | null {
  return input.broadInterest || input.narrowReason ? null : refuse('council.narrow-without-reason', 'HDA-11.1.2');
}

function toldAtBeginning(input: BeginInput): Notice[] {
  const { chair, deputy, recorder } = input.officers;
  const persons = [chair, recorder, ...(deputy ? [deputy] : [])];
  const notices: Notice[] = [{ kind: 'council-officer-named', clause: 'HDA-11.2.3b', persons, params: {} }];
  if (!input.broadInterest) {
    const params = { category: input.category };
    notices.push({ kind: 'council-interest-lowered', clause: 'HDA-11.1.2', roles: ['supervision-committee'], params });
  }
  return notices;
}
