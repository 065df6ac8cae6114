// Owns all the signed-out see: the product's name, the form, and in a demo its logins as buttons. Refuses every figure.
import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { execute } from '#api/client';
import { rememberViewer, type Viewer } from '#api/viewer';
import { Chip } from '#ui/page';
import { SignIn } from './access-documents.ts';
import './access.css';
import { LanguageSwitch } from './language-switch.tsx';
import { useAccessAction } from './use-access-action.ts';

interface Fields {
  readonly username: string;
  readonly password: string;
  readonly screen?: boolean;
}

/** Props of `SignInPage`. */
export interface SignInPageProps {
  /** The signed-out viewer: knows whether this is a demo. */
  readonly viewer: Viewer;
}

export function SignInPage({ viewer }: SignInPageProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const { busy, refused, run } = useAccessAction(signIn);
  return (
    <main className="qh-sign-in">
      <header className="qh-sign-in-head">
        <h1>{t('common.productName')}</h1>
        {viewer.demo ? <Chip>{t('common.syntheticChip')}</Chip> : null}
        <LanguageSwitch />
      </header>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ screen: false }}
        onFinish={(fields) => void run(fields)}
      >
        <Form.Item
          name="username"
          label={t('access.username')}
          rules={[{ required: true, message: t('access.usernameNeeded') }]}
        >
          <Input autoComplete="username" autoCapitalize="none" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('access.password')}
          rules={[{ required: true, message: t('access.passwordNeeded') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="screen" valuePropName="checked" extra={t('access.asScreenNote')}>
          <Checkbox>{t('access.asScreen')}</Checkbox>
        </Form.Item>
        {refused ? (
          <p className="qh-access-refused" role="alert">
            {refused.message}
          </p>
        ) : null}
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('access.signIn')}
        </Button>
      </Form>
      {viewer.demo ? (
        <DemoLogins
          demo={viewer.demo}
          busy={busy}
          onPick={(username) =>
            void run({ username, password: username, screen: form.getFieldValue('screen') === true })
          }
        />
      ) : null}
    </main>
  );
}

async function signIn({ username, password, screen = false }: Fields) {
  const { result } = await execute(SignIn, { username: username.trim(), password, screen });
  if (result.__typename === 'Refusal') return { message: result.message, path: result.path ?? null };
  rememberViewer(result.viewer);
  return null;
}

interface DemoLoginsProps {
  readonly demo: NonNullable<Viewer['demo']>;
  readonly busy: boolean;
  readonly onPick: (username: string) => void;
}

/** People of the invented community; the main jobs first, everyone else folded away. */
function DemoLogins({ demo: { logins }, busy, onPick }: DemoLoginsProps) {
  const { t } = useTranslation();
  const chief = logins.filter(({ username }) => CHIEF.has(username));
  const rest = logins.filter(({ username }) => !CHIEF.has(username));
  const button = ({ username, title }: (typeof logins)[number]) => (
    <Button key={username} disabled={busy} onClick={() => onPick(username)} data-login={username}>
      {title}
    </Button>
  );
  return (
    <section className="qh-demo-logins" aria-label={t('access.demoLogins')}>
      <h2>{t('access.demoLogins')}</h2>
      <p>{t('access.demoLoginsNote')}</p>
      <div className="qh-demo-buttons">{chief.map(button)}</div>
      {rest.length > 0 ? (
        <details>
          <summary>{t('access.demoMore', { count: rest.length })}</summary>
          <div className="qh-demo-buttons">{rest.map(button)}</div>
        </details>
      ) : null}
    </section>
  );
}

const CHIEF = new Set(['secretary', 'worker7', 'property', 'worker15', 'planner', 'administrator']);
