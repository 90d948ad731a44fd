import { isOfType } from '../../src/domain/file-type';

const bytes = (...values: number[]) => Uint8Array.from(values);
const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0);

test.each([
  ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg', true],
  ['a PNG', png, 'image/png', true],
  ['a PDF', Buffer.from('%PDF-1.7'), 'application/pdf', true],
  ['a PNG that claims to be a PDF', png, 'application/pdf', false],
  ['a PNG cut short', png.slice(0, 7), 'image/png', false],
  ['nothing', bytes(), 'image/jpeg', false],
  ['a page', Buffer.from('<html>'), 'text/html', false],
  ['a type named like a property of every object', png, 'constructor', false],
])('%s', (_what, content, mediaType, expected) => {
  expect(isOfType(content, mediaType)).toBe(expected);
});
