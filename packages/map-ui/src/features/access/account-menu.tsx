// Owns who is signed in and what they may do about it: language, sessions, leaving.
import { App, Button, Dropdown } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '#api/client';
import { live } from '#api/live-store';
import { flushBoxes, forgetBoxes } from '#api/outboxes';
import { forgetViewer, roleIn, type Viewer } from '#api/viewer';
import { LANGUAGE_NAMES } from '#i18n/index';
import { pageRoot } from '#ui/page';
import { useView } from '#view/view-state';
import { SignOut } from './access-documents.ts';
import { chooseLanguage } from './choose-language.ts';
import { failureText } from './failure-text.ts';
import { SessionsDialog } from './sessions-dialog.tsx';

/** Props of `AccountMenu`. */
export interface AccountMenuProps {
  readonly viewer: Viewer;
  /** Further entries, e.g. links that do not fit a phone's header. */
  readonly more?: readonly { readonly key: string; readonly text: string; readonly onAction: () => void }[];
}

/** 社区书记 何敏, with a menu. */
export function AccountMenu({ viewer, more = [] }: AccountMenuProps) {
  const { t, i18n } = useTranslation();
  const { message, modal } = App.useApp();
  const [sessionsOpen, setSessionsOpen] = useState(false);
  const community = useView((view) => view.community);
  const other = i18n.language === 'zh' ? 'en' : 'zh';
  const role = community === null ? null : roleIn(viewer, community);
  const leave = async () => {
    try {
      const unsent = await flushBoxes();
      if (unsent > 0 && !(await modal.confirm({ title: t('access.unsentTitle', { count: unsent }), ...LOSING(t) })))
        return;
      await execute(SignOut, {});
      forgetBoxes();
      live.stop();
      await forgetViewer();
    } catch (error) {
      void message.error(failureText(error, t));
    }
  };
  const items = [
    ...more.map(({ key, text, onAction }) => ({ key, label: text, onClick: onAction })),
    ...(more.length > 0 ? [{ type: 'divider' as const }] : []),
    { key: 'language', label: LANGUAGE_NAMES[other], onClick: () => void chooseLanguage(other, viewer) },
    { key: 'sessions', label: t('access.sessions'), onClick: () => setSessionsOpen(true) },
    { key: 'leave', label: t('access.signOut'), onClick: () => void leave() },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="text" className="qh-account" data-testid="account">
          {role ? <span className="qh-account-role">{t(`access.role${role}`)}</span> : null}
          <span>{viewer.name ?? t('access.account')}</span>
        </Button>
      </Dropdown>
      {sessionsOpen ? <SessionsDialog onClose={() => setSessionsOpen(false)} /> : null}
    </>
  );
}

/** What is not uploaded goes with the account: nothing of anybody stays in this browser. */
const LOSING = (t: TFunction) => ({
  content: t('access.unsentDetail'),
  okText: t('access.signOut'),
  cancelText: t('access.stay'),
  getContainer: pageRoot,
});
