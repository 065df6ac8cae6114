// Owns the norms of a community: grid size, categories of request with their clocks, visit cadence, alarms, working hours.
// Refuses to apply them: clocks and cadence live with requests and visits, which take the version in force as an argument.

/** 急事, 难事, 烦心事. */
export const REQUEST_KINDS = ['URGENT', 'HARD', 'WORRY'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** How often a household is called on: 日访, 周访, 月访. The level only, never a reason. */
export const CARE_LEVELS = ['DAILY', 'WEEKLY', 'MONTHLY'] as const;
export type CareLevel = (typeof CARE_LEVELS)[number];

/** What a request is about. Codes are stored and published: add to them, never rename. */
export const CATEGORY_CODES = [
  'SEWAGE',
  'WATER_LEAK',
  'UTILITIES',
  'LIFT',
  'LIGHTING',
  'SANITATION',
  'NOISE',
  'PARKING',
  'NEIGHBOURS',
  'CARE_HELP',
  'SAFETY',
  'PUBLIC_FACILITY',
  'POLICY_ADVICE',
  'OTHER',
] as const;
export type CategoryCode = (typeof CATEGORY_CODES)[number];

/** A length of time that runs by the calendar, or only during the community's working hours. */
export interface ClockNorm {
  readonly minutes: number;
  readonly time: 'CALENDAR' | 'WORKING';
}

/** The two clocks of a request or a work order: until someone answers, and until the matter is done. */
export interface ClockPair {
  readonly respond: ClockNorm;
  readonly finish: ClockNorm;
}

export interface CategoryNorm extends ClockPair {
  readonly code: CategoryCode;
  readonly zh: string;
  readonly en: string;
  readonly defaultKind: RequestKind;
}

/** One version of a community's norms. A clock keeps the version it started under. */
export interface Norms {
  readonly version: number;
  readonly gridSize: {
    readonly minHouseholds: number;
    readonly targetHouseholds: number;
    readonly maxHouseholds: number;
    readonly maxResidents: number;
  };
  readonly categories: readonly CategoryNorm[];
  /** Replaces the category's clocks where life or property is threatened. */
  readonly threat: ClockPair;
  /** Replaces the category's clocks for a matter found complex. */
  readonly complex: ClockPair;
  /** Clocks of a work order at an organization, from its dispatch. */
  readonly workOrder: ClockPair;
  /** A dispatch that no one took for so long stands in the attention list. */
  readonly dispatchAlarmMinutes: number;
  readonly visitCadenceDays: Readonly<Record<CareLevel, number>>;
  /** The local hour at which a due door that was not met becomes overdue. */
  readonly visitDeadlineHour: number;
  readonly workingWeek: {
    /** ISO weekdays, 1 Monday to 7 Sunday. */
    readonly weekdays: readonly number[];
    /** Minutes after local midnight; the end is outside. */
    readonly hours: readonly { readonly startMinute: number; readonly endMinute: number }[];
  };
}

const calendar = (minutes: number): ClockNorm => ({ minutes, time: 'CALENDAR' });
const working = (minutes: number): ClockNorm => ({ minutes, time: 'WORKING' });
const HOUR = 60;
const DAY = 24 * HOUR;

const AT_ONCE = calendar(15);
const GENERAL: ClockPair = { respond: working(2 * HOUR), finish: calendar(7 * DAY) };
const COMPLEX: ClockPair = { respond: working(4 * HOUR), finish: calendar(15 * DAY) };
const PROPERTY: ClockPair = { respond: AT_ONCE, finish: calendar(24 * HOUR) };
const THREAT: ClockPair = { respond: AT_ONCE, finish: calendar(2 * HOUR) };

/**
 * The defaults that a new community starts with. Sources: the norms of domain.md; the time to answer a general (2 working
 * hours) or complex matter (4 working hours) stands in no source and is a proposal that a community may change.
 */
export const DEFAULT_NORMS: Norms = {
  version: 1,
  gridSize: { minHouseholds: 300, targetHouseholds: 350, maxHouseholds: 500, maxResidents: 2_500 },
  categories: [
    {
      code: 'SEWAGE',
      zh: '排水返污',
      en: 'Sewage and drains',
      defaultKind: 'URGENT',
      respond: AT_ONCE,
      finish: working(4 * HOUR),
    },
    { code: 'WATER_LEAK', zh: '漏水渗水', en: 'Water leak', defaultKind: 'URGENT', ...PROPERTY },
    { code: 'UTILITIES', zh: '水电气暖', en: 'Water, power, gas, heat', defaultKind: 'URGENT', ...PROPERTY },
    { code: 'LIFT', zh: '电梯', en: 'Lift', defaultKind: 'URGENT', ...PROPERTY },
    { code: 'LIGHTING', zh: '楼道照明', en: 'Lighting', defaultKind: 'WORRY', ...GENERAL },
    { code: 'SANITATION', zh: '环境卫生', en: 'Cleanliness', defaultKind: 'WORRY', ...GENERAL },
    { code: 'NOISE', zh: '噪音', en: 'Noise', defaultKind: 'WORRY', ...GENERAL },
    { code: 'PARKING', zh: '停车', en: 'Parking', defaultKind: 'WORRY', ...GENERAL },
    { code: 'NEIGHBOURS', zh: '邻里纠纷', en: 'Dispute between neighbours', defaultKind: 'HARD', ...COMPLEX },
    { code: 'CARE_HELP', zh: '助老帮扶', en: 'Care and help', defaultKind: 'HARD', ...GENERAL },
    { code: 'SAFETY', zh: '消防安全', en: 'Fire and safety', defaultKind: 'URGENT', ...THREAT },
    { code: 'PUBLIC_FACILITY', zh: '公共设施', en: 'Shared facilities', defaultKind: 'WORRY', ...GENERAL },
    { code: 'POLICY_ADVICE', zh: '政策咨询', en: 'Advice on policies', defaultKind: 'WORRY', ...GENERAL },
    { code: 'OTHER', zh: '其他', en: 'Other', defaultKind: 'WORRY', ...GENERAL },
  ],
  threat: THREAT,
  complex: COMPLEX,
  workOrder: PROPERTY,
  dispatchAlarmMinutes: 15,
  visitCadenceDays: { DAILY: 1, WEEKLY: 7, MONTHLY: 30 },
  visitDeadlineHour: 20,
  workingWeek: { weekdays: [1, 2, 3, 4, 5], hours: [{ startMinute: 8 * HOUR + 30, endMinute: 18 * HOUR }] },
};

/** The norm of a category in these norms. @throws RangeError where the version does not know the code. */
export function categoryNorm(norms: Norms, code: CategoryCode): CategoryNorm {
  const found = norms.categories.find((category) => category.code === code);
  if (!found) throw new RangeError(`norms version ${norms.version} know no category ${code}`);
  return found;
}
