// Owns copying the link of the view with its instant: whoever opens it sees the same figures, later too. Refuses the
// panel of a form: a link shows, it does not act.
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { live } from '#api/live-store';
import { serverNow } from '#api/server-clock';
import { copyText } from './copy-text.ts';
import { linkTime } from './link-time.ts';
import { getView, viewHref } from '#view/view-state';

/** Panels that only show. */
const SHOWING = new Set(['attention', 'list', 'grid', 'building', 'explain', 'request']);

/** Copies the link; says so, or shows it where the browser does not allow copying. */
export function useShareLink(): () => Promise<void> {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  return async () => {
    const { time, panel } = getView();
    const { asOf } = live.store.getState();
    const shared = linkTime(time, asOf === null ? serverNow() : Date.parse(asOf));
    const link = `${location.origin}${viewHref({ time: shared, panel: SHOWING.has(panel) ? panel : 'attention' })}`;
    if (await copyText(link)) void message.success(t('time.linkCopied'));
    else void modal.info({ title: t('time.linkShown'), content: link });
  };
}
