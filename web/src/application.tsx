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
import { useLessMotion } from './less-motion';
import { router } from './routes';
import { SessionProvider } from './session/session';

const THEME = {
  token: {
    colorPrimary: '#9c2a22',
    colorLink: '#0b4f8a',
    // Dark enough on white, and on their own light backgrounds, for everybody to read.
    colorTextPlaceholder: '#6b6b6b',
    colorTextDescription: '#595959',
    colorError: '#b3261e',
    colorWarning: '#8a4b00',
    colorSuccess: '#1b6e35',
    colorInfo: '#0b4f8a',
    colorPrimaryBg: '#fbeeec',
    colorErrorBg: '#fdf1f0',
    colorErrorBorder: '#e2aaa6',
    colorWarningBg: '#fdf6e3',
    colorWarningBorder: '#dcc58b',
    colorSuccessBg: '#eef7f0',
    colorSuccessBorder: '#9bc7a7',
    colorInfoBg: '#eef4fb',
    colorInfoBorder: '#9fbfdd',
    fontFamily: 'system-ui, "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    fontSize: 15,
  },
};

/** The same for those who asked for less motion. */
const STILL = { token: { ...THEME.token, motion: false } };

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
  const lessMotion = useLessMotion();
  useEffect(() => void dayjs.locale(language === 'zh' ? 'zh-cn' : 'en'), [language]);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={lessMotion ? STILL : THEME}
      wave={{ disabled: lessMotion }}
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
