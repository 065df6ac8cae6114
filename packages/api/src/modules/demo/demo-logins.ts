// Owns the buttons of the demo's sign-in page: every login with its title in the viewer's language.
// Refuses names: a button says what the person is.
import type { Language } from '@qinghe/schema';
import { gridLabel } from '#modules/geography';
import { PEOPLE, type WorldPerson, type WorldRole } from './world/people.ts';

export interface DemoLoginView {
  readonly username: string;
  readonly role: string;
  readonly title: string;
}

type LoginRole = Exclude<WorldRole, 'PROPERTY_CREW'>;

const TITLES: Readonly<Record<LoginRole, Readonly<Record<Language, string>>>> = {
  SECRETARY: { ZH: '社区书记', EN: 'Community secretary' },
  GRID_WORKER: { ZH: '网格员', EN: 'Grid worker' },
  BRANCH_SECRETARY: { ZH: '网格党支部书记', EN: 'Branch secretary' },
  PLANNER: { ZH: '网格规划员', EN: 'Planner' },
  STREET_REVIEWER: { ZH: '街道审核', EN: 'Street reviewer' },
  DISTRICT_REVIEWER: { ZH: '区级审核', EN: 'District reviewer' },
  PROPERTY_MANAGER: { ZH: '物业经理', EN: 'Property manager' },
  ADMINISTRATOR: { ZH: '管理员', EN: 'Administrator' },
};

export function demoLogins(language: Language): DemoLoginView[] {
  return PEOPLE.flatMap((person) => {
    const { username, role, hasLogin } = person;
    if (!hasLogin || role === 'PROPERTY_CREW') return [];
    return [{ username, role, title: titleOf(person, TITLES[role][language], language) }];
  });
}

/** Several of a kind are told apart by grid or number. */
function titleOf({ username, grid }: WorldPerson, title: string, language: Language): string {
  if (grid !== null) return language === 'EN' ? `${title}, grid ${gridLabel(grid)}` : `${gridLabel(grid)}网格${title}`;
  if (username === 'temporary') return language === 'EN' ? 'Temporary grid worker, building 13' : '13栋临时网格员';
  const number = /\d+$/.exec(username)?.[0];
  return number ? `${title} ${number}` : title;
}
