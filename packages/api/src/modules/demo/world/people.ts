// Owns the invented staff and organizations of the demo, with their demo logins.
// Refuses real people: no name here belongs to a known official, resident or firm.
import { inventedPhone } from './name-pools.ts';
import type { EntranceKey } from './world-types.ts';

/** Role words of the domain. */
export type WorldRole =
  | 'SECRETARY'
  | 'GRID_WORKER'
  | 'BRANCH_SECRETARY'
  | 'PLANNER'
  | 'STREET_REVIEWER'
  | 'DISTRICT_REVIEWER'
  | 'PROPERTY_MANAGER'
  | 'PROPERTY_CREW'
  | 'ADMINISTRATOR';

export interface WorldOrganization {
  readonly code: string;
  readonly name: string;
  readonly kind: 'PROPERTY' | 'SOCIAL';
}

export interface WorldPerson {
  /** Key of the person, and the demo login where there is one: name in lower case, password equal to it. */
  readonly username: string;
  readonly name: string;
  readonly role: WorldRole;
  readonly phone: string;
  /** Grid 1..15, for grid workers and branch secretaries. */
  readonly grid: number | null;
  readonly organization: string | null;
  /** Crew have no login: they are named on a work order only. */
  readonly hasLogin: boolean;
}

/** A person who answers for a place, for a time; the most specific one in force wins. */
export interface WorldTemporaryDuty {
  readonly username: string;
  readonly building: number | null;
  readonly entrance: EntranceKey | null;
  /** Days before the demo's first day at which it began, and how long it lasts. */
  readonly startedDaysAgo: number;
  readonly lastsDays: number;
}

export const PROPERTY_FIRM: WorldOrganization = { code: 'anju', name: '安居物业', kind: 'PROPERTY' };
export const ORGANIZATIONS: readonly WorldOrganization[] = [
  PROPERTY_FIRM,
  { code: 'linli', name: '邻里同心社会工作服务社', kind: 'SOCIAL' },
];

const WORKERS = [
  '方晓岚',
  '许嘉禾',
  '罗一鸣',
  '沈芸',
  '顾怀安',
  '江若溪',
  '周岚',
  '程远',
  '叶知秋',
  '段晓川',
  '苏念',
  '唐亦凡',
  '韩秋水',
  '魏冬青',
  '宋佳',
];
const BRANCH_SECRETARIES = [
  '白景行',
  '汤慕云',
  '孟书简',
  '龚砚秋',
  '邱望舒',
  '史明澈',
  '陆青山',
  '夏知行',
  '石漱玉',
  '尹长风',
  '钟毓',
  '薛采薇',
  '姜云舒',
  '范思齐',
  '邓立',
];
const CREW = ['牛大勇', '丁磊石', '侯三顺', '万里程', '莫问渠', '严小松'];

let staffCount = 0;
function person(
  username: string,
  name: string,
  role: WorldRole,
  grid: number | null = null,
  organization: string | null = null,
): WorldPerson {
  staffCount += 1;
  return {
    username,
    name,
    role,
    phone: inventedPhone('STAFF', staffCount),
    grid,
    organization,
    hasLogin: role !== 'PROPERTY_CREW',
  };
}

/** Everyone who works in the demo, in a fixed order. 44 people, 38 logins. */
export const PEOPLE: readonly WorldPerson[] = [
  person('secretary', '何敏', 'SECRETARY'),
  person('planner', '吴珩', 'PLANNER'),
  person('planner2', '林之遥', 'PLANNER'),
  person('street', '曹景明', 'STREET_REVIEWER'),
  person('district', '郑怀瑾', 'DISTRICT_REVIEWER'),
  person('administrator', '高屹', 'ADMINISTRATOR'),
  person('property', '贾安澜', 'PROPERTY_MANAGER', null, PROPERTY_FIRM.code),
  ...CREW.map((name, i) => person(`crew${i + 1}`, name, 'PROPERTY_CREW', null, PROPERTY_FIRM.code)),
  ...WORKERS.map((name, i) => person(`worker${i + 1}`, name, 'GRID_WORKER', i + 1)),
  ...BRANCH_SECRETARIES.map((name, i) => person(`branch${i + 1}`, name, 'BRANCH_SECRETARY', i + 1)),
  person('temporary', '谭映', 'GRID_WORKER'),
];

/** 谭映 is temporary worker of building 13 (system S15); the rest of its grids never changes hands. */
export const TEMPORARY_DUTY: WorldTemporaryDuty = {
  username: 'temporary',
  building: 13,
  entrance: null,
  startedDaysAgo: 12,
  lastsDays: 60,
};
