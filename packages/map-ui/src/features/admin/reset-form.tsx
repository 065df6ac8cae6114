// Owns a new password link for an account that lost its own.
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, execute } from '#api/client';
import { AccountLinkNote, type OneTimeLink } from './account-link.tsx';
import { ResetPassword } from './admin-documents.ts';

export function ResetForm() {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ username: string }>();
  const [made, setMade] = useState<OneTimeLink | null>(null);
  const refuse = (message: string) => form.setFields([{ name: 'username', errors: [message] }]);
  const reset = async (username: string) => {
    setMade(null);
    try {
      const { result } = await execute(ResetPassword, { username });
      if (result.__typename === 'Refusal') refuse(result.message);
      else setMade(result);
    } catch (error) {
      refuse(error instanceof ApiError && error.message !== '' ? error.message : t('errors.noAnswer'));
    }
  };
  return (
    <section>
      <h2>{t('admin.reset')}</h2>
      <Form
        form={form}
        // Ids of two forms on one page must differ, or a label names the other's field.
        name="reset"
        layout="vertical"
        requiredMark={false}
        className="qh-admin-form"
        onFinish={({ username }) => void reset(username)}
      >
        <Form.Item name="username" label={t('admin.username')} rules={[{ required: true, message: t('admin.needed') }]}>
          <Input autoComplete="off" maxLength={32} />
        </Form.Item>
        <Button htmlType="submit">{t('admin.resetAction')}</Button>
      </Form>
      {made ? <AccountLinkNote made={made} /> : null}
    </section>
  );
}
