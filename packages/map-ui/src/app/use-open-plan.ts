// Owns opening and closing the plan that the address names. Refuses drawing.
import { useEffect, useState } from 'react';
import { openPlanSession } from '#plan/open-plan';

/** How far opening went. */
export type PlanOpening =
  | { readonly state: 'opening' }
  | { readonly state: 'open' }
  | { readonly state: 'failed'; readonly message: string; readonly retry: () => void };

/** Opens a plan while it is named and the page stands; key the component by the plan. */
export function useOpenPlan(community: string, plan: string, username: string): PlanOpening {
  const [opening, setOpening] = useState<PlanOpening>({ state: 'opening' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    let close = () => undefined as void;
    openPlanSession(community, plan, username, abort.signal).then(
      (session) => {
        if (abort.signal.aborted) return session.close();
        close = session.close;
        setOpening({ state: 'open' });
      },
      (failure: unknown) => {
        if (abort.signal.aborted) return;
        const message = failure instanceof Error ? failure.message : '';
        const retry = () => {
          setOpening({ state: 'opening' });
          setAttempt((before) => before + 1);
        };
        setOpening({ state: 'failed', message, retry });
      },
    );
    return () => {
      abort.abort();
      close();
    };
  }, [community, plan, username, attempt]);
  return opening;
}
