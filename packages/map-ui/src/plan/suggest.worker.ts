// Owns the thread that searches plans: one task, then it ends. Cancelling is ending the thread, so nothing here listens for it.
import { suggestPlans, whyNot } from '@qinghe/rebalance';
import loadHighs from 'highs';
import type { SuggestReport, SuggestTask } from './suggestion.types.ts';

const REPORT_EVERY_MS = 60;

const report = (message: SuggestReport) => postMessage(message);

async function search({ question, seed, solver: wasmModule }: SuggestTask): Promise<void> {
  const solver = wasmModule ? await loadHighs({ wasmModule }) : null;
  const options = { seed, ...(solver ? { solver } : {}) };
  let told = 0;
  const { plans } = suggestPlans(question, {
    ...options,
    onPlan: (plan) => report({ kind: 'plan', plan }),
    onProgress: ({ done, steps }) => {
      const now = performance.now();
      if (now - told > REPORT_EVERY_MS) report({ kind: 'progress', share: Math.min(1, done / steps) });
      if (now - told > REPORT_EVERY_MS) told = now;
      return true;
    },
  });
  if (plans.length > 0) return report({ kind: 'found', plans });
  report({ kind: 'explaining' });
  report({ kind: 'none', whyNot: whyNot(question, options) });
}

addEventListener('message', ({ data }: MessageEvent<SuggestTask>) => {
  search(data).catch((error: unknown) =>
    report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
