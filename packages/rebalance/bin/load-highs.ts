// Loads the solver, for the command and for tests. Its declarations describe the CommonJS build, where the loader is a property; what is imported is the
// other one, where it is the default itself.
import highs from 'highs';

/** A fresh instance of HiGHS, about 20 ms. */
export const loadHighs = highs as unknown as typeof highs.default;
