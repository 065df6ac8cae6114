// Owns the way into 投屏 and out of it: one click each, the way out on purpose and alone. The server enforces the mode.
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { execute, queryClient } from '#api/client';
import { live } from '#api/live-store';
import { forgetViewer, rememberViewer, type Viewer } from '#api/viewer';
import { TextAction } from '#ui/control';
import { setView } from '#view/view-state';
import { SetScreenMode } from './access-documents.ts';
import { failureText } from './failure-text.ts';

/** Switches the mode; a session that was signed in as a screen is signed out by leaving. */
export function useScreenMode(viewer: Viewer) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return async (on: boolean) => {
    try {
      const { result } = await execute(SetScreenMode, { on });
      if (result.__typename === 'Refusal') return void message.error(result.message);
      if (viewer.readOnly && !on) {
        live.stop();
        return await forgetViewer();
      }
      if (on) setView({ panel: 'attention', select: null });
      rememberViewer(result);
      // The page is drawn for the new viewer first: what it asks then is only what that viewer may ask.
      await new Promise((resolve) => setTimeout(resolve));
      // What was answered before may hold names.
      await queryClient.resetQueries({
        predicate: ({ state, queryKey }) => state.data !== undefined && !String(queryKey[0]).includes('query Viewer'),
      });
    } catch (error) {
      void message.error(failureText(error, t));
    }
  };
}

/** Props of `ScreenModeAction`. */
export interface ScreenModeActionProps {
  readonly viewer: Viewer;
}

/** 投屏 / 退出投屏 */
export function ScreenModeAction({ viewer }: ScreenModeActionProps) {
  const { t } = useTranslation();
  const set = useScreenMode(viewer);
  const text = viewer.screen ? t('access.leaveScreen') : t('access.screenMode');
  return <TextAction text={text} onAction={() => void set(!viewer.screen)} />;
}
