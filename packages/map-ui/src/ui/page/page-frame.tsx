// Owns the sheet's frame: header, strip, map two thirds left, list right; on a phone map above, the rest in a sheet.
// Refuses content.
import type { ReactNode } from 'react';

/** Props of `PageFrame`. */
export interface PageFrameProps {
  readonly header: ReactNode;
  /** The six figures; a banner may stand in its place. */
  readonly strip?: ReactNode;
  readonly map: ReactNode;
  /** Right third; left out on a phone, where `sheet` takes its part. */
  readonly aside?: ReactNode;
  readonly sheet?: ReactNode;
}

/** Two rules divide the page, no cards. */
export function PageFrame({ header, strip, map, aside, sheet }: PageFrameProps) {
  return (
    <div className="qh-page">
      {header}
      {strip}
      <main className="qh-page-body" data-wide={aside !== undefined}>
        <div className="qh-page-map">{map}</div>
        {aside === undefined ? null : <aside className="qh-page-aside">{aside}</aside>}
        {sheet}
      </main>
    </div>
  );
}

/** Props of `PageHeader`. */
export interface PageHeaderProps {
  /** Null where there is none yet. */
  readonly communityName: string | null;
  readonly productName: string;
  /** Chips after the name: invented data, demo clock. */
  readonly chips?: ReactNode;
  /** Day, mode, actions, the viewer. */
  readonly children?: ReactNode;
}

/** The community's name, then the product's. */
export function PageHeader({ communityName, productName, chips, children }: PageHeaderProps) {
  return (
    <header className="qh-header">
      <h1 className="qh-header-name">
        {communityName === null ? null : (
          <>
            <strong>{communityName}</strong>
            <span aria-hidden="true">・</span>
          </>
        )}
        <span>{productName}</span>
      </h1>
      <div className="qh-header-chips">{chips}</div>
      <div className="qh-header-end">{children}</div>
    </header>
  );
}

/** Says that the data is invented, or the clock moved. */
export function Chip({ children }: { readonly children: ReactNode }) {
  return <span className="qh-chip">{children}</span>;
}

/** Props of `SectionHeading`. */
export interface SectionHeadingProps {
  readonly title: ReactNode;
  /** A number or a short line beside the title. */
  readonly detail?: ReactNode;
  /** At the right end: the order, an action. */
  readonly end?: ReactNode;
  readonly stale?: boolean;
  /** The detail is a line of its own where the column is narrow. */
  readonly long?: boolean;
}

export function SectionHeading({ title, detail, end, stale = false, long = false }: SectionHeadingProps) {
  return (
    <div className="qh-heading" data-stale={stale} data-long={long}>
      <h2 className="qh-heading-title">{title}</h2>
      {detail === undefined ? null : <span className="qh-heading-detail">{detail}</span>}
      {end === undefined ? null : <span className="qh-heading-end">{end}</span>}
    </div>
  );
}
