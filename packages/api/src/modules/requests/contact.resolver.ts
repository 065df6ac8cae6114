// Reading a contact over GraphQL: translation only.
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Allow, type Guard, Permission } from '#modules/access';
import type { Database } from '#platform/database/database';
import type { RequestContext } from '#platform/graphql/context';
import { outcome } from '#platform/graphql/outcome';
import { callerOf } from './caller.ts';
import { contactSubject, revealContact } from './contact.service.ts';
import { ContactResult } from './contact.types.ts';

@Resolver()
export class ContactResolver {
  readonly #database: Database;
  readonly #guard: Guard;

  constructor(database: Database, guard: Guard) {
    this.#database = database;
    this.#guard = guard;
  }

  @Allow(Permission.ReadPersonal)
  @Mutation(() => ContactResult, { description: 'Name and phone behind a door; who read it is recorded.' })
  revealContact(
    @Arg('dwelling', () => ID, { nullable: true }) dwelling: string | undefined,
    @Arg('request', () => ID, { nullable: true }) request: string | undefined,
    @Ctx() context: RequestContext,
  ) {
    return outcome(context.language, async () => {
      const subject = contactSubject(dwelling, request);
      const access = await this.#guard.byId(context, subject.communityId, Permission.ReadPersonal);
      return revealContact(this.#database, callerOf(context, access), subject);
    });
  }
}
