// Owns the inputs of one action. Refuses rules: which inputs, and what is missing, stands in action-forms.ts.
import { Button, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestWholeFragment } from '#api/gql/graphql';
import { type ActionName, type FieldName, formOf, outcomesAt } from './action-forms.ts';
import { actionKey } from './action-words.ts';
import { CallerFields } from './caller-fields.tsx';
import { DuplicateField } from './duplicate-field.tsx';
import { Choices, Field } from './field.tsx';
import { PhotoPicker } from './photo-picker.tsx';
import { useOrganizations } from './request-data.ts';
import type { ActionDraft } from './send-action.ts';
import type { DraftChange, FieldError } from './use-action.ts';

/** Props of `ActionForm`. */
export interface ActionFormProps {
  readonly community: string;
  readonly request: RequestWholeFragment;
  readonly action: ActionName;
  readonly draft: ActionDraft;
  readonly error: FieldError | null;
  readonly busy: boolean;
  readonly onChange: (part: DraftChange) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

export function ActionForm(props: ActionFormProps) {
  const { t } = useTranslation();
  const { request, action, draft, error, busy, onSend, onCancel } = props;
  const { fields } = formOf(action, request.stage, draft.outcome);
  const title = t(actionKey(action, request.stage));
  const general = error !== null && !fields.some((field) => belongs(field, error.field));
  return (
    <form
      className="qh-action-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {fields.map((field) => (
        <ActionField key={field} field={field} {...props} />
      ))}
      {general ? (
        <p className="qh-field-note" data-invalid role="alert">
          {error.message}
        </p>
      ) : null}
      <div className="qh-request-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {title}
        </Button>
        <Button onClick={onCancel} disabled={busy}>
          {t('requests.cancel')}
        </Button>
      </div>
    </form>
  );
}

function belongs(field: FieldName, named: string | null): boolean {
  if (field === 'caller') return named === 'callerName' || named === 'callerPhone' || named === 'door';
  return field === named || (field === 'reason' && named === 'note') || (field === 'note' && named === 'reason');
}

type FieldProps = ActionFormProps & { readonly field: FieldName };

function ActionField({ field, ...props }: FieldProps) {
  const Part = FIELDS[field];
  return (
    <Part {...props} message={props.error !== null && belongs(field, props.error.field) ? props.error.message : null} />
  );
}

type PartProps = ActionFormProps & { readonly message: string | null };

const FIELDS: Readonly<Record<FieldName, (props: PartProps) => ReactNode>> = {
  organization: OrganizationField,
  crew: CrewField,
  photos: PhotosField,
  outcome: OutcomeField,
  duplicateOf: ({ community, request, draft, message, onChange }) => (
    <DuplicateField
      community={community}
      request={request}
      value={draft.duplicateOf}
      message={message}
      onChange={(duplicateOf) => onChange({ duplicateOf })}
    />
  ),
  residentsWord: WordField,
  until: UntilField,
  note: NoteField,
  reason: ReasonField,
  caller: ({ draft, onChange, error }) => <CallerFields value={draft} onChange={onChange} error={error} />,
};

function OrganizationField({ community, draft, message, onChange }: PartProps) {
  const { t } = useTranslation();
  const organizations = useOrganizations(community);
  if (organizations && organizations.length <= 4 && organizations.length > 0) {
    const options = organizations.map(({ id, name }) => ({ value: id, text: name }));
    return (
      <div className="qh-field" data-invalid={message !== null}>
        <Choices
          label={t('requests.fieldOrganization')}
          options={options}
          value={draft.organization}
          onChange={(organization) => onChange({ organization })}
        />
        <p className="qh-field-note" role={message === null ? undefined : 'alert'}>
          {message}
        </p>
      </div>
    );
  }
  return (
    <Field label={t('requests.fieldOrganization')} error={message}>
      {(ids) => (
        <Select
          {...ids}
          classNames={{ popup: { root: 'qh-popup' } }}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('requests.chooseOrganization')}
          notFoundContent={t('requests.noOrganizations')}
          value={draft.organization}
          onChange={(organization: string) => onChange({ organization })}
          options={(organizations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Field>
  );
}

function CrewField({ draft, message, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <Field label={t('requests.fieldCrew')} error={message}>
      {(ids) => (
        <InputNumber
          {...ids}
          min={1}
          max={99}
          precision={0}
          mode="spinner"
          value={draft.crew}
          onChange={(crew) => onChange({ crew })}
        />
      )}
    </Field>
  );
}

function PhotosField({ draft, message, onChange }: PartProps) {
  const picker = (phase: 'BEFORE' | 'AFTER') => (
    <PhotoPicker
      phase={phase}
      photos={draft.photos.filter((photo) => photo.phase === phase)}
      onAdd={(photo) => onChange((before) => ({ photos: [...before.photos, photo] }))}
      onRemove={(upload) =>
        onChange((before) => ({ photos: before.photos.filter((photo) => photo.upload !== upload) }))
      }
    />
  );
  return (
    <div className="qh-field" data-invalid={message !== null}>
      {picker('BEFORE')}
      {picker('AFTER')}
      <p className="qh-field-note" role={message === null ? undefined : 'alert'}>
        {message}
      </p>
    </div>
  );
}

function OutcomeField({ request, draft, message, onChange }: PartProps) {
  const { t } = useTranslation();
  const options = outcomesAt(request.stage).map((value) => ({ value, text: t(`requests.outcome${value}`) }));
  return (
    <div className="qh-field" data-invalid={message !== null}>
      <Choices
        label={t('requests.fieldOutcome')}
        options={options}
        value={draft.outcome}
        onChange={(outcome) => onChange({ outcome })}
      />
      <p className="qh-field-note" role={message === null ? undefined : 'alert'}>
        {message}
      </p>
    </div>
  );
}

function WordField({ draft, message, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <div className="qh-field" data-invalid={message !== null}>
      <label className="qh-check">
        <input
          type="checkbox"
          checked={draft.residentsWord}
          onChange={(event) => onChange({ residentsWord: event.target.checked })}
        />
        {t('requests.residentsWord')}
      </label>
      <p className="qh-field-note" role={message === null ? undefined : 'alert'}>
        {message}
      </p>
    </div>
  );
}

function UntilField({ request, draft, message, onChange }: PartProps) {
  const { t } = useTranslation();
  const due = dayjs(request.dueAt);
  return (
    <Field label={t('requests.fieldUntil')} error={message}>
      {(ids) => (
        <DatePicker
          id={ids.id}
          aria-invalid={ids['aria-invalid']}
          showNow={false}
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          minDate={due}
          defaultPickerValue={due.add(1, 'day')}
          value={draft.until === null ? null : dayjs(draft.until)}
          onChange={(until) => onChange({ until: until?.valueOf() ?? null })}
        />
      )}
    </Field>
  );
}

function NoteField({ action, draft, message, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <Field label={t(action === 'FINISH' ? 'requests.fieldPhotoReason' : 'requests.fieldNote')} error={message}>
      {(ids) => (
        <Input
          {...ids}
          value={draft.note}
          maxLength={2000}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      )}
    </Field>
  );
}

function ReasonField({ draft, message, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <Field label={t('requests.fieldReason')} error={message}>
      {(ids) => (
        <Input.TextArea
          {...ids}
          autoSize={{ minRows: 2, maxRows: 5 }}
          value={draft.note}
          maxLength={2000}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      )}
    </Field>
  );
}
