import { PROCEDURE_WORDS } from '../../../src/contract/words/web/procedure';
import { dateWords } from '../../../src/contract/words/dates';
import type { ShownValue } from '../api/types';
import { useLanguage } from '../language';
import { Ballots } from './ballots';
import { Day, Moment } from './moment';

type Names = Readonly<Record<string, string>>;

/** Values of a procedure as people read them, side by side. */
export function ShownValues({ values, people }: { readonly values: readonly ShownValue[]; readonly people: Names }) {
  return values.map((value, index) => (
    // They have no names of their own and do not change places.
    // oxlint-disable-next-line react/no-array-index-key
    <span key={index} className="shown">
      <One value={value} people={people} />
    </span>
  ));
}

function One({ value, people }: { readonly value: ShownValue; readonly people: Names }) {
  const { say } = useLanguage();
  if ('text' in value)
    return value.text === null ? <i>{say(PROCEDURE_WORDS.erased)}</i> : <span className="pre-line">{value.text}</span>;
  if ('words' in value) return say(value.words);
  if ('person' in value) return people[value.person] ?? value.person;
  if ('day' in value) return <Day on={value.day} />;
  if ('at' in value) return <Moment at={value.at} />;
  if ('file' in value) return <a href={`/api/files/${value.file}`}>{say(PROCEDURE_WORDS.file)}</a>;
  if ('ballots' in value) return <Ballots voteId={value.ballots} />;
  return <a href={`/board/papers/${value.paper}`}>{say(PROCEDURE_WORDS.paper)}</a>;
}

/** The same values as plain words in both languages, for lists to choose from. */
export function wordsOf(values: readonly ShownValue[], people: Names): { zh: string; en: string } {
  const each = values.map((value) => {
    if ('text' in value) return { zh: value.text ?? '', en: value.text ?? '' };
    if ('words' in value) return value.words;
    if ('person' in value) return same(people[value.person] ?? value.person);
    if ('day' in value) return dateWords(value.day);
    return same('');
  });
  return { zh: each.map(({ zh }) => zh).join('　'), en: each.map(({ en }) => en).join(' · ') };
}

function same(text: string) {
  return { zh: text, en: text };
}
