import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Bilingual } from '../../src/contract/words/bilingual';

type Language = keyof Bilingual;

interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): void;
  /** The words in the language that was chosen. */
  say(words: Bilingual): string;
}

const Context = createContext<LanguageChoice | null>(null);
const KEPT_AS = 'guicheng.language';

/** Chinese, unless somebody chose English on this device. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useState<Language>(() => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh'));
  useEffect(() => {
    localStorage.setItem(KEPT_AS, language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const choice = useMemo(() => ({ language, choose, say: (words: Bilingual) => words[language] }), [language]);
  return <Context value={choice}>{children}</Context>;
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(Context);
  if (!choice) throw new Error('outside of LanguageProvider');
  return choice;
}
