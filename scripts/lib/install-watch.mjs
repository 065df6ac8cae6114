// Owns reading what pnpm says while it installs: how far it is, and whether it still gets anywhere.
// Refuses to judge a slow line: only silence together with an error of the network, or minutes of nothing, is being stuck.

const progress = /Progress: resolved \d+, reused (\d+), downloaded (\d+), added (\d+)/g;
const networkFault = /\[?WARN\]? .*error \((\w+)\)\. Will retry/g;

/** pnpm tries every package for minutes: with an error known, and without. */
const faultPatienceMs = 45_000;
const silencePatienceMs = 120_000;

export class InstallWatch {
  #packages = 0;
  #added = 0;
  #movedAt;
  /** @type {string | null} */
  #fault = null;
  #rest = '';

  constructor(startedAtMs) {
    this.#movedAt = startedAtMs;
  }

  /** More of pnpm's append-only output. */
  take(text, nowMs) {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop();
    const whole = lines.join('\n');
    for (const [, reused, downloaded, added] of whole.matchAll(progress)) {
      const packages = Number(reused) + Number(downloaded);
      if (packages + Number(added) > this.#packages + this.#added) this.#movedAt = nowMs;
      this.#packages = packages;
      this.#added = Number(added);
    }
    for (const [, code] of whole.matchAll(networkFault)) this.#fault = code;
  }

  /** The code of what is wrong with the network, as somebody found out; pnpm keeps it to itself for minutes. */
  get fault() {
    return this.#fault;
  }

  blame(code) {
    this.#fault ??= code;
  }

  isSilentFor(ms, nowMs) {
    return nowMs - this.#movedAt >= ms;
  }

  /** True when no package has arrived for so long that more waiting is in vain. */
  isStuck(nowMs) {
    if (this.#fault !== null) return this.isSilentFor(faultPatienceMs, nowMs);
    return this.#packages === 0 && this.isSilentFor(silencePatienceMs, nowMs);
  }

  /** How far it is, for people who wait. */
  describe(nowMs) {
    return this.#fault !== null && this.isSilentFor(10_000, nowMs)
      ? `${this.#packages} packages; the registry does not answer (${this.#fault}), trying again`
      : `${this.#packages} packages`;
  }
}
