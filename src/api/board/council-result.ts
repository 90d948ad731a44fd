import { verdictView } from '../../contract/views/council';
import type { Bilingual } from '../../contract/words/bilingual';
import { BODY_WORDS } from '../../contract/words/agenda';
import { METHOD_WORDS, OUTCOME_WORDS, QUESTION_WORDS } from '../../contract/words/council';
import { dateWords } from '../../contract/words/dates';
import type { PublishedResult, PublishedVote } from '../../domain/council/state';
import { html, type Html } from './html';

type PublishedItem = PublishedResult['items'][number];

/** A published result with its texts in place. */
type ResultContent = {
  readonly [Key in keyof PublishedResult]: Key extends 'title' | 'statement' ? string | null : PublishedResult[Key];
};

/** The result of a council with the arithmetic of every vote. */
export function councilResult(published: unknown): Html {
  const content = published as ResultContent;
  const held = dateWords(content.heldOn);
  const items = content.items.map(
    ({ title, outcome, votes, settlement }) => html`
      <section>
        <h2>${title}</h2>
        <p><strong>${OUTCOME_WORDS[outcome].zh}</strong> <span lang="en">${OUTCOME_WORDS[outcome].en}</span></p>
        <ul>
          ${votes.map(voteLine)}
        </ul>
        ${settlement ? settlementLine(settlement) : ''}
      </section>
    `,
  );
  return html`
    <p>议事会于${held.zh}在${content.place}召开。<span lang="en">The council sat on ${held.en}.</span></p>
    ${content.statement ? html`<p>${content.statement}</p>` : ''} ${items}
  `;
}

function settlementLine({ by, outcome, decidedOn, postponedTo }: NonNullable<PublishedItem['settlement']>): Html {
  const body = BODY_WORDS[by];
  const day = dateWords(decidedOn);
  const until = postponedTo ? dateWords(postponedTo) : null;
  const words = OUTCOME_WORDS[outcome];
  return html`<p>
    ${body.zh}于${day.zh}决定：${words.zh}${until ? `，至${until.zh}` : ''}。
    <span lang="en">Decided by ${body.en} on ${day.en}: ${words.en}${until ? ` until ${until.en}` : ''}.</span>
  </p>`;
}

function voteLine({ question, method, verdict }: PublishedVote): Html {
  const { arithmetic } = verdictView(verdict) as { arithmetic: Bilingual };
  return html`<li>
    ${QUESTION_WORDS[question].zh}（${METHOD_WORDS[method].zh}）：${arithmetic.zh}
    <span lang="en">${QUESTION_WORDS[question].en} (${METHOD_WORDS[method].en}): ${arithmetic.en}</span>
  </li>`;
}
