// The words of zh/list.ts in English.
import type { list as source } from '../zh/list.ts';
import type { Translated } from '../translated.ts';

export const list: Translated<typeof source> = {
  title: 'List',
  caption: 'Same figures as the map · {{by}}',
  name: 'Name',
  household: 'Households',
  requests: 'Requests',
  visits: 'Visits',
  open: 'Open',
  overdue: 'Overdue',
  doorsDue: 'Due',
  doorsOverdue: 'Late',
  coverage: 'Met',
  sortBy: 'Sort by {{column}}',
  empty: 'No grids yet',
};
