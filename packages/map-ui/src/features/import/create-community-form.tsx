// Owns making a community: code, name, zone. Refusals stand beside their field; what was typed stays.
import { Button, Form, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, execute, newClientEventId, queryClient } from '#api/client';
import { createEventIds } from '#api/event-ids';
import { CreateCommunity } from './import-documents.ts';

/** A community just made. */
export interface MadeCommunity {
  readonly code: string;
  readonly name: string;
}

interface Values {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly timeZone: string;
}

const FIELDS = ['code', 'name', 'nameEn', 'timeZone'] as const;
const HOME_ZONE = 'Asia/Shanghai';
const zones = (): readonly string[] => [
  HOME_ZONE,
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== HOME_ZONE),
];

/** Props of `CreateCommunityForm`. */
export interface CreateCommunityFormProps {
  readonly onDone: (made: MadeCommunity) => void;
  /** Left out where there is nothing to go back to. */
  readonly onCancel?: () => void;
}

export function CreateCommunityForm({ onDone, onCancel }: CreateCommunityFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const idFor = useMemo(() => createEventIds(newClientEventId), []);
  const refuse = (message: string, path: string | null) => {
    const field = FIELDS.find((name) => path?.endsWith(`.${name}`)) ?? 'code';
    form.setFields([{ name: field, errors: [message] }]);
  };
  const make = async ({ code, name, nameEn, timeZone }: Values) => {
    setBusy(true);
    try {
      const body = { code, name, timeZone, ...(nameEn ? { nameEn } : {}) };
      const { result } = await execute(CreateCommunity, { input: { ...body, clientEventId: idFor(body) } });
      if (result.__typename === 'Refusal') return refuse(result.message, result.path ?? null);
      await queryClient.invalidateQueries();
      onDone({ code: result.code, name: result.name });
    } catch (error) {
      refuse(
        error instanceof ApiError && error.message !== '' ? error.message : t('errors.noAnswer'),
        error instanceof ApiError ? error.field : null,
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className="qh-import-create"
      initialValues={{ timeZone: HOME_ZONE }}
      onFinish={(values) => void make(values)}
      requiredMark={false}
    >
      <Form.Item
        name="code"
        label={t('import.code')}
        rules={[{ required: true, pattern: /^\d{12}$/, message: t('import.codeRule') }]}
      >
        <Input inputMode="numeric" maxLength={12} />
      </Form.Item>
      <Form.Item name="name" label={t('import.name')} rules={[{ required: true, message: t('import.nameRule') }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('import.nameEn')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="timeZone" label={t('import.timeZone')}>
        <Select showSearch options={zones().map((zone) => ({ value: zone, label: zone }))} />
      </Form.Item>
      <div className="qh-import-create-keys">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('import.create')}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{t('import.cancel')}</Button> : null}
      </div>
    </Form>
  );
}
