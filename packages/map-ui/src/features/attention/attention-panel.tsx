// Owns 需要处理: what waits, most pressing first as the server orders it; asked again when something happens and every
// 15 s. While the page shows the past, what waited then. Refuses to act: it leads to where one acts.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { refresh, useData } from '#api/client';
import { subscribeFrames, useStale } from '#api/live-store';
import { can, type Viewer } from '#api/viewer';
import { useFormats } from '#i18n/index';
import { AttentionRow } from '#ui/attention';
import { SectionHeading } from '#ui/page';
import { EmptyState, ErrorState, RowsSkeleton } from '#ui/state';
import { setHovered } from '#view/hovered';
import { flyTo } from '#view/map-port';
import { useShownInstant, useShownNow } from '#view/shown-instant';
import { setView, useView } from '#view/view-state';
import { AttentionList } from './attention-documents.ts';
import {
  type AttentionItem,
  iconOf,
  isOver,
  leftMs,
  nextStep,
  placeOf,
  remainingShare,
  selectionOf,
} from './attention-rows.ts';

const REPEAT_MS = 15_000;
/** Rows a hall sees: nobody scrolls there. */
const ROWS_ON_SCREEN = 6;

/** Props of `AttentionPanel`. */
export interface AttentionPanelProps {
  readonly community: { readonly code: string };
  readonly viewer: Viewer;
}

export function AttentionPanel({ community, viewer }: AttentionPanelProps) {
  const { t } = useTranslation();
  const { live, asOf } = useShownInstant();
  const stale = useStale() && live;
  const { data, error, refetch } = useAttention(community.code, live, asOf);
  const items = data?.attention.items;
  return (
    <section aria-label={t('attention.title')} data-testid="attention">
      <SectionHeading
        title={t(live ? 'attention.title' : 'attention.titleThen')}
        detail={items?.length}
        end={<Order asOf={asOf} screen={viewer.screen} />}
        stale={stale}
      />
      {items ? <Rows items={items} viewer={viewer} stale={stale} asOf={asOf} /> : null}
      {error && !items ? (
        <ErrorState
          failed={error.message || t('attention.failed')}
          safe={t('attention.failedSafe')}
          next={t('attention.failedNext')}
          onRetry={() => void refetch()}
        />
      ) : null}
      {(items ?? error) ? null : <RowsSkeleton rows={6} />}
    </section>
  );
}

/** The list of now, kept up to date; or of an instant of the past, which never changes. */
function useAttention(community: string, live: boolean, asOf: string | null) {
  useRefreshOnEvents(live);
  const options = live ? { refetchMs: REPEAT_MS, keepPrevious: true } : { enabled: asOf !== null, staleMs: Infinity };
  return useData(AttentionList, { community, asOf }, options);
}

/** By what the list is ordered; of the past, when it stood so. */
function Order({ asOf, screen }: { readonly asOf: string | null; readonly screen: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (asOf !== null) return <>{t('time.figuresOf', { at: formats.dayTime(asOf) })}</>;
  return screen ? null : <>{t('attention.byDeadline')}</>;
}

/** At most once a second: a burst of visits is one reason to ask, not fifty. */
function useRefreshOnEvents(live: boolean): void {
  useEffect(() => {
    if (!live) return undefined;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const end = subscribeFrames(({ fresh }) => {
      if (timer !== null || fresh.length === 0) return;
      timer = setTimeout(() => {
        timer = null;
        void refresh(AttentionList);
      }, 300);
    });
    return () => {
      end();
      if (timer !== null) clearTimeout(timer);
    };
  }, [live]);
}

interface RowsProps {
  readonly items: readonly AttentionItem[];
  readonly viewer: Viewer;
  readonly stale: boolean;
  /** Null is live. */
  readonly asOf: string | null;
}

function Rows({ items, viewer, stale, asOf }: RowsProps) {
  const { t } = useTranslation();
  const now = useShownNow(asOf);
  if (items.length === 0 && asOf !== null) return <EmptyState title={t('attention.emptyThen')} />;
  if (items.length === 0) {
    const action = { text: t('requests.register'), onAction: () => setView({ panel: 'new-request', select: null }) };
    return (
      <EmptyState
        title={t('attention.empty')}
        detail={t('attention.allQuiet')}
        {...(can(viewer, 'create-request') ? { action } : {})}
      />
    );
  }
  const shown = viewer.screen ? items.slice(0, ROWS_ON_SCREEN) : items;
  return (
    <ul className="qh-attention-list">
      {shown.map((item) => (
        <Row key={item.id} item={item} now={now} past={asOf !== null} screen={viewer.screen} stale={stale} />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly item: AttentionItem;
  readonly now: number;
  /** What waited then is looked at, not acted on. */
  readonly past: boolean;
  readonly screen: boolean;
  readonly stale: boolean;
}

function Row({ item, now, past, screen, stale }: RowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const selected = useView(({ select }) => select !== null && select.id === selectionOf(item)?.id);
  const left = leftMs(item, now);
  const over = isOver(item, now);
  const open = () => {
    const place = placeOf(item);
    if (place) flyTo(place);
    setView({ select: selectionOf(item) }, { replace: true });
  };
  const act = () => {
    const place = placeOf(item);
    if (place) flyTo(place);
    setView(nextStep(item));
  };
  return (
    <AttentionRow
      icon={over && iconOf(item) === 'running' ? 'overdue' : iconOf(item)}
      remainingShare={remainingShare(item, now)}
      overdue={over}
      title={item.title}
      subtitle={item.detail}
      timeLabel={left === null || item.kind === 'CORNER' ? '' : t(`attention.time${item.kind}`)}
      time={left === null ? '' : formats.duration(left)}
      selected={selected}
      screen={screen}
      stale={stale}
      action={{ text: t(`attention.action${past ? 'OPEN' : actionOf(item)}`), onAction: act }}
      onOpen={open}
      onHover={(hovered) => setHovered(hovered && item.grid ? { kind: 'grid', mapId: item.grid.mapId } : null)}
    />
  );
}

const ACTIONS = ['REMIND', 'REDISPATCH', 'DISPATCH', 'OPEN', 'OPEN_FLOORS', 'PLAN_VISITS'] as const;

/** An action this page does not know opens the item. */
function actionOf({ action }: AttentionItem): (typeof ACTIONS)[number] {
  return ACTIONS.find((known) => known === action) ?? 'OPEN';
}
