// Owns the page of administration: what this viewer may do of it. Refuses the rest.
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import { can, type Viewer } from '#api/viewer';
import { TextAction } from '#ui/control';
import { setView } from '#view/view-state';
import { AccountForm } from './account-form.tsx';
import './admin.css';
import { ContactReadList } from './contact-read-list.tsx';
import { ResetForm } from './reset-form.tsx';

/** Props of `AdminPanel`. */
export interface AdminPanelProps {
  readonly community: Community;
  readonly viewer: Viewer;
}

export function AdminPanel({ community, viewer }: AdminPanelProps) {
  const { t } = useTranslation();
  const administers = can(viewer, 'administer');
  return (
    <div className="qh-admin">
      <TextAction text={`‹ ${t('admin.backToMap')}`} onAction={() => setView({ panel: 'attention' })} />
      {administers ? <AccountForm community={community} /> : null}
      {administers ? <ResetForm /> : null}
      {can(viewer, 'read-audit') ? <ContactReadList community={community.code} /> : null}
    </div>
  );
}
