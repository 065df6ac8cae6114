// Owns pasting a chat message and having it read. Refuses to save: what it proposes goes into the form, where a person
// checks it.
import { Button, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, execute } from '#api/client';
import type { ReadMessageQuery } from '#api/gql/graphql';
import { TextAction } from '#ui/control';
import { ReadMessage } from './request-documents.ts';

/** What a message seems to say. */
export type MessageReading = ReadMessageQuery['readMessage'];

/** Props of `PasteBox`. */
export interface PasteBoxProps {
  readonly community: string;
  readonly disabled: boolean;
  readonly onRead: (reading: MessageReading) => void;
}

export function PasteBox({ community, disabled, onRead }: PasteBoxProps) {
  const { t } = useTranslation();
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);
  const [folded, setFolded] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const read = async (text: string) => {
    if (text.trim() === '') return;
    setBusy(true);
    try {
      const { readMessage } = await execute(ReadMessage, { community, text });
      setSaid(summary(readMessage, t));
      setFolded(true);
      setMessage('');
      onRead(readMessage);
    } catch (failure) {
      setSaid((failure instanceof ApiError && failure.message) || t('requests.failedSend'));
    }
    setBusy(false);
  };
  if (folded) {
    return (
      <div className="qh-paste-end">
        <p className="qh-request-note" role="status">
          {said}
        </p>
        <TextAction text={t('requests.paste')} disabled={disabled} onAction={() => setFolded(false)} />
      </div>
    );
  }
  return (
    <div className="qh-paste">
      <Input.TextArea
        aria-label={t('requests.paste')}
        placeholder={t('requests.pasteHint')}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={4000}
        disabled={disabled}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          if (message === '') void read(pasted);
        }}
      />
      <div className="qh-paste-end">
        <p className="qh-request-note" role="status">
          {busy ? t('requests.reading') : said}
        </p>
        <Button onClick={() => void read(message)} loading={busy} disabled={disabled || message.trim() === ''}>
          {t('requests.readIt')}
        </Button>
      </div>
    </div>
  );
}

function summary({ entrance, building, evidence }: MessageReading, t: TFunction): string {
  if (evidence.length === 0) return t('requests.readNothing');
  const found = t('requests.readFound', { evidence: evidence.join(' ') });
  return entrance === null && building !== null
    ? `${found} ${t('requests.readEntranceMissing', { building: building.name })}`
    : found;
}
