// Owns choosing files and how far each is. Refuses to open them.
import { Button, Progress, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { ChosenFile, Files } from './use-files.ts';

const ACCEPTED = '.geojson,.json,.zip,.csv,.shp,.dbf,.prj,.shx,.cpg';
const KIBIBYTE = 1024;

export function FileList({ files, add, remove }: Files) {
  const { t } = useTranslation();
  return (
    <section className="qh-import-files">
      <Upload.Dragger
        multiple
        accept={ACCEPTED}
        showUploadList={false}
        beforeUpload={(file) => {
          add(file);
          return false;
        }}
      >
        <p className="qh-import-drop">{t('import.drop')}</p>
        <p className="qh-import-reason">{t('import.formats')}</p>
      </Upload.Dragger>
      <ul>
        {files.map((file) => (
          <FileRow key={file.key} file={file} onRemove={() => remove(file.key)} />
        ))}
      </ul>
    </section>
  );
}

function FileRow({ file, onRemove }: { readonly file: ChosenFile; readonly onRemove: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sending = file.upload === null && file.failure === null;
  return (
    <li>
      <span className="qh-import-file">{file.name}</span>
      <span className="qh-import-reason">{formats.number(Math.ceil(file.bytes / KIBIBYTE))} KB</span>
      {sending ? <Progress percent={Math.round(file.share * 100)} size="small" strokeColor="#0F5E73" /> : null}
      {file.failure === null ? null : (
        <span role="alert" className="qh-import-refused">
          {file.failure || t('errors.noAnswer')}
        </span>
      )}
      <Button
        type="link"
        onClick={onRemove}
        aria-label={`${t(sending ? 'import.stop' : 'import.remove')}: ${file.name}`}
      >
        {t(sending ? 'import.stop' : 'import.remove')}
      </Button>
    </li>
  );
}
