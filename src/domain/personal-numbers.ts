import { isCivilDate } from './calendar/civil-date';

/** A number that no posting may show [LAW-PI-6]. Only its kind is told, never the number. */
export interface PersonalNumber {
  readonly kind: 'id-card' | 'mobile' | 'bank-card';
}

/** Spaces and hyphens with which people group digits. */
const SEPARATOR = '[ \\t\\u00a0\\u2010-\\u2015-]';
const GAP = `${SEPARATOR}{1,2}`;
/** No digit before, so that a number is never found inside a longer one. */
const START = '(?<!\\d)';
/** No digit after, and no decimals or unit of money, which make it an amount. */
const END = '(?!\\d)(?!\\.\\d{1,2}(?!\\d))(?!\\s?[元万亿])';

const KINDS = [
  {
    kind: 'id-card',
    forms: [`[1-9](?:${SEPARATOR}{0,2}\\d){16}${SEPARATOR}{0,2}[\\dXx]`],
    isGenuine: isIdCard,
  },
  {
    // In groups only with UnionPay's 62: a row of four-digit amounts looks the same.
    kind: 'bank-card',
    forms: ['[34569]\\d{15,18}', `62\\d\\d(?:${GAP}\\d{4}){3}(?:${GAP}\\d{1,3})?`, `62\\d{4}${GAP}\\d{10,13}`],
    isGenuine: passesLuhn,
  },
  {
    // Whole, in groups of 3-4-4, or digit by digit.
    kind: 'mobile',
    forms: ['1[3-9]\\d{9}', `1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}`, `1${GAP}[3-9](?:${GAP}\\d){9}`].map(
      (form) => `(?:(?:\\+|00)?86${SEPARATOR}{0,2})?${form}`,
    ),
    isGenuine: () => true,
  },
] as const;

/**
 * Finds what looks like a resident's ID number (18 places, with a possible birth date and the right check digit), a
 * mainland mobile number or a bank card (16 to 19 digits with the right check digit), also in full-width digits or with
 * spaces or hyphens between. One entry per number; dates, amounts and document numbers are not meant. Landlines are left
 * alone: an office's own belongs on its notices.
 */
export function personalNumbersIn(text: string): PersonalNumber[] {
  let rest = plain(text);
  return KINDS.flatMap(({ kind, forms, isGenuine }) => {
    const taken = take(rest, new RegExp(`${START}(?:${forms.join('|')})${END}`, 'g'), isGenuine);
    rest = taken.rest;
    return Array<PersonalNumber>(taken.count).fill({ kind });
  });
}

/** Counts the matches that are genuine and blanks them out, so that no digit belongs to two numbers. */
function take(text: string, pattern: RegExp, isGenuine: (digits: string) => boolean): { count: number; rest: string } {
  let rest = text;
  let count = 0;
  for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
    const [found] = match;
    if (isGenuine(found.replace(/[^\dXx]/g, ''))) {
      count += 1;
      rest = rest.slice(0, match.index) + '*'.repeat(found.length) + rest.slice(match.index + found.length);
    } else {
      // A genuine number may begin inside this one.
      pattern.lastIndex = match.index + 1;
    }
  }
  return { count, rest };
}

/** Full-width forms made plain, and the invisible characters that a copied text may carry removed. */
function plain(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\u3000/g, ' ')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** GB 11643-1999: digits 7 to 14 are the birth date, the last place is a check digit by ISO 7064 MOD 11-2. */
function isIdCard(id: string): boolean {
  const born = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (!isCivilDate(born) || born < '1900-01-01' || born > '2099-12-31') return false;
  const sum = Array.from(id.slice(0, 17), Number).reduce(
    (total, digit, place) => total + digit * (2 ** (17 - place) % 11),
    0,
  );
  return '10X98765432'[sum % 11] === id.at(17)?.toUpperCase();
}

/** The check digit of payment cards, ISO/IEC 7812-1. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
