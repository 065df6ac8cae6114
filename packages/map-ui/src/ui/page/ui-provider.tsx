// Owns what every component needs from above: language, zone, scale, Ant Design's theme and its nonce. Refuses data.
import { ConfigProvider } from 'antd';
import antdEnglish from 'antd/locale/en_US';
import antdChinese from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createFormats } from '../../i18n/formats.ts';
import { FormatsProvider } from '../../i18n/formats-context.tsx';
import { createI18n, type Language, LOCALE } from '../../i18n/i18n.ts';
import { antdTheme } from '../../theme/antd-theme.ts';
import '../../theme/fonts.css';
import '../../theme/tokens.css';
import '../../theme/base.css';
import '../../theme/float.css';
import type { DisplayMode } from '../../theme/tokens.ts';
import './page.css';

/** Props of `UiProvider`. */
export interface UiProviderProps {
  readonly language: Language;
  /** IANA name of the community's zone. */
  readonly timeZone: string;
  /** `screen` is the second scale (投屏). */
  readonly mode: DisplayMode;
  /** Phones: controls of 44 px. */
  readonly touch?: boolean;
  readonly children: ReactNode;
}

/** Wraps a whole page once. Sets `lang` and the scale on `<html>`. */
export function UiProvider({ language, timeZone, mode, touch = false, children }: UiProviderProps) {
  const i18n = useMemo(() => createI18n(language), [language]);
  const formats = useMemo(() => createFormats(language, timeZone), [language, timeZone]);
  const theme = useMemo(() => antdTheme(mode, touch), [mode, touch]);
  const [nonce] = useState(pageNonce);
  useEffect(() => {
    document.documentElement.lang = LOCALE[language];
    document.documentElement.dataset['display'] = mode;
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en-gb');
  }, [language, mode]);
  return (
    <I18nextProvider i18n={i18n}>
      <FormatsProvider value={formats}>
        <ConfigProvider
          locale={language === 'zh' ? antdChinese : antdEnglish}
          theme={theme}
          csp={nonce === undefined ? {} : { nonce }}
          wave={{ disabled: true }}
          button={{ autoInsertSpace: false }}
        >
          {children}
        </ConfigProvider>
      </FormatsProvider>
    </I18nextProvider>
  );
}

/** The nonce of this response; the server writes it into the page's head. */
export function pageNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce || meta?.getAttribute('nonce') || undefined;
}
