// Owns the menu of outcomes behind "…": everything but 已见面, which has its own button. Refuses sending.
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { OUTCOME_KEYS, OUTCOMES } from './door-keys.ts';
import type { VisitOutcome } from './door.types.ts';

/** Props of `OutcomeMenu`. */
export interface OutcomeMenuProps {
  /** The door's name, for the button when read alone. */
  readonly door: string;
  readonly disabled: boolean;
  readonly onOutcome: (outcome: VisitOutcome) => void;
}

const OTHERS = OUTCOMES.filter((outcome) => outcome !== 'MET');

export function OutcomeMenu({ door, disabled, onOutcome }: OutcomeMenuProps) {
  const { t } = useTranslation();
  const items = OTHERS.map((outcome) => ({
    key: outcome,
    label: (
      <span className="qh-outcome">
        {t(`visits.outcome${outcome}`)}
        <kbd>{OUTCOME_KEYS[outcome].toUpperCase()}</kbd>
      </span>
    ),
    onClick: () => onOutcome(outcome),
  }));
  return (
    <Dropdown
      rootClassName="qh-floor-menu"
      menu={{ items }}
      trigger={['click']}
      placement="bottomRight"
      disabled={disabled}
    >
      <button type="button" className="qh-due-more" disabled={disabled} aria-label={t('visits.moreOutcomes', { door })}>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d="M3 10h.01M10 10h.01M17 10h.01" />
        </svg>
      </button>
    </Dropdown>
  );
}
