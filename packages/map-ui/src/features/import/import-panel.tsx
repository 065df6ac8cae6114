// Owns the page of an import: choose, look, answer, save. Refuses to save before somebody looked.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import { useCommunityName } from '#api/community-name';
import { can, type Viewer } from '#api/viewer';
import { TextAction } from '#ui/control';
import { RowsSkeleton } from '#ui/state';
import { setView } from '#view/view-state';
import { CreateCommunityForm } from './create-community-form.tsx';
import { DatumQuestion } from './datum-question.tsx';
import { FaultList } from './fault-list.tsx';
import { FileList } from './file-list.tsx';
import { ImportDone } from './import-done.tsx';
import './import.css';
import { PreviewMap } from './preview-map.tsx';
import { SaveBar } from './save-bar.tsx';
import { TableCard } from './table-card.tsx';
import { useImport } from './use-import.ts';

/** Props of `ImportPanel`. */
export interface ImportPanelProps {
  readonly community: Community;
  readonly viewer: Viewer;
}

export function ImportPanel({ community, viewer }: ImportPanelProps) {
  const { t } = useTranslation();
  const [made, setMade] = useState<{ readonly code: string; readonly name: string } | null>(null);
  const [making, setMaking] = useState(false);
  const target = made ?? community;
  const name = useCommunityName(target);
  return (
    <div className="qh-import">
      <div className="qh-import-head">
        <TextAction text={`‹ ${t('import.backToMap')}`} onAction={() => setView({ panel: 'attention' })} />
        <h2>{t('import.into', { name, code: target.code })}</h2>
        {can(viewer, 'administer') && !making ? (
          <TextAction text={t('import.newCommunity')} onAction={() => setMaking(true)} />
        ) : null}
      </div>
      {making ? (
        <CreateCommunityForm
          onDone={(created) => {
            setMade(created);
            setMaking(false);
          }}
          onCancel={() => setMaking(false)}
        />
      ) : null}
      <ImportInto key={target.code} community={target.code} />
    </div>
  );
}

function ImportInto({ community }: { readonly community: string }) {
  const { t } = useTranslation();
  const work = useImport(community);
  const { preview, imported, refused, busy, answers, setAnswers } = work;
  if (imported) return <ImportDone done={imported} />;
  return (
    <>
      <FileList files={work.files} add={work.add} remove={work.remove} />
      {refused && refused.path !== 'input.answers.gridCount' && refused.path !== 'input.acceptOutline' ? (
        <p role="alert" className="qh-import-refused">
          {refused.message}
        </p>
      ) : null}
      {busy === 'preview' && !preview ? <RowsSkeleton rows={4} /> : null}
      {preview ? (
        <div className="qh-import-preview" aria-busy={busy === 'preview'}>
          <div className="qh-import-left">
            <DatumQuestion preview={preview} answers={answers} onAnswers={setAnswers} />
            {preview.tables.map((table) => (
              <TableCard key={table.name} table={table} answers={answers} onAnswers={setAnswers} />
            ))}
            <FaultList preview={preview} />
          </div>
          <div className="qh-import-right">
            <PreviewMap preview={preview} declined={work.outlineAnswer === 'DECLINED'} />
            {preview.shapesLeftOut > 0 ? (
              <p className="qh-import-reason">{t('import.shapesLeftOut', { n: preview.shapesLeftOut })}</p>
            ) : null}
            <SaveBar work={work} preview={preview} />
          </div>
        </div>
      ) : null}
    </>
  );
}
