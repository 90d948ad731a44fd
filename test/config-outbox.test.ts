import { loadConfig } from '../src/config';
import { channelsOf } from '../src/outlets';

const mail = {
  SMTP_URL: 'smtps://guicheng:p%40ss@smtp.example.cn',
  MAIL_FROM: '规程 <guicheng@example.cn>',
  PUBLIC_URL: 'https://guicheng.example.cn',
};
const sms = { SMS_URL: 'https://sms.example.cn/send?key=hunter2', SMS_HEADER: 'Authorization: Bearer hunter2' };
const webhook = { WEBHOOK_URL: 'https://relay.example.cn/in', WEBHOOK_SECRET: 'hunter2 hunter2 hunter2' };

describe('notices leave this service', () => {
  test('by no channel unless it is asked for', () => {
    expect(channelsOf(loadConfig({}))).toEqual([]);
    expect(channelsOf(loadConfig({ PUBLIC_URL: mail.PUBLIC_URL }))).toEqual([]);
  });

  test('by each channel that is configured whole', () => {
    expect(channelsOf(loadConfig(mail))).toEqual(['mail']);
    expect(channelsOf(loadConfig(sms))).toEqual(['sms']);
    expect(channelsOf(loadConfig(webhook))).toEqual(['webhook']);
    expect(channelsOf(loadConfig({ ...mail, ...sms, ...webhook }))).toEqual(['mail', 'sms', 'webhook']);
  });

  test.each([
    ['SMTP_URL', mail.SMTP_URL, ['MAIL_FROM', 'PUBLIC_URL']],
    ['MAIL_FROM', mail.MAIL_FROM, ['SMTP_URL', 'PUBLIC_URL']],
    ['SMS_URL', sms.SMS_URL, ['SMS_HEADER']],
    ['SMS_HEADER', sms.SMS_HEADER, ['SMS_URL']],
    ['SMS_ACCEPTED', '"Code":"OK"', ['SMS_URL', 'SMS_HEADER']],
    ['SMS_TEMPLATE', '{"to":"{mobile}","url":"{link}"}', ['SMS_URL', 'SMS_HEADER', 'PUBLIC_URL']],
    ['WEBHOOK_URL', webhook.WEBHOOK_URL, ['WEBHOOK_SECRET']],
    ['WEBHOOK_SECRET', webhook.WEBHOOK_SECRET, ['WEBHOOK_URL']],
  ])('%s alone stops the start, which names what is missing and no secret', (name, value, missing) => {
    for (const absent of missing)
      expect(() => loadConfig({ [name]: value })).toThrow(
        `${absent}: 设置了 ${name}，也须设置此项 / must be set too, because ${name} is`,
      );
    expect(() => loadConfig({ [name]: value })).not.toThrow(/hunter2|p%40ss/);
  });

  test.each([
    ['SMTP_URL', 'smtp.example.cn'],
    ['SMTP_URL', 'http://smtp.example.cn'],
    ['SMTP_URL', 'smtp://smtp.example.cn/?tls.rejectUnauthorized=false'],
    ['SMTP_URL', 'smtp://hunter2@smtp.example.cn'],
    ['SMTP_URL', 'smtp://guicheng:100%@smtp.example.cn'],
    ['SMS_URL', 'http://sms.example.cn'],
    ['SMS_HEADER', 'hunter2'],
    ['WEBHOOK_URL', 'http://relay.example.cn'],
    ['WEBHOOK_SECRET', 'hunter2'],
  ])('%s cannot be %s, which is not shown', (name, value) => {
    const load = () => loadConfig({ ...mail, ...sms, ...webhook, [name]: value });
    expect(load).toThrow(`${name}: 得到 （不显示）`);
    expect(load).not.toThrow(value);
  });

  test.each([
    ['MAIL_FROM', 'guicheng'],
    ['MAIL_FROM', '规程 guicheng@example.cn'],
    ['MAIL_FROM', 'a@example.cn>, <b@example.cn'],
    ['SMS_TEMPLATE', '{mobile}'],
    ['SMS_TEMPLATE', '{"text":"{text}"}'],
    ['SMS_TEMPLATE', '{"to":"{mobile}","name":"{name}"}'],
  ])('%s cannot be %s', (name, value) => {
    expect(() => loadConfig({ ...mail, ...sms, [name]: value })).toThrow(`${name}: 得到 "${value}"`);
  });

  test.each(['http://127.0.0.1:8080/sms', 'http://localhost/sms', 'http://[::1]:8080/sms'])(
    '%s is near enough',
    (url) => {
      expect(loadConfig({ ...sms, SMS_URL: url }).SMS_URL).toBe(url);
    },
  );
});
