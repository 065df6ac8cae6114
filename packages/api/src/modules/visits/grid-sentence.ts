// Owns the one generated sentence of a grid, in zh and en: visits due and made, requests and their state.
// Refuses to count: the figures are given. No names, doors or levels ever stand in it.

import { gridLabel } from '#modules/geography';

/** The figures of one grid over one day or window. Requests of which `inHand` are open and `overdue` of those late. */
export interface GridFigures {
  readonly gridNumber: number;
  readonly doorsDue: number;
  /** Of the due doors. */
  readonly doorsMet: number;
  /** Of the due doors, not met and past the deadline. */
  readonly doorsOverdue: number;
  readonly requests: number;
  readonly requestsOpen: number;
  /** Of the open requests. */
  readonly requestsOverdue: number;
}

/**
 * The sentence of a grid: `15网格:应访42,已访40,2户超期;诉求3,均已办结`.
 * @throws RangeError when a figure is negative or fractional, or a part exceeds its whole: a wrong sentence is worse than none.
 */
export function gridSentence(figures: GridFigures, language: 'zh' | 'en'): string {
  check(figures);
  const grid = gridLabel(figures.gridNumber);
  return language === 'zh'
    ? `${grid}网格:${visitsZh(figures)};${requestsZh(figures)}`
    : `Grid ${grid}: ${visitsEn(figures)}; ${requestsEn(figures)}`;
}

function visitsZh({ doorsDue, doorsMet, doorsOverdue }: GridFigures): string {
  if (doorsDue === 0) return '无应访户';
  if (doorsMet === doorsDue) return `应访${doorsDue},均已访`;
  return `应访${doorsDue},已访${doorsMet},${doorsOverdue > 0 ? `${doorsOverdue}户超期` : '无超期'}`;
}

function requestsZh({ requests, requestsOpen, requestsOverdue }: GridFigures): string {
  if (requests === 0) return '无诉求';
  if (requestsOpen === 0) return `诉求${requests},均已办结`;
  const late = requestsOverdue > 0 ? `,${requestsOverdue}件超时` : '';
  const state = requestsOpen === requests ? '均在办' : `已办结${requests - requestsOpen},在办${requestsOpen}`;
  return `诉求${requests},${state}${late}`;
}

function visitsEn({ doorsDue, doorsMet, doorsOverdue }: GridFigures): string {
  if (doorsDue === 0) return 'no doors due';
  const due = `${doorsDue} ${doorsDue === 1 ? 'door' : 'doors'} due`;
  if (doorsMet === doorsDue) return `${due}, all met`;
  return `${due}, ${doorsMet} met, ${doorsOverdue > 0 ? doorsOverdue : 'none'} overdue`;
}

function requestsEn({ requests, requestsOpen, requestsOverdue }: GridFigures): string {
  if (requests === 0) return 'no requests';
  const all = `${requests} ${requests === 1 ? 'request' : 'requests'}`;
  if (requestsOpen === 0) return `${all}, ${requests === 1 ? 'closed' : 'all closed'}`;
  const late = requestsOverdue > 0 ? `, ${requestsOverdue} overdue` : '';
  return `${all}, ${requests - requestsOpen} closed, ${requestsOpen} open${late}`;
}

function check(figures: GridFigures): void {
  const { doorsDue, doorsMet, doorsOverdue, requests, requestsOpen, requestsOverdue } = figures;
  const whole = Object.values(figures).every((figure: number) => Number.isInteger(figure) && figure >= 0);
  const fits = doorsMet + doorsOverdue <= doorsDue && requestsOpen <= requests && requestsOverdue <= requestsOpen;
  if (!whole || !fits) throw new RangeError(`figures of grid ${figures.gridNumber} contradict each other`);
}
