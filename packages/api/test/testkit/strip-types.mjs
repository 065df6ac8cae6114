// Owns how worker threads get their .ts sources in tests: stripped by native code, in the thread that loads them.
// Node's own stripper is WebAssembly, run by every such thread: under load V8 has aborted whole test processes in it, about once in
// twenty runs. The built server has no .ts sources and does without.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'rolldown/utils';

if (!isMainThread) registerHooks({ load });

function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const path = fileURLToPath(url);
  const { code, errors } = transformSync(path, readFileSync(path, 'utf8'), { sourcemap: false });
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors.map(({ message }) => message).join('; ')}`);
  return { format: 'module', source: code, shortCircuit: true };
}
