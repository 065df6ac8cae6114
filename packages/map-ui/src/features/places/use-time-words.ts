// Owns how the time of a place's figures is written: the window of flows, the instant of stocks. Refuses to choose them.
import { useTranslation } from 'react-i18next';
import type { Window } from '#api/gql/graphql';
import { useFormats } from '#i18n/index';

const LAST_SECOND = '23:59:59';

/** Words beside flows and beside stocks. */
export interface TimeWords {
  readonly flows: string;
  readonly stocks: string;
}

/** @param asOf ISO 8601; null is live */
export function useTimeWords(window: Window, asOf: string | null): TimeWords {
  const { t } = useTranslation();
  const formats = useFormats();
  if (asOf === null) return { flows: t(`legend.window${window}`), stocks: t('grid.now') };
  // A day played back is its 24 hours.
  const wholeDay = window === 'H24' && formats.clock(asOf) === LAST_SECOND;
  return { flows: wholeDay ? formats.day(asOf) : t(`legend.window${window}`), stocks: formats.dayTime(asOf) };
}
