// Owns the signs of the tools, 20 px, drawn in the text's colour. Refuses their names.
import type { ReactNode } from 'react';

/** What has a sign. */
export type ToolSign = 'select' | 'brush' | 'rectangle' | 'lasso' | 'fill' | 'grain' | 'compare' | 'list' | 'whole';

const PATHS: Readonly<Record<ToolSign, ReactNode>> = {
  select: <path d="M5 3v13l3.6-3.4L11 18l2.2-1-2.3-5.2H16Z" />,
  brush: (
    <>
      <circle cx="10" cy="10" r="6.5" />
      <circle cx="10" cy="10" r="1.4" fill="currentColor" />
    </>
  ),
  rectangle: <path d="M3.5 5.5h13v9h-13Z" strokeDasharray="3 2" />,
  lasso: (
    <>
      <path d="M6 13.5C2.5 11 3 5 9.5 4s9 4.5 5.5 7.5-7 3-8.6 1.8" strokeDasharray="3 2" />
      <path d="M6.4 13.3c1.6 1 1.4 2.7-.9 3.7" />
    </>
  ),
  fill: (
    <>
      <path d="M3.5 3.5h13v13h-13Z" strokeDasharray="2.5 2" />
      <path d="M10 6.5v7m-3.5-3.5h7" />
    </>
  ),
  grain: (
    <>
      <path d="M3.5 7h13v7h-13Z" />
      <path d="M8 7v7m4.4-7v7" />
    </>
  ),
  compare: (
    <>
      <path d="M10 3v14" />
      <path d="M7 7 4 10l3 3m6-6 3 3-3 3" />
    </>
  ),
  list: <path d="M7 5.5h9.5M7 10h9.5M7 14.5h9.5M3.5 5.5h1m-1 4.5h1m-1 4.5h1" />,
  whole: <path d="M3.5 7.5v-4h4m5 0h4v4m0 5v4h-4m-5 0h-4v-4" />,
};

export function ToolIcon({ sign }: { readonly sign: ToolSign }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {PATHS[sign]}
    </svg>
  );
}
