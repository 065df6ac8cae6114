// Owns choosing photos of one phase, with previews. Refuses to keep them: uploads and their ids belong to the form.
import { type ChangeEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PHOTO_TYPES, type PickedPhoto, uploadPhoto } from './upload-photo.ts';

/** Props of `PhotoPicker`. */
export interface PhotoPickerProps {
  readonly phase: PickedPhoto['phase'];
  readonly photos: readonly PickedPhoto[];
  readonly onAdd: (photo: PickedPhoto) => void;
  readonly onRemove: (upload: string) => void;
}

export function PhotoPicker({ phase, photos, onAdd, onRemove }: PhotoPickerProps) {
  const { t } = useTranslation();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    setBusy(true);
    setError(null);
    try {
      for (const file of files) onAdd({ upload: await uploadPhoto(file), phase, preview: URL.createObjectURL(file) });
    } catch (failure) {
      setError((failure instanceof Error && failure.message) || t('requests.failedSend'));
    }
    setBusy(false);
  };
  const name = t(`requests.photos${phase}`);
  return (
    <div className="qh-photo-picker">
      <span className="qh-photo-picker-name">{name}</span>
      {photos.map((photo, index) => (
        <button
          key={photo.upload}
          type="button"
          className="qh-photo-remove"
          aria-label={`${t('requests.removePhoto')} ${index + 1}`}
          onClick={() => onRemove(photo.upload)}
        >
          <img src={photo.preview} alt={t('requests.photoAlt', { phase: name, index: index + 1 })} />
        </button>
      ))}
      <label className="qh-photo-add" htmlFor={id} data-busy={busy}>
        {busy ? t('requests.uploading') : t('requests.addPhotos')}
        <input
          id={id}
          className="qh-visually-hidden"
          type="file"
          accept={PHOTO_TYPES}
          capture="environment"
          multiple
          disabled={busy}
          onChange={(event) => void pick(event)}
          aria-label={`${name} ${t('requests.addPhotos')}`}
        />
      </label>
      {error === null ? null : (
        <p className="qh-field-note" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
