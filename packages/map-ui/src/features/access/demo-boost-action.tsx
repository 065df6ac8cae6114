// Owns the demo's accelerator: ten minutes at sixty times, then it falls back by itself.
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { execute } from '#api/client';
import { useServerNow } from '#api/server-clock';
import { rememberViewer, type Viewer } from '#api/viewer';
import { useFormats } from '#i18n/index';
import { TextAction } from '#ui/control';
import { BoostDemo } from './access-documents.ts';
import { failureText } from './failure-text.ts';

/** Props of `DemoBoostAction`. */
export interface DemoBoostActionProps {
  readonly viewer: Viewer;
}

export function DemoBoostAction({ viewer }: DemoBoostActionProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { message } = App.useApp();
  const now = useServerNow(1_000);
  const leftMs = viewer.demo?.boostedUntil ? Date.parse(viewer.demo.boostedUntil) - now : 0;
  const on = leftMs > 0;
  const toggle = async () => {
    try {
      const { result } = await execute(BoostDemo, { on: !on });
      if (result.__typename === 'Refusal') void message.error(result.message);
      else rememberViewer(result);
    } catch (error) {
      void message.error(failureText(error, t));
    }
  };
  const text = on ? t('access.boostOn', { left: formats.stopwatch(leftMs) }) : t('access.boost');
  return <TextAction text={text} onAction={() => void toggle()} />;
}
