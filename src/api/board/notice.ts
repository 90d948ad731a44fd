import { BOARD_WORDS } from '../../contract/words/board';
import { CHANNEL_WORDS } from '../../contract/words/council';
import { dateWords, momentWords } from '../../contract/words/dates';
import { civilDateOf } from '../../domain/calendar/civil-date';
import type { BoardNotice } from '../../ports/procedures';
import { html, type Html } from './html';
import { basis, fact, type Reading } from './reading';

/** A meeting that is to come, whole. */
export function noticeCard(notice: BoardNotice, reading: Reading): Html {
  const { asWritten, say } = reading;
  const items = notice.items.map((title) => html`<li>${asWritten(title)}</li>`);
  return html`<li class="card">
    <h3>${asWritten(notice.title)}</h3>
    <dl class="facts">
      ${fact(reading, BOARD_WORDS.meetingAt, `${when(notice.meetingAt, reading)}`)}
      ${fact(reading, BOARD_WORDS.place, asWritten(notice.place))}
      ${fact(
        reading,
        BOARD_WORDS.items,
        html`<ol>
          ${items}
        </ol>`,
      )}
      ${fact(reading, BOARD_WORDS.issuedOn, say(dateWords(notice.issuedOn)))}
      ${fact(
        reading,
        BOARD_WORDS.postedAt,
        html`<ul>
          ${notice.postings.map((posting) => postingLine(posting, reading))}
        </ul>`,
      )}
      ${fact(reading, BOARD_WORDS.basis, basis(reading, [notice.clause]))}
    </dl>
  </li>`;
}

function when(meetingAt: number, { say }: Reading): string {
  const time = momentWords(meetingAt).slice(-5);
  const { zh, en } = dateWords(civilDateOf(meetingAt));
  return say({ zh: `${zh} ${time}`, en: `${en}, ${time}` });
}

function postingLine({ channel, location, postedOn }: BoardNotice['postings'][number], reading: Reading): Html {
  const words = CHANNEL_WORDS[channel as keyof typeof CHANNEL_WORDS];
  const { zh, en } = postedOn ? dateWords(postedOn) : BOARD_WORDS.notYetPosted;
  const state = postedOn ? { zh: `${zh}张贴`, en: `posted on ${en}` } : { zh, en };
  const { say, asWritten } = reading;
  return html`<li>${say(words)}${say({ zh: '：', en: ': ' })}${asWritten(location)} <small>${say(state)}</small></li>`;
}
