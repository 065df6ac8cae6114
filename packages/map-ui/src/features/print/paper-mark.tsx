// Owns a mark in the head of a sheet: that data is invented, that a plan is not in force.

/** Props of `PaperMark`. */
export interface PaperMarkProps {
  readonly text: string;
  /** Its right edge, millimetres. */
  readonly right: number;
  /** Paper on ink: the one mark nobody may miss. */
  readonly filled?: boolean;
}

/** Width of a mark with these words, millimetres. */
export function markWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x250 ? 2.7 : 4.4), 6);
}

export function PaperMark({ text, right, filled = false }: PaperMarkProps) {
  const width = markWidth(text);
  const left = right - width;
  return (
    <g className={filled ? 'qh-paper-filled' : undefined}>
      <rect x={left} y={16} width={width} height={9} className="qh-paper-mark" />
      <text x={left + width / 2} y={22} className="qh-paper-mark-text">
        {text}
      </text>
    </g>
  );
}
