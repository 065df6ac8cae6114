// Owns the page behind a one-time link: choose a password, be signed in. Refuses to keep the token anywhere.
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { execute } from '#api/client';
import { rememberViewer } from '#api/viewer';
import { TextAction } from '#ui/control';
import { SetPassword } from './access-documents.ts';
import './access.css';
import { LanguageSwitch } from './language-switch.tsx';
import { useAccessAction } from './use-access-action.ts';

const SHORTEST = 10;

/** Props of `SetPasswordPage`. */
export interface SetPasswordPageProps {
  /** From `/?password=<token>`. */
  readonly token: string;
  /** Signed in, or the link is used up: the token has nothing more to give. */
  readonly onDone: () => void;
}

export function SetPasswordPage({ token, onDone }: SetPasswordPageProps) {
  const { t } = useTranslation();
  const { busy, refused, run } = useAccessAction(async ({ password }: { readonly password: string }) => {
    const { result } = await execute(SetPassword, { token, password });
    if (result.__typename === 'Refusal') return { message: result.message, path: result.path ?? null };
    rememberViewer(result.viewer);
    onDone();
    return null;
  });
  return (
    <main className="qh-sign-in">
      <header className="qh-sign-in-head">
        <h1>{t('common.productName')}</h1>
        <LanguageSwitch />
      </header>
      <p className="qh-sign-in-note">{t('access.setPasswordNote')}</p>
      <Form<{ password: string; again: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => void run(fields)}
      >
        <Form.Item
          name="password"
          label={t('access.newPassword')}
          rules={[{ required: true, min: SHORTEST, message: t('access.passwordShort', { least: SHORTEST }) }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('access.passwordAgain')}
          dependencies={['password']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_rule, value: unknown) =>
                value === getFieldValue('password')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('access.passwordDiffers'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {refused ? (
          <p className="qh-access-refused" role="alert">
            {refused.message}{' '}
            {refused.path === 'token' ? <TextAction text={t('access.toSignIn')} onAction={onDone} /> : null}
          </p>
        ) : null}
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('access.setPassword')}
        </Button>
      </Form>
    </main>
  );
}
