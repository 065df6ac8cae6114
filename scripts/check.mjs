// Owns `pnpm check`, what a developer runs before a commit: the quick part of `npm test`.
// Refuses anything that needs a database or a browser.
import { runMain } from './lib/progress.mjs';
import { main } from './test.mjs';

await runMain(() => main(['--only', 'format,codegen,lint,types,dead-code,unit']));
