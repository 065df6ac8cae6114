// Owns how a category of the norms is shown: its name in the viewer's language and its two clocks in minutes.
// Refuses unknown codes: norms only ever gain categories.
import type { Language } from '@qinghe/schema';
import type { CategoryNorm, Norms } from '#modules/geography';

export interface CategoryView {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly respondMinutes: number | null;
  readonly finishMinutes: number;
  /** Whether the finish clock runs in working time. */
  readonly workingTime: boolean;
}

export function categoryView(norm: CategoryNorm, language: Language): CategoryView {
  return {
    code: norm.code, name: language === 'EN' ? norm.en : norm.zh, kind: norm.defaultKind,
    respondMinutes: norm.respond.minutes, finishMinutes: norm.finish.minutes, workingTime: norm.finish.time === 'WORKING',
  };
}

/** The norm of a stored code. @throws RangeError where the norms do not know it */
export function normOf(norms: Norms, code: string): CategoryNorm {
  const found = norms.categories.find((each) => each.code === code);
  if (!found) throw new RangeError(`norms version ${norms.version} know no category ${code}`);
  return found;
}
