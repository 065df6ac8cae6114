// Owns one part of the workbench: a fault in it leaves the others standing.
import type { ReactNode } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';

/** Props of `Part`. */
export interface PartProps {
  readonly name: string;
  /** Hidden parts stay as they are: what one wrote or found there is kept. */
  readonly shown?: boolean;
  readonly children: ReactNode;
}

export function Part({ name, shown = true, children }: PartProps) {
  return (
    <div className={`qh-plan-${name}`} hidden={!shown}>
      <ErrorBoundary resetKey={name}>{children}</ErrorBoundary>
    </div>
  );
}
