import { z } from 'zod';
import type { DutyYearAction } from '../../domain/duty-year/actions';
import type { FileDocumentInput } from '../../domain/duty-year/decide';
import type { DutyYearEntity } from '../views/duty-year';
import { textSchema as text } from './common';
import { field, reference } from './field';

const keyAmong = (among: DutyYearEntity) => reference(text(80), among, '职责事项', 'Duty');
const reason = field(text(2000), '说明', 'Reason');

/** What each action on a year of duties takes. */
export const dutyYearActionSchemas = {
  'file-document': z.strictObject({
    key: keyAmong('document-owed'),
    on: field(z.iso.date(), '完成日期', 'Done on'),
    text: field(text(2000), '内容摘要', 'What it holds'),
    fileId: reference(z.uuid(), 'file', '文件', 'Document'),
  }) satisfies z.ZodType<FileDocumentInput>,
  'explain-overdue': z.strictObject({ key: keyAmong('unexplained-duty'), reason }),
  'record-deviation': z.strictObject({ key: keyAmong('deviable-duty'), reason }),
} as const satisfies Readonly<Record<DutyYearAction, z.ZodType>>;
