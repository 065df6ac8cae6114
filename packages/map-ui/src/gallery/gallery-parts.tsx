// Owns the gallery's inventory of parts that the page does not show. Development only.
import { Button, DatePicker, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockRing } from '#ui/clock';
import { WindowPicker, type WindowName } from '#ui/control';
import { SingleLegend } from '#ui/legend';
import { NumberPill } from '#ui/number';
import { SectionHeading } from '#ui/page';
import { StageStepper } from '#ui/stage';
import { EmptyState, ErrorState, RowsSkeleton } from '#ui/state';

export function GalleryParts() {
  const { t } = useTranslation();
  const [window, setWindow] = useState<WindowName>('D7');
  return (
    <div className="qh-gallery-parts">
      <section>
        <SectionHeading title="Window" />
        <WindowPicker value={window} onChange={setWindow} />
        <p className="qh-gallery-three">
          <NumberPill label="07" /> <NumberPill label="11" corner />
          {[1, 0.6, 0.2].map((share) => (
            <ClockRing key={share} remainingShare={share} label="" />
          ))}
          <ClockRing remainingShare={0} overdue label="" />
          <ClockRing remainingShare={0.4} label="" size={72} minutesUsed="09:00" />
        </p>
      </section>
      <section>
        <SectionHeading title="Stages" />
        <StageStepper
          current="IN_PROGRESS"
          stamps={{ REPORTED: '18:01', ACCEPTED: '18:02', DISPATCHED: '18:03', IN_PROGRESS: '18:11' }}
        />
        <StageStepper current="CLOSED" stamps={{ REPORTED: '18:01', IN_PROGRESS: '18:11', CLOSED: '18:40' }} />
      </section>
      <section>
        <SectionHeading title="Legends" />
        <div className="qh-gallery-three">
          <SingleLegend
            measure="requests"
            title={t('legend.requestsAxis')}
            breaks={['0.3', '0.6', '1', '1.4']}
            counts={[4, 3, 5, 2, 1]}
            lines={[]}
          />
          <SingleLegend
            measure="visits"
            title={t('legend.visitsAxis')}
            breaks={['30', '45', '60', '80']}
            counts={[4, 3, 5, 2, 1]}
            lines={[]}
          />
        </div>
      </section>
      <section>
        <SectionHeading title="States" />
        <EmptyState title={t('requests.empty')} action={{ text: t('requests.register'), onAction: () => undefined }} />
        <EmptyState title={t('attention.empty')} />
        <ErrorState
          failed="照片没有传上去"
          safe="登记的内容已保存"
          next="信号好时再传一次"
          requestId="r-7f2a"
          onRetry={() => undefined}
        />
        <RowsSkeleton rows={2} />
      </section>
      <section>
        <SectionHeading title="Ant Design" />
        <div className="qh-gallery-three">
          <Button type="primary">{t('requests.register')}</Button>
          <Button>{t('common.retry')}</Button>
          <Input placeholder="9栋2单元" />
          <Select options={[{ value: 1, label: '下水' }]} defaultValue={1} />
          <DatePicker />
        </div>
      </section>
    </div>
  );
}
