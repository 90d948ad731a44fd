import fc from 'fast-check';
import { personalNumbersIn } from '../../src/domain/personal-numbers';

// Nobody's numbers: the example of the standard GB 11643, a published test card, and a card with a computed check digit.
const ID = '11010519491231002X';
const CARD_16 = '6225760008219524';
const CARD_19 = '6222021234567890128';

const kinds = (text: string) => personalNumbersIn(text).map(({ kind }) => kind);

test.each([
  ['with X', ID],
  ['with a small x', ID.toLowerCase()],
  ['in a sentence', `身份证号${ID}，请核对`],
  ['with spaces', '110105 19491231 002X'],
  ['with hyphens', '110105-19491231-002X'],
  ['in full-width places', '１１０１０５１９４９１２３１００２Ｘ'],
  ['digit by digit', [...ID].join(' ')],
  ['with invisible characters', `110105\u200b19491231\ufeff002X`],
  ['after a date', `2026-03-05 ${ID}`],
  ['in groups after another group', '1234 110105 19491231 002X'],
])('finds an ID number %s [LAW-PI-6]', (_case, text) => {
  expect(kinds(text)).toEqual(['id-card']);
});

test.each([
  ['a wrong check digit', '110105194912310021'],
  ['the 31st of February', '110105194902310026'],
  ['a birth in 1849', '110105184912310020'],
  ['a longer run of digits', `9${ID}`],
])('does not take for an ID number what has %s [LAW-PI-6]', (_case, text) => {
  expect(kinds(text)).not.toContain('id-card');
});

test.each([
  ['plain', '13812345678'],
  ['in a sentence', '联系电话13812345678。'],
  ['with spaces', '138 1234 5678'],
  ['with hyphens', '138-1234-5678'],
  ['with a country code', '+86 13812345678'],
  ['with a country code run on', '8613812345678'],
  ['with the international prefix', '0086-138-1234-5678'],
  ['in full-width digits', '１３８１２３４５６７８'],
  ['digit by digit', '1 3 8 1 2 3 4 5 6 7 8'],
  ['in a numbered list', '1.13812345678'],
])('finds a mobile number %s [LAW-PI-6]', (_case, text) => {
  expect(kinds(text)).toEqual(['mobile']);
});

test.each([
  ['16 digits', CARD_16],
  ['19 digits', CARD_19],
  ['groups of four', '6225 7600 0821 9524'],
  ['groups of four and three', '6222-0212-3456-7890-128'],
  ['six and the rest', '622202 1234567890128'],
  ['full-width digits', '６２２５７６０００８２１９５２４'],
])('finds a bank card in %s [LAW-PI-6]', (_case, text) => {
  expect(kinds(text)).toEqual(['bank-card']);
});

test('finds each of several numbers, and no digit twice [LAW-PI-6]', () => {
  expect(kinds(`张某 ${ID} 13812345678,13987654321 卡号${CARD_19}`)).toEqual([
    'id-card',
    'bank-card',
    'mobile',
    'mobile',
  ]);
});

test.each([
  ['a date', '2026-03-05'],
  ['a date and time run together', '20260305133000'],
  ['a time stamp with a serial number that happens to pass a card check', '2026030513300007'],
  ['dates in a row', '2026-03-05 2026-03-10 2026-03-15'],
  ['a document number', '国办发明电〔2025〕7号'],
  ['an archival code', 'G123-WS·2026-D30-0012'],
  ['an amount', '共支出13,812,345,678.00元'],
  ['an amount with decimals', '13812345678.50'],
  ['an amount in yuan', '13812345678元'],
  ['amounts in a row', '1350 1200 9800 6200'],
  ['years in a row', '2023 2024 2025 2026'],
  ['a card number with a wrong check digit', '6225760008219525'],
  ['a landline', '0379-64912345'],
  ['a mobile number short of a digit', '1381234567'],
  ['a mobile number with a digit too many', '138123456789'],
  ['a number that begins with 12', '12812345678'],
  ['nothing', ''],
])('lets %s pass [LAW-PI-6]', (_case, text) => {
  expect(kinds(text)).toEqual([]);
});

test('tells the kind and never the number [LAW-PI-6]', () => {
  expect(personalNumbersIn(`${ID} 13812345678`)).toEqual([{ kind: 'id-card' }, { kind: 'mobile' }]);
});

test('finds a mobile number inside any Chinese text [LAW-PI-6]', () => {
  const chinese = fc.string({ unit: fc.constantFrom(...'社区公示议事会，。、（）：居民代表') });
  const numbers = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }));
  fc.assert(
    fc.property(chinese, numbers, chinese, (before, [second, rest], after) => {
      expect(kinds(`${before}1${second}${String(rest).padStart(9, '0')}${after}`)).toEqual(['mobile']);
    }),
  );
});
