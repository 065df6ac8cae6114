// Owns going from one entrance of a building to another. Refuses other buildings: the map has those.
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';

/** Props of `EntranceSwitcher`. */
export interface EntranceSwitcherProps {
  readonly entrances: readonly { readonly id: string; readonly name: string }[];
  readonly current: string;
  readonly onEntrance: (id: string) => void;
}

export function EntranceSwitcher({ entrances, current, onEntrance }: EntranceSwitcherProps) {
  const { t } = useTranslation();
  if (entrances.length < 2) return null;
  const items = entrances.map(({ id, name }) => ({ key: id, label: name, onClick: () => onEntrance(id) }));
  return (
    <Dropdown
      rootClassName="qh-floor-menu"
      menu={{ items, selectable: true, selectedKeys: [current] }}
      trigger={['click']}
      placement="bottomRight"
    >
      <button type="button" className="qh-text-action">
        {t('visits.otherEntrance')}
      </button>
    </Dropdown>
  );
}
