// Imports and new communities over GraphQL: translation only.
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow, Permission } from '#modules/access';
import type { RequestContext } from '#platform/graphql/context';
import { outcome } from '#platform/graphql/outcome';
import { createCommunity, type CreateCommunityDeps } from './create-community.ts';
import type { ImportService } from './import.service.ts';
import { noteText } from './import-notes.ts';
import {
  CommunityResult,
  CreateCommunityInput,
  ImportBuildingsInput,
  ImportBuildingsResult,
  PreviewImportInput,
  PreviewImportResult,
} from './imports.types.ts';
import type { PreviewService } from './preview.service.ts';
import { previewView } from './preview-view.ts';

export interface ImportsResolverDeps {
  readonly previews: PreviewService;
  readonly imports: ImportService;
  readonly communities: CreateCommunityDeps;
  readonly communityView: (context: RequestContext, communityId: string) => Promise<object | null>;
}

@Resolver()
export class ImportsResolver {
  readonly #deps: ImportsResolverDeps;

  constructor(deps: ImportsResolverDeps) {
    this.#deps = deps;
  }

  @Allow(Permission.ImportData)
  @Mutation(() => PreviewImportResult)
  previewImport(@Arg('input', () => PreviewImportInput) input: PreviewImportInput, @Ctx() context: RequestContext) {
    return outcome(context.language, async () =>
      previewView(await this.#deps.previews.preview(context, input), context.language),
    );
  }

  @Allow(Permission.ImportData)
  @Mutation(() => ImportBuildingsResult)
  importBuildings(
    @Arg('input', () => ImportBuildingsInput) input: ImportBuildingsInput,
    @Ctx() context: RequestContext,
  ) {
    return outcome(context.language, async () => {
      const { access, notes, ...stored } = await this.#deps.imports.importBuildings(context, input);
      const community = await this.#deps.communityView(context, access.community.id);
      return { ...stored, community, exceptions: notes.map((note) => noteText(note, context.language)) };
    });
  }

  @Allow(Permission.Administer)
  @Mutation(() => CommunityResult)
  createCommunity(
    @Arg('input', () => CreateCommunityInput) input: CreateCommunityInput,
    @Ctx() context: RequestContext,
  ) {
    return outcome(context.language, async () =>
      this.#deps.communityView(context, await createCommunity(this.#deps.communities, context, input)),
    );
  }
}
