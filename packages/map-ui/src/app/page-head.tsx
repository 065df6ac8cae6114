// Owns the header: the community, what is invented, the day, the ways to other views, who looks.
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import { useCommunityName } from '#api/community-name';
import { useServerNow } from '#api/server-clock';
import { can, type Viewer } from '#api/viewer';
import { AccountMenu, DemoBoostAction, ScreenModeAction, useScreenMode } from '#features/access';
import { useFormats } from '#i18n/index';
import { Chip, PageHeader } from '#ui/page';
import { TextAction } from '#ui/control';
import { showsPast } from '#view/shown-instant';
import { setView, useView } from '#view/view-state';
import { UnsentChip } from './unsent-chip.tsx';
import type { PageSize } from './use-size.ts';
import { type HeaderLink, useLinks } from './links.ts';

/** Props of `PageHead`. */
export interface PageHeadProps {
  readonly community: Community;
  readonly viewer: Viewer;
  readonly size: PageSize;
  /** In place of the links, which go to the viewer's menu: a page with tools of its own has no room for both. */
  readonly tools?: ReactNode;
}

export function PageHead({ community, viewer, size, tools }: PageHeadProps) {
  const { t } = useTranslation();
  const name = useCommunityName(community);
  const clockMoved = viewer.demo?.clockMoved === true;
  return (
    <PageHeader
      communityName={name}
      productName={t(size === 'phone' ? 'common.productShort' : 'common.productName')}
      chips={
        <>
          {viewer.screen || viewer.username == null ? null : (
            <UnsentChip community={community.code} username={viewer.username} />
          )}
          {community.synthetic ? <Chip>{t('common.syntheticChip')}</Chip> : null}
          {clockMoved && size !== 'phone' && !viewer.screen ? <Chip>{t('common.demoClockChip')}</Chip> : null}
          {size === 'phone' ? <PhoneMenu viewer={viewer} /> : null}
        </>
      }
    >
      {size === 'phone' ? null : <Wide {...{ community, viewer, size, tools }} />}
    </PageHeader>
  );
}

function Wide({ community, viewer, size, tools }: PageHeadProps) {
  const links = useLinks(viewer);
  if (viewer.screen) {
    return (
      <>
        <Day long={false} />
        <ScreenModeAction viewer={viewer} />
      </>
    );
  }
  if (tools !== undefined) {
    return (
      <>
        {tools}
        <AccountMenu viewer={viewer} more={links} />
      </>
    );
  }
  return (
    <>
      <CommunitySwitcher viewer={viewer} />
      <Day long={size === 'wide'} mode={size === 'wide' ? community.mode : undefined} />
      {can(viewer, 'run-demo') && viewer.demo ? <DemoBoostAction viewer={viewer} /> : null}
      {links
        .filter((link) => !inMenu(link, size))
        .map(({ key, text, onAction }) => (
          <TextAction key={key} text={text} onAction={onAction} />
        ))}
      <ScreenModeAction viewer={viewer} />
      <AccountMenu viewer={viewer} more={links.filter((link) => inMenu(link, size))} />
    </>
  );
}

const SELDOM: ReadonlySet<string> = new Set(['link', 'print', 'handovers']);

/** A narrow header has no room for what is rarely wanted, least of all in English. */
function inMenu(link: HeaderLink, size: PageSize): boolean {
  return link.inMenu === true || (size !== 'wide' && SELDOM.has(link.key));
}

function PhoneMenu({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useTranslation();
  const links = useLinks(viewer);
  const setScreen = useScreenMode(viewer);
  const screenLink = {
    key: 'screen',
    text: viewer.screen ? t('access.leaveScreen') : t('access.screenMode'),
    onAction: () => void setScreen(!viewer.screen),
  };
  return <AccountMenu viewer={viewer} more={[...links, screenLink]} />;
}

function Day({ long, mode }: { readonly long: boolean; readonly mode?: string | undefined }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useServerNow(30_000);
  const past = useView(showsPast);
  const emergency = mode?.toUpperCase().includes('EMERGENCY') === true;
  // The band names the day of the past: another one beside it would be read for it.
  if (past) return null;
  return (
    <span>
      {long ? formats.fullDay(now) : formats.day(now)}
      {mode === undefined ? null : ` · ${t(emergency ? 'common.modeEMERGENCY' : 'common.modePEACE')}`}
    </span>
  );
}

function CommunitySwitcher({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useTranslation();
  const code = useView((view) => view.community);
  const options = [...new Map(viewer.memberships.map(({ community, communityName }) => [community, communityName]))];
  if (options.length < 2) return null;
  return (
    <Select
      size="small"
      variant="borderless"
      aria-label={t('common.switchCommunity')}
      value={code}
      popupMatchSelectWidth={false}
      options={options.map(([value, label]) => ({ value, label }))}
      onChange={(community) => setView({ community, select: null, panel: 'attention' })}
    />
  );
}
