import { Button } from 'antd';
import { SHELL_WORDS } from '../../../src/contract/words/web/shell';
import { useLanguage } from '../language';

/** To the other language and back; its name is written in itself. */
export function LanguageSwitch() {
  const { language, choose, say } = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button type="text" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => choose(other)}>
      {say(SHELL_WORDS.otherLanguage)}
    </Button>
  );
}
