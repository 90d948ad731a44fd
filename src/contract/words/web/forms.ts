import type { Bilingual } from '../bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** What every form says, whatever it is for. */
export const FORM_WORDS = {
  required: w('必须填写', 'This must be given'),
  chooseOne: w('必须选择', 'One must be chosen'),
  tooFew: w('至少一项', 'At least one'),
  yes: w('是', 'Yes'),
  no: w('否', 'No'),
  choose: w('请选择', 'Choose'),
  searchPerson: w('输入姓名查找', 'Type a name to look for'),
  nobody: w('没有找到', 'Nobody found'),
  nothingToChoose: w('现在没有可选的', 'There is nothing to choose now'),
  addRow: w('添加一项', 'Add one'),
  removeRow: w('删去', 'Remove'),
  addRoster: w('添加名册全部人员', 'Add everybody on the roster'),
  roster: w('名册', 'Roster'),
  fillIn: w('填写这一部分', 'Fill this part in'),
  leaveOut: w('不填这一部分', 'Leave this part out'),
  upload: w('选择文件', 'Choose a file'),
  fileKinds: w('JPEG、PNG 或 PDF，不超过 5 MB', 'JPEG, PNG or PDF of at most 5 MB'),
  uploading: w('正在上传', 'Uploading'),
  seeFile: w('查看附件', 'See the file'),
  json: w('没有专门的表单，请按 JSON 填写', 'There is no form for this: write JSON'),
  notJson: w('不是正确的 JSON', 'This is not JSON'),
  china: w('北京时间', 'China time'),
  confirm: w('确认', 'Confirm'),
  cancel: w('返回修改', 'Back'),
  whatFollows: w('办理后：', 'What follows: '),
  done: w('已办理', 'Done'),
  clear: w('清空', 'Clear'),
  restored: w('已恢复上次没有提交的内容。', 'What you typed last time is here again.'),
} as const satisfies Readonly<Record<string, Bilingual>>;
