import { word, type RefusalWords } from './refusal-words';

/** The training clock. */
export const clockRefusals = {
  'clock.not-training': word(
    '不是培训数据',
    'Not a training database',
    '本系统用于真实业务，时间不能拨快。只有新建时标记为培训数据（TRAINING=true）的数据库可以。',
    'This database is in earnest: its clock is not moved. Only one that was marked as training when it was new (TRAINING=true) has a clock that is.',
  ),
  'clock.moment-or-days': word(
    '请填写时间或天数之一',
    'Either a moment or days',
    '拨到的时间（to）和拨快的天数（advanceDays）须填且只填一项。',
    'Send either the moment (to) or the number of days (advanceDays).',
  ),
  'clock.backward': word(
    '时间不能倒退',
    'Not backward',
    '培训时钟只能向前拨，须晚于 {earliest}。',
    'The training clock only goes forward: later than {earliest}.',
  ),
  'clock.too-far': word(
    '一次拨得太远',
    'Too far at once',
    '一次最多拨快 {days} 天，至 {latest}。可分几次拨快。',
    'It goes at most {days} days on at once, to {latest}. Move it in several steps.',
  ),
} as const satisfies Readonly<Record<string, RefusalWords>>;
