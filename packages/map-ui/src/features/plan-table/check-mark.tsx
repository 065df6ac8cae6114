// Owns the mark before a check: a tick, or a triangle in ink; alarm stays for what is overdue.
import { useTranslation } from 'react-i18next';

export function CheckMark({ failing }: { readonly failing: boolean }) {
  const { t } = useTranslation();
  return (
    <svg
      width={20}
      height={18}
      viewBox="0 0 20 18"
      role="img"
      aria-label={t(failing ? 'plan.stands' : 'plan.holdsTrue')}
    >
      {failing ? (
        <g fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round">
          <path d="M10 1.5 L18.5 16.5 L1.5 16.5 Z" />
          <path d="M10 6.5 V11 M10 13 V14.6" strokeWidth="1.8" />
        </g>
      ) : (
        <path d="M3 9.5 L8 14 L17 4" fill="none" stroke="var(--secondary)" strokeWidth="1.6" />
      )}
    </svg>
  );
}
