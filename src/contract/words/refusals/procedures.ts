import { word, type RefusalWords } from './refusal-words';

/** What every kind of procedure may say. */
export const procedureRefusals = {
  'procedure.unknown': word('没有这个程序', 'No such procedure', '找不到这个程序。', 'The procedure was not found.'),
  'procedure.not-yours': word(
    '无权查阅',
    'Not yours to see',
    '您的职责范围不包括这个程序。',
    'This procedure is outside what you are responsible for.',
  ),
  'procedure.not-entitled': word(
    '无权办理',
    'Not entitled',
    '此事由下列身份办理：{entitled}。',
    'This is done by: {entitled}.',
  ),
  'procedure.wrong-stage': word(
    '当前阶段不能办理',
    'Not possible at this stage',
    '程序处于“{stage}”阶段，您现在可以办理：{possible}。',
    'The procedure is at the stage {stage}. What you may do now: {possible}.',
  ),
  'procedure.ended': word(
    '程序已结束',
    'The procedure has ended',
    '程序已经结束，不能再办理。',
    'The procedure has ended; nothing more can be done in it.',
  ),
  'procedure.not-running': word(
    '没有运行中的流程',
    'No running workflow',
    '找不到这个程序的流程，可能已过保留期。记录仍可查阅。',
    'The workflow of this procedure was not found; it may have been kept for its time and removed. The record can still be read.',
  ),
  'paper.unknown': word(
    '没有这份公示',
    'No such paper',
    '找不到这份公示，可能已期满撤下。',
    'The paper was not found; it may have been taken down.',
  ),
  'action.unknown': word('没有这项操作', 'No such action', '没有“{action}”这项操作。', 'There is no action {action}.'),
} as const satisfies Readonly<Record<string, RefusalWords>>;
