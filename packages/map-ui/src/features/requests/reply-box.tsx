// Owns the reply to copy into the chat group once a request is closed. Refuses to send it: a person does.
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Props of `ReplyBox`. */
export interface ReplyBoxProps {
  readonly reply: string;
}

export function ReplyBox({ reply }: ReplyBoxProps) {
  const { t } = useTranslation();
  const text = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const copy = async () =>
    setSaid(t((await copyText(reply, text.current)) ? 'requests.copied' : 'requests.copyFailed'));
  return (
    <section className="qh-request-section qh-reply">
      <h3>{t('requests.reply')}</h3>
      <textarea ref={text} readOnly rows={3} value={reply} aria-label={t('requests.reply')} />
      <p className="qh-request-contact">
        <Button onClick={() => void copy()}>{t('requests.copyReply')}</Button>
        <span className="qh-request-note" role="status">
          {said}
        </span>
      </p>
    </section>
  );
}

/** The clipboard is missing on plain http of a LAN address; selecting and copying works there. */
async function copyText(reply: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    if (clipboard) {
      await clipboard.writeText(reply);
      return true;
    }
  } catch {
    // Not allowed here: the selection below is the other way.
  }
  field?.select();
  return field !== null && document.execCommand('copy');
}
