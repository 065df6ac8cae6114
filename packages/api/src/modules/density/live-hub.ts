// All communities' live loops in this process, woken by commits here and, on a server, by the log growing elsewhere.
import type { CommunityDirectory } from '#modules/access';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { LiveCommunity, type LiveDeps } from './live-community.ts';
import type { LiveQuestion } from './live-frame.ts';
import type { LiveModel } from './live-model.ts';
import type { LiveQueue } from './live-queue.ts';

/** How often other processes' commits are looked for; one query for all communities that anyone watches. */
const POLL_MS = 250;

export class LiveHub {
  readonly #deps: LiveDeps;
  readonly #directory: CommunityDirectory;
  readonly #communities = new Map<string, LiveCommunity>();
  readonly #stopListening: () => void;
  readonly #poll: NodeJS.Timeout | null;
  #seen = new Map<string, number>();

  constructor(deps: LiveDeps, directory: CommunityDirectory) {
    this.#deps = deps;
    this.#directory = directory;
    this.#stopListening = deps.database.onCommit((communityId) => this.#communities.get(communityId)?.wake());
    // The embedded database has one process; nobody else can write to it.
    this.#poll =
      deps.database.engine?.kind === 'server' ? setInterval(() => void this.#lookElsewhere(), POLL_MS) : null;
    this.#poll?.unref();
  }

  /** @throws AppError NOT_FOUND, BAD_CURSOR, CURSOR_TOO_OLD */
  async subscribe(question: LiveQuestion, after: string | null): Promise<LiveQueue> {
    return (await this.#community(question.communityId)).subscribe(question, after);
  }

  /** The live model, caught up with every commit before this call: the figures as of now without a query over events. */
  async current(communityId: string): Promise<{ readonly model: LiveModel; readonly asOf: Date }> {
    return (await this.#community(communityId)).current();
  }

  stop(): void {
    this.#stopListening();
    if (this.#poll) clearInterval(this.#poll);
    for (const community of this.#communities.values()) community.stop();
  }

  async #community(communityId: string): Promise<LiveCommunity> {
    const known = this.#communities.get(communityId);
    if (known) return known;
    const entry = await this.#directory.byId(communityId);
    if (!entry) throw new AppError('NOT_FOUND', {}, 'community');
    const made = this.#communities.get(communityId) ?? new LiveCommunity(this.#deps, entry);
    this.#communities.set(communityId, made);
    return made;
  }

  async #lookElsewhere(): Promise<void> {
    const watched = [...this.#communities].filter(([, community]) => community.listeners > 0).map(([id]) => id);
    if (watched.length === 0) return;
    try {
      const rows = await this.#deps.database.read<{ id: string; seq: number }>(
        SYSTEM,
        sql`select community_id as id, event_seq::float8 as seq from community_counters where community_id = any(${watched}::uuid[])`,
      );
      for (const { id, seq } of rows) {
        if (seq !== this.#seen.get(id)) this.#communities.get(id)?.wake();
        this.#seen.set(id, seq);
      }
    } catch {
      // Away: the loops find out by asking, fall silent, and go on where they stood once it answers.
      for (const id of watched) this.#communities.get(id)?.wake();
    }
  }
}
