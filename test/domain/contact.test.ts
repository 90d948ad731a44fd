import { addressFor, maskedContact, maskedEmail, maskedMobile, NO_CONTACT, topicOf } from '../../src/domain/contact';

test.each([
  ['council-invitation', 'meetings'],
  ['council-cancelled', 'meetings'],
  ['deadline-overdue', 'deadlines'],
  ['deadline-extended', 'deadlines'],
  ['council-task-assigned', 'progress'],
  ['of-a-procedure-to-come', 'progress'],
])('%s is about %s', (kind, topic) => {
  expect(topicOf(kind)).toBe(topic);
});

test('people are reached where they gave an address, about what they chose', () => {
  const contact = { ...NO_CONTACT, email: 'wang@example.cn', mailTopics: ['meetings'] } as const;
  expect(addressFor(contact, 'mail', 'council-invitation')).toBe('wang@example.cn');
  expect(addressFor(contact, 'mail', 'deadline-due')).toBeNull();
  expect(addressFor(contact, 'sms', 'council-invitation')).toBeNull();
  expect(addressFor(null, 'mail', 'council-invitation')).toBeNull();
});

test.each([
  ['wang.fang@example.cn', 'w***@example.cn'],
  ['w@example.cn', '***@example.cn'],
])('%s is shown to others as %s', (email, masked) => {
  expect(maskedEmail(email)).toBe(masked);
});

test.each([
  ['13800138000', '138****00'],
  ['+85291234567', '+85****67'],
  ['+1234567', '+12****67'],
])('%s is shown to others as %s', (mobile, masked) => {
  expect(maskedMobile(mobile)).toBe(masked);
});

test('somebody without addresses has nothing to mask', () => {
  expect(maskedContact(NO_CONTACT)).toEqual(NO_CONTACT);
});
