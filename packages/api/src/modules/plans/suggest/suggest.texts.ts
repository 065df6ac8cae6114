// Words for why no plan keeps all rules, and what it would take, in both languages.
import { fill, type Language, type Text, type TextParams } from '@qinghe/schema';

const WORDS = {
  households_lower: { zh: '每个网格至少 {value} 户', en: 'Every grid has at least {value} households' },
  households_upper: { zh: '每个网格至多 {value} 户', en: 'Every grid has at most {value} households' },
  residents_lower: { zh: '每个网格至少 {value} 人', en: 'Every grid has at least {value} residents' },
  residents_upper: { zh: '每个网格至多 {value} 人', en: 'Every grid has at most {value} residents' },
  contiguity: { zh: '每个网格连成一片', en: 'Every grid is in one piece' },
  gridCount: { zh: '恰好 {value} 个网格', en: 'Exactly {value} grids' },
  UNIT: { zh: '{names} 留在 {grid}', en: '{names} stays in {grid}' },
  WORKER: { zh: '{names} 仍由 {grid} 的网格员负责', en: '{names} keeps the worker of {grid}' },
  TOGETHER: { zh: '{names} 在同一网格', en: '{names} share one grid' },
  GRID: { zh: '{grid} 保持不变', en: '{grid} keeps exactly its units' },
  whole: { zh: '{building} 不拆分', en: '{building} is not split' },
  free: { zh: '解除“{rule}”', en: 'Let go of: {rule}' },
  split: { zh: '允许拆分 {building}', en: 'Allow splitting {building}' },
  ease: { zh: '改为“{rule}”', en: 'Change to: {rule}' },
  and: { zh: '{one};{other}', en: '{one}; {other}' },
} as const satisfies Record<string, Text>;

export type SuggestWord = keyof typeof WORDS;

export function say(word: SuggestWord, language: Language, params: TextParams = {}): string {
  return fill(WORDS[word], language, params);
}
