// Sign-in, sessions, screens and accounts over GraphQL: translation only.
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Language } from '@qinghe/schema';
import type { Database } from '#platform/database/database';
import type { RequestContext } from '#platform/graphql/context';
import { outcome } from '#platform/graphql/outcome';
import { readPage } from '#platform/graphql/page';
import { decodeId } from '#platform/ids';
import {
  AccountResult,
  ContactReadConnectionType,
  CreateAccountInput,
  DoneResult,
  DoneType,
  LanguageEnum,
  SessionType,
  SignInResult,
  ViewerResult,
  ViewerType,
} from './access.types.ts';
import type { AccountService } from './account.service.ts';
import { Allow, Public } from './authorized.ts';
import type { CommunityDirectory } from './community-directory.ts';
import { readContactReads } from './contact-reads.ts';
import { createAccount, resetPassword } from './create-account.ts';
import { type Guard, requireActor } from './guard.ts';
import { Permission } from './permission.ts';
import type { SessionService } from './session.service.ts';
import { viewerOf } from './viewer.read.ts';

export interface AccessResolverDeps {
  readonly database: Database;
  readonly directory: CommunityDirectory;
  readonly guard: Guard;
  readonly sessions: SessionService;
  readonly accounts: AccountService;
}

@Resolver()
export class AccessResolver {
  readonly #deps: AccessResolverDeps;

  constructor(deps: AccessResolverDeps) {
    this.#deps = deps;
  }

  @Public()
  @Query(() => ViewerType)
  viewer(@Ctx() context: RequestContext) {
    return viewerOf(this.#deps, context, context.actor);
  }

  @Public()
  @Mutation(() => SignInResult)
  signIn(
    @Arg('username', () => String) username: string,
    @Arg('password', () => String) password: string,
    @Arg('screen', () => Boolean, { defaultValue: false }) screen: boolean,
    @Ctx() context: RequestContext,
  ) {
    return outcome(context.language, async () => {
      const actor = await this.#deps.sessions.signIn(context, username, password, screen);
      return { viewer: await viewerOf(this.#deps, context, actor) };
    });
  }

  @Public()
  @Mutation(() => DoneType)
  async signOut(@Ctx() context: RequestContext) {
    await this.#deps.sessions.signOut(context);
    return { ok: true };
  }

  @Public()
  @Mutation(() => SignInResult)
  setPassword(
    @Arg('token', () => String) token: string,
    @Arg('password', () => String) password: string,
    @Ctx() context: RequestContext,
  ) {
    return outcome(context.language, async () => {
      const actor = await this.#deps.accounts.setPassword(context, token, password);
      return { viewer: await viewerOf(this.#deps, context, actor) };
    });
  }

  @Allow(Permission.SignedIn)
  @Mutation(() => ViewerResult)
  setScreenMode(@Arg('on', () => Boolean) on: boolean, @Ctx() context: RequestContext) {
    return outcome(context.language, async () =>
      viewerOf(this.#deps, context, await this.#deps.sessions.setScreenMode(context, on)),
    );
  }

  @Allow(Permission.SignedIn)
  @Mutation(() => ViewerType, { description: 'Kept with the account, for every device.' })
  async chooseLanguage(@Arg('language', () => LanguageEnum) language: Language, @Ctx() context: RequestContext) {
    const actor = requireActor(context);
    await this.#deps.accounts.chooseLanguage(actor, language);
    return viewerOf(this.#deps, context, actor);
  }

  @Allow(Permission.SignedIn)
  @Query(() => [SessionType])
  sessions(@Ctx() context: RequestContext) {
    return this.#deps.sessions.list(context);
  }

  @Allow(Permission.SignedIn)
  @Mutation(() => DoneResult)
  revokeSession(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext) {
    return outcome(context.language, async () => {
      await this.#deps.sessions.revoke(context, decodeId(id, 'Session', 'id').id);
      return { ok: true };
    });
  }

  @Allow(Permission.Administer)
  @Mutation(() => AccountResult)
  createAccount(@Arg('input', () => CreateAccountInput) input: CreateAccountInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => createAccount(this.#deps, context, input));
  }

  @Allow(Permission.Administer)
  @Mutation(() => AccountResult)
  resetPassword(@Arg('username', () => String) username: string, @Ctx() context: RequestContext) {
    return outcome(context.language, () => resetPassword(this.#deps, context, username));
  }

  @Allow(Permission.ReadAudit)
  @Query(() => ContactReadConnectionType)
  async contactReads(
    @Arg('community', () => String) community: string,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Ctx() context: RequestContext,
  ) {
    const access = await this.#deps.guard.byCode(context, community, Permission.ReadAudit);
    return readContactReads(this.#deps.database, access, readPage(first, after));
  }
}
