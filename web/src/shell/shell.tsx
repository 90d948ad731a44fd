import { Badge, Button, Drawer, Grid, Layout, Menu } from 'antd';
import { Suspense, useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { api } from '../api/endpoints';
import { useAnswer } from '../api/use-answer';
import { MENU_WORDS, SHELL_WORDS } from '../../../src/contract/words/web/shell';
import { useLanguage } from '../language';
import { Loading } from '../parts/loading';
import { useSession } from '../session/session';
import { AccountMenu } from './account-menu';
import { LanguageSwitch } from './language-switch';
import { MENU } from './menu';
import { TrainingBanner } from './training-banner';

/** The frame around every page: banner, head, menu. */
export function Shell() {
  const { say } = useLanguage();
  const isWide = Grid.useBreakpoint().lg === true;
  const [isOpen, setOpen] = useState(false);
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a className="skip" href="#content">
        {say(SHELL_WORDS.toContent)}
      </a>
      <TrainingBanner />
      <Layout.Header className="row head" style={{ padding: '0 12px', background: '#fff', flexWrap: 'nowrap' }}>
        {!isWide && (
          <Button aria-label={say(SHELL_WORDS.menu)} aria-expanded={isOpen} onClick={() => setOpen(true)}>
            ☰
          </Button>
        )}
        <Link to="/" style={{ fontSize: 20, fontWeight: 700, color: 'inherit' }}>
          {say(SHELL_WORDS.product)}
        </Link>
        <span className="push" />
        <LanguageSwitch />
        <AccountMenu />
      </Layout.Header>
      <Layout>
        {isWide && (
          <Layout.Sider theme="light" width={200}>
            <MainMenu />
          </Layout.Sider>
        )}
        <main id="content" tabIndex={-1} className="shrink">
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </Layout>
      <Drawer open={isOpen && !isWide} placement="left" size={260} onClose={() => setOpen(false)}>
        <MainMenu onChoose={() => setOpen(false)} />
      </Drawer>
    </Layout>
  );
}

function MainMenu({ onChoose }: { readonly onChoose?: () => void }) {
  const { say } = useLanguage();
  const { can } = useSession();
  const { pathname } = useLocation();
  const { data } = useAnswer(api.notifications, { query: { unread: 'true' } }, { every: 60_000 });
  const entries = MENU.filter(({ capability }) => capability === undefined || can(capability));
  const current = entries.filter(({ to }) => (to === '/' ? pathname === '/' : pathname.startsWith(to))).at(-1);
  return (
    <nav aria-label={say(SHELL_WORDS.product)}>
      <Menu
        mode="inline"
        selectedKeys={current ? [current.to] : []}
        {...(onChoose && { onClick: onChoose })}
        items={entries.map(({ to, name }) => ({
          key: to,
          label: (
            <Link to={to}>
              {say(MENU_WORDS[name])} {name === 'notifications' && <Badge count={data?.unread ?? 0} size="small" />}
            </Link>
          ),
        }))}
      />
    </nav>
  );
}
