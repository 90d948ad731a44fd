import { verdictView } from '../../contract/views/council';
import { BODY_WORDS, DECISION_WORDS } from '../../contract/words/agenda';
import type { Bilingual } from '../../contract/words/bilingual';
import { BOARD_WORDS } from '../../contract/words/board';
import { METHOD_WORDS, OUTCOME_WORDS, QUESTION_WORDS } from '../../contract/words/council';
import { dateWords } from '../../contract/words/dates';
import type { PublishedResult, PublishedVote } from '../../domain/council/state';
import { html, type Html } from './html';
import { fact, type Reading } from './reading';

type PublishedItem = PublishedResult['items'][number];

/** A published result with its texts in place. */
type ResultContent = {
  readonly [Key in keyof PublishedResult]: Key extends 'title' | 'statement' ? string | null : PublishedResult[Key];
};

/** The facts of a council's result: when and where it sat, and what is said about it. */
export function councilFacts(published: unknown, reading: Reading): Html[] {
  const { heldOn, place, statement } = published as ResultContent;
  return [
    fact(reading, BOARD_WORDS.heldOn, reading.say(dateWords(heldOn))),
    fact(reading, BOARD_WORDS.place, reading.asWritten(place)),
    ...(statement ? [fact(reading, BOARD_WORDS.statement, reading.asWritten(statement))] : []),
  ];
}

/** The result of a council with the arithmetic of every vote. */
export function councilResult(published: unknown, reading: Reading): Html {
  const { items } = published as ResultContent;
  return html`${items.map((item) => itemSection(item, reading))}`;
}

function itemSection({ title, outcome, votes, settlement }: PublishedItem, reading: Reading): Html {
  const isAdopted = outcome === 'adopted' || settlement?.outcome === 'adopted';
  return html`<section class="card">
    <h3>${reading.asWritten(title)}</h3>
    <p class="outcome${isAdopted ? ' adopted' : ''}">${reading.say(OUTCOME_WORDS[outcome])}</p>
    ${settlement ? settlementLine(settlement, reading) : ''} ${votes.map((vote) => voteBlock(vote, reading))}
  </section>`;
}

function settlementLine(settlement: NonNullable<PublishedItem['settlement']>, { say }: Reading): Html {
  const body = BODY_WORDS[settlement.by];
  const day = dateWords(settlement.decidedOn);
  const until = settlement.postponedTo ? dateWords(settlement.postponedTo) : null;
  const words = DECISION_WORDS[settlement.outcome];
  return html`<p>
    ${say({
      zh: `${body.zh}于${day.zh}决定：${words.zh}${until ? `，至${until.zh}` : ''}。`,
      en: `Decided by ${body.en} on ${day.en}: ${words.en}${until ? ` until ${until.en}` : ''}.`,
    })}
  </p>`;
}

function voteBlock({ question, method, verdict }: PublishedVote, { say }: Reading): Html {
  const { arithmetic } = verdictView(verdict) as { arithmetic: Bilingual };
  const { inFavour, against, abstained, notVoting } = verdict;
  const counts = { inFavour, against, abstained, notVoting };
  const shown = Object.entries(counts).map(([key, count]) => {
    return html`<div>
      <dt>${say(BOARD_WORDS[key as keyof typeof counts])}</dt>
      <dd>${count}</dd>
    </div>`;
  });
  const [asked, how] = [QUESTION_WORDS[question], METHOD_WORDS[method]];
  return html`<div class="vote">
    <h4>${say({ zh: `表决：${asked.zh}（${how.zh}）`, en: `Vote: ${asked.en} (${how.en})` })}</h4>
    <p class="sum">${say(arithmetic)}</p>
    <dl class="counts">${shown}</dl>
  </div>`;
}
