// Owns the ways from the header to other views.
import { useTranslation } from 'react-i18next';
import { can, type Viewer } from '#api/viewer';
import { useShareLink } from '#features/share';
import { setView } from '#view/view-state';
import { PANELS } from './panels.tsx';

/** A word of the header that opens something. */
export interface HeaderLink {
  readonly key: string;
  readonly text: string;
  readonly onAction: () => void;
  /** Seldom used: in the viewer's menu, on a phone as all others. */
  readonly inMenu?: true;
}

/** Links this viewer can use; a panel that is not built has none. */
export function useLinks(viewer: Viewer): HeaderLink[] {
  const { t } = useTranslation();
  const shareLink = useShareLink();
  const links: (HeaderLink & { readonly panel?: string; readonly shown: boolean })[] = [
    {
      key: 'new',
      panel: 'new-request',
      text: t('common.register'),
      shown: can(viewer, 'create-request'),
      onAction: () => setView({ panel: 'new-request' }),
    },
    { key: 'list', panel: 'list', text: t('common.list'), shown: true, onAction: () => setView({ panel: 'list' }) },
    {
      key: 'plans',
      panel: 'plans',
      text: t('planDecide.link'),
      shown: can(viewer, 'read-plans'),
      onAction: () => setView({ panel: 'plans', plan: null }),
    },
    {
      key: 'handovers',
      panel: 'handovers',
      text: t('planDecide.handovers'),
      shown: can(viewer, 'accept-handovers'),
      onAction: () => setView({ panel: 'handovers', plan: null }),
    },
    { key: 'playback', text: t('time.playLastDays'), shown: true, onAction: () => setView({ panel: 'playback' }) },
    {
      key: 'print',
      panel: 'print',
      text: t('common.printSheet'),
      shown: true,
      onAction: () => setView({ panel: 'print' }),
    },
    { key: 'link', text: t('time.copyLink'), shown: true, onAction: () => void shareLink() },
    {
      key: 'import',
      inMenu: true,
      panel: 'import',
      text: t('common.importData'),
      shown: can(viewer, 'import-data'),
      onAction: () => setView({ panel: 'import' }),
    },
    {
      key: 'admin',
      inMenu: true,
      panel: 'admin',
      text: t('admin.title'),
      shown: can(viewer, 'administer') || can(viewer, 'read-audit'),
      onAction: () => setView({ panel: 'admin' }),
    },
  ];
  return links.filter(({ panel, shown }) => shown && (panel === undefined || panel in PANELS) && !viewer.screen);
}
