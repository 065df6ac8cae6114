// Owns the solver's WebAssembly: fetched and compiled once a page, since every search starts a worker of its own.
import solverUrl from 'highs/runtime?url';

let compiled: Promise<WebAssembly.Module | null> | null = null;

/** The compiled solver; null where it cannot be had (offline, an old browser): plans are found then, but hardly proved. */
export function compiledSolver(): Promise<WebAssembly.Module | null> {
  compiled ??= WebAssembly.compileStreaming(fetch(solverUrl)).catch(() => {
    // Another try at the next search.
    compiled = null;
    return null;
  });
  return compiled;
}
