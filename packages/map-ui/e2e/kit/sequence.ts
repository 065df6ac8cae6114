// Owns the order of the journeys: the secretary's story first, while the demo's clock stands before 18:00; the planner's last, for
// it moves the clock past midnight; the rest by name, so that a failure repeats.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const FIRST = 'demo-1.e2e.ts';
const LAST = 'demo-2.e2e.ts';

export class JourneySequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith(FIRST) ? '' : moduleId.endsWith(LAST) ? '~' : moduleId;
    return files.toSorted((a, b) => rank(a).localeCompare(rank(b)));
  }
}
