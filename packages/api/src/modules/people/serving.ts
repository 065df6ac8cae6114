// Those who serve one community as one request sees them: single asks gathered into batches, names masked for the viewer.
// Refuses to answer before the guard has.
import type { Access } from '#modules/access';
import type { Database } from '#platform/database/database';
import { BatchLoader } from '#platform/graphql/batch-loader';
import {
  type GridStaff,
  gridStaff,
  type OrganizationView,
  organizationsById,
  peopleById,
  type PersonView,
} from './person.read.ts';

export class Serving {
  readonly #database: Database;
  readonly #access: () => Promise<Access>;
  readonly #people: BatchLoader<PersonView>;
  readonly #organizations: BatchLoader<OrganizationView>;
  readonly #staff = new Map<number, BatchLoader<GridStaff>>();

  /** @param access throws where the viewer is a stranger to the community */
  constructor(database: Database, access: () => Promise<Access>) {
    this.#database = database;
    this.#access = access;
    this.#people = new BatchLoader(async (ids) => peopleById(database, await access(), ids));
    this.#organizations = new BatchLoader(async (ids) => organizationsById(database, await access(), ids));
  }

  person(id: string): Promise<PersonView | undefined> {
    return this.#people.get(id);
  }

  organization(id: string): Promise<OrganizationView | undefined> {
    return this.#organizations.get(id);
  }

  /** The person who holds a duty of a whole grid at `at`. */
  async ofGrid(gridId: string, duty: keyof GridStaff, at: Date): Promise<PersonView | null> {
    const staff =
      this.#staff.get(at.getTime()) ??
      new BatchLoader(async (ids) => gridStaff(this.#database, await this.#access(), ids, at));
    this.#staff.set(at.getTime(), staff);
    const personId = (await staff.get(gridId))?.[duty];
    return personId ? ((await this.person(personId)) ?? null) : null;
  }
}
