// Owns the gallery's phone sheet. Development only.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BottomSheet, type SheetHeight } from '#ui/sheet';
import { Num } from '#ui/number';
import { SectionHeading } from '#ui/page';
import { EmptyState } from '#ui/state';

export function GallerySheet() {
  const { t } = useTranslation();
  const [height, setHeight] = useState<SheetHeight>('half');
  return (
    <BottomSheet
      height={height}
      onHeight={setHeight}
      foot={
        <Button type="primary" size="large" block>
          {t('requests.register')}
        </Button>
      }
    >
      <SectionHeading title="9栋2单元" detail="07网格・周岚(已下班,仍由其负责)" />
      <p className="qh-gallery-three">
        <span>
          {t('strip.households')} <Num value="70" unit={t('strip.unitHouseholds')} strong />
        </span>
        <span>
          {t('strip.open')} <Num value="2" unit={t('strip.unitRequests')} strong />
        </span>
        <span>
          {t('strip.doorsDue')} <Num value="3" unit={t('strip.unitHouseholds')} strong />
        </span>
      </p>
      <EmptyState title={t('requests.empty')} />
    </BottomSheet>
  );
}
