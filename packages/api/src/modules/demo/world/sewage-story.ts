// Owns the sewage story (system S07): a call from building 9 on a rainy evening, answered the same night, as data.
// Refuses to act: the player sends each step through the public mutations, signed in as the step's actor.
import type { CourseAction } from './happening-types.ts';
import type { RequestCategory, RequestKindWord } from './request-table.ts';
import type { EntranceKey } from './world-types.ts';

interface StoryStep {
  /** Minutes after the call. */
  readonly offsetMinutes: number;
  /** Username of the demo login that acts. */
  readonly actor: string;
  readonly note: string;
}

export interface StoryCall extends StoryStep {
  readonly action: 'CREATE';
  readonly entrance: EntranceKey;
  readonly door: number;
  readonly category: RequestCategory;
  readonly kind: RequestKindWord;
  readonly text: string;
}

export interface StoryMove extends StoryStep {
  readonly action: CourseAction;
  /** Organization code, with DISPATCH. */
  readonly organization?: string;
  /** Usernames of the two workers, with ARRIVE. */
  readonly crew?: readonly string[];
  /** Photo to take along, invented and drawn, never of a home. */
  readonly photo?: 'BEFORE' | 'AFTER';
  readonly outcome?: 'FULL';
  /** The resident said so on the phone. */
  readonly residentsWord?: true;
}

/** Local time of the call; the demo clock starts three minutes before. */
export const STORY_CALL_AT = '2026-07-07T18:01:00+08:00';

export const SEWAGE_CALL: StoryCall = {
  offsetMinutes: 0,
  action: 'CREATE',
  actor: 'worker7',
  entrance: '9-2',
  door: 603,
  category: 'SEWAGE',
  kind: 'URGENT',
  text: '隔壁污水返到我家厨房来了,能不能请人来看看?',
  note: '居民来电,下雨,水还在往外冒',
};

/** What follows the call, in order: the responsible worker is off duty and still answers; a crew of two comes in the rain. */
export const SEWAGE_MOVES: readonly StoryMove[] = [
  {
    offsetMinutes: 2,
    action: 'DISPATCH',
    actor: 'worker7',
    organization: 'anju',
    note: '已下班,电话联系物业,请尽快上门',
  },
  { offsetMinutes: 6, action: 'TAKE', actor: 'property', note: '接单,安排两人' },
  {
    offsetMinutes: 31,
    action: 'ARRIVE',
    actor: 'property',
    crew: ['crew1', 'crew2'],
    photo: 'BEFORE',
    note: '两人冒雨到场',
  },
  { offsetMinutes: 96, action: 'FINISH', actor: 'property', photo: 'AFTER', note: '主管堵塞,已疏通,厨房不再返水' },
  {
    offsetMinutes: 112,
    action: 'CLOSE',
    actor: 'worker7',
    outcome: 'FULL',
    residentsWord: true,
    note: '已电话回访,居民说水退了',
  },
];
