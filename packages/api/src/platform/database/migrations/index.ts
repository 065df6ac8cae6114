// All migrations in order. Forward only: a published one is never edited, a mistake is mended by the next.
import { access } from './0002-access.ts';
import { foundation } from './0001-foundation.ts';
import { geography } from './0003-geography.ts';
import { people } from './0004-people.ts';
import { requests } from './0005-requests.ts';
import { accountLanguage } from './0007-account-language.ts';
import { scopeCastOnce } from './0008-scope-cast-once.ts';
import { residentsUnknown } from './0009-residents-unknown.ts';
import { planDrafts } from './0010-plan-drafts.ts';
import { planDecisions } from './0011-plan-decisions.ts';
import { planGrids } from './0012-plan-grids.ts';
import { visits } from './0006-visits.ts';

/** A named list of single statements, run in one transaction. */
export interface SchemaMigration {
  readonly name: string;
  readonly statements: readonly string[];
}

export const MIGRATIONS: readonly SchemaMigration[] = [
  { name: '0001-foundation', statements: foundation },
  { name: '0002-access', statements: access },
  { name: '0003-geography', statements: geography },
  { name: '0004-people', statements: people },
  { name: '0005-requests', statements: requests },
  { name: '0006-visits', statements: visits },
  { name: '0007-account-language', statements: accountLanguage },
  { name: '0008-scope-cast-once', statements: scopeCastOnce },
  { name: '0009-residents-unknown', statements: residentsUnknown },
  { name: '0010-plan-drafts', statements: planDrafts },
  { name: '0011-plan-decisions', statements: planDecisions },
  { name: '0012-plan-grids', statements: planGrids },
];
