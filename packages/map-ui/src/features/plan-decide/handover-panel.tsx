// Owns the page of hand-overs: a worker's own, or for those who plan all of the community.
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import { can, type Viewer } from '#api/viewer';
import { SectionHeading } from '#ui/page';
import { HandoverList } from './handover-list.tsx';

/** Props of `HandoverPanel`. */
export interface HandoverPanelProps {
  readonly community: Community;
  readonly viewer: Viewer;
}

export function HandoverPanel({ community, viewer }: HandoverPanelProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('planDecide.handovers')} data-testid="handovers">
      <SectionHeading title={t('planDecide.handovers')} />
      <HandoverList community={community} mine={!can(viewer, 'read-plans')} />
    </section>
  );
}
