// The face of imports: real data of a community, looked at first and then saved; and the communities to save it in.
import type { AccountService, CommunityDirectory, Guard, Uploads } from '#modules/access';
import type { GeographyFace } from '#modules/geography';
import type { Database } from '#platform/database/database';
import type { FileStore } from '#platform/files/file-store';
import type { ModuleParts } from '#platform/module';
import { DryRun } from './dry-run.ts';
import { ImportService } from './import.service.ts';
import { ImportsResolver } from './imports.resolver.ts';
import { PreviewService } from './preview.service.ts';

export interface ImportsDeps {
  readonly database: Database;
  readonly access: {
    readonly guard: Guard;
    readonly directory: CommunityDirectory;
    readonly accounts: AccountService;
    readonly uploads: Uploads;
    /** After a membership changed. */
    forgetActors(): void;
  };
  readonly geography: GeographyFace;
  readonly files: FileStore;
}

export function createImports({ database, access, geography, files }: ImportsDeps) {
  const { guard, directory, accounts, uploads, forgetActors } = access;
  const previews = new PreviewService({ database, guard, uploads, files, dryRun: new DryRun() });
  const imports = new ImportService({ database, guard, previews, geography });
  const communities = { database, directory, accounts, forgetActors };
  const parts: ModuleParts = {
    resolvers: [new ImportsResolver({ previews, imports, communities, communityView: geography.communityView })],
  };
  return { parts, previews, imports };
}
