// Owns making an account for a community. Refusals stand beside their field; what was typed stays. Refuses passwords:
// the person sets their own by the link.
import { Button, Form, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, execute, newClientEventId, useData } from '#api/client';
import { createEventIds } from '#api/event-ids';
import { type Community, usePlaces } from '#api/community';
import type { Role } from '#api/gql/graphql';
import { AccountLinkNote, type OneTimeLink } from './account-link.tsx';
import { AdminOrganizations, CreateAccount } from './admin-documents.ts';

interface Values {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly gridNumber?: number;
  readonly organization?: string;
}

const ROLES = [
  'SECRETARY',
  'GRID_WORKER',
  'BRANCH_SECRETARY',
  'PLANNER',
  'PROPERTY_MANAGER',
  'STREET_REVIEWER',
  'DISTRICT_REVIEWER',
  'POLICE',
  'VOLUNTEER',
  'CADRE',
  'ADMINISTRATOR',
] as const satisfies readonly Role[];
const OF_A_GRID: ReadonlySet<Role> = new Set<Role>(['GRID_WORKER', 'BRANCH_SECRETARY']);
/** The server's rule, said before it is asked. */
const USERNAME = /^\s*[a-z][a-z0-9._-]{1,31}\s*$/i;
const FIELDS = ['username', 'name', 'role', 'gridNumber', 'organization'] as const;

export function AccountForm({ community }: { readonly community: Community }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const role = Form.useWatch('role', form);
  const [made, setMade] = useState<OneTimeLink | null>(null);
  const [busy, setBusy] = useState(false);
  // A second tap after a lost answer repeats the first: the same account, a fresh link.
  const idFor = useMemo(() => createEventIds(newClientEventId), []);
  const grids = usePlaces(community.code)?.grids;
  const numbers = useMemo(
    () => [...(grids?.values() ?? [])].map(({ number }) => number).toSorted((a, b) => a - b),
    [grids],
  );
  const { data } = useData(
    AdminOrganizations,
    { community: community.code },
    { enabled: role === 'PROPERTY_MANAGER', staleMs: 300_000 },
  );
  const refuse = (message: string, path: string | null) => {
    const field = FIELDS.find((name) => path?.endsWith(`.${name}`)) ?? 'username';
    form.setFields([{ name: field, errors: [message] }]);
  };
  const make = async (values: Values) => {
    setBusy(true);
    setMade(null);
    try {
      const body = { ...values, username: values.username.trim(), name: values.name.trim(), community: community.code };
      const { result } = await execute(CreateAccount, { input: { ...body, clientEventId: idFor(body) } });
      if (result.__typename === 'Refusal') return refuse(result.message, result.path ?? null);
      setMade(result);
      form.resetFields();
    } catch (error) {
      refuse(
        error instanceof ApiError && error.message !== '' ? error.message : t('errors.noAnswer'),
        error instanceof ApiError ? error.field : null,
      );
    } finally {
      setBusy(false);
    }
  };
  const needed = [{ required: true, message: t('admin.needed') }];
  return (
    <section>
      <h2>{t('admin.newAccount', { name: community.name })}</h2>
      <Form
        form={form}
        // Ids of two forms on one page must differ, or a label names the other's field.
        name="account"
        layout="vertical"
        requiredMark={false}
        className="qh-admin-form"
        onFinish={(values) => void make(values)}
      >
        <Form.Item
          name="username"
          label={t('admin.username')}
          rules={[{ required: true, pattern: USERNAME, message: t('admin.usernameRule') }]}
        >
          <Input autoComplete="off" maxLength={32} />
        </Form.Item>
        <Form.Item name="name" label={t('admin.name')} rules={needed}>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item name="role" label={t('admin.role')} rules={needed}>
          <Select options={ROLES.map((value) => ({ value, label: t(`access.role${value}`) }))} />
        </Form.Item>
        {role && OF_A_GRID.has(role) ? (
          <Form.Item name="gridNumber" label={t('admin.grid')} rules={needed}>
            <Select
              options={numbers.map((value) => ({
                value,
                label: t('map.gridNumber', { number: String(value).padStart(2, '0') }),
              }))}
            />
          </Form.Item>
        ) : null}
        {role === 'PROPERTY_MANAGER' ? (
          <Form.Item name="organization" label={t('admin.organization')} rules={needed}>
            <Select options={(data?.organizations ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
        ) : null}
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('admin.create')}
        </Button>
      </Form>
      {made ? <AccountLinkNote made={made} /> : null}
    </section>
  );
}
