// Owns what choosing a language does: the address has it at once, so that a link opens in it; the account keeps it.
import { execute } from '#api/client';
import { rememberViewer, type Viewer } from '#api/viewer';
import { setView } from '#view/view-state';
import { ChooseLanguage } from './access-documents.ts';

/** An account that cannot keep the choice (a hall's screen, no network) still has it in this page. */
export async function chooseLanguage(language: 'zh' | 'en', viewer: Viewer): Promise<void> {
  setView({ lang: language });
  if (!viewer.signedIn || viewer.screen) return;
  const kept = await execute(ChooseLanguage, { language: language === 'zh' ? 'ZH' : 'EN' }).catch(() => null);
  if (kept) rememberViewer(kept.viewer);
}
