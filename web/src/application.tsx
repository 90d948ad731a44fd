import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router';
import { Problem } from './api/problem';
import { LanguageProvider, useLanguage } from './language';
import { router } from './routes';
import { SessionProvider } from './session/session';

/** The styles that components write while they run are let in by the nonce of the page (src/api/web-app.ts). */
const NONCE = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

const THEME = {
  token: {
    colorPrimary: '#9c2a22',
    colorLink: '#0b4f8a',
    fontFamily: 'system-ui, "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    fontSize: 15,
  },
};

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the service says no to is not asked again; what could not be reached is, twice.
      retry: (failures, error) => error instanceof Problem && error.isOpen && failures < 2,
    },
  },
});

/** The browser application. */
export function Application() {
  return (
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <Themed />
      </QueryClientProvider>
    </LanguageProvider>
  );
}

function Themed() {
  const { language } = useLanguage();
  useEffect(() => void dayjs.locale(language === 'zh' ? 'zh-cn' : 'en'), [language]);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={THEME}
      csp={{ nonce: NONCE }}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: true, scrollToFirstError: { focus: true } }}
    >
      <App>
        <SessionProvider>
          <RouterProvider router={router} />
        </SessionProvider>
      </App>
    </ConfigProvider>
  );
}
