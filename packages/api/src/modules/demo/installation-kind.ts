// Owns the rule that demo and real never mix: which kind a database is or becomes, and which options it refuses. Pure.
// Refuses to change what a database is: its kind was written once.
import { type Config, ConfigError } from '#platform/config';

export type InstallationKind = 'DEMO' | 'REAL';

/** What a start finds. */
export interface FoundInstallation {
  /** Null: nobody has said yet. */
  readonly kind: InstallationKind | null;
  /** No community and no account. */
  readonly empty: boolean;
  readonly engine: 'embedded' | 'server';
}

type KindOptions = Pick<Config, 'demo' | 'clock' | 'lan'>;

/**
 * The kind to go on with.
 * @throws ConfigError with a sentence where an option belongs to the other kind
 */
export function kindOf(found: FoundInstallation, options: KindOptions): InstallationKind {
  const kind = found.kind ?? proposedKind(found, options);
  if (kind === 'DEMO') {
    if (options.demo === 'no')
      throw new ConfigError(
        'This database holds the demo and stays one. For a real installation choose another DATA_DIR or DATABASE_URL.',
      );
    return kind;
  }
  const demoOption = options.demo === 'yes' ? '--demo' : options.clock ? '--clock' : options.lan ? '--lan' : null;
  if (demoOption) {
    throw new ConfigError(
      `${demoOption} is for the demo only, and this database is a real installation. For the demo choose an empty DATA_DIR.`,
    );
  }
  return kind;
}

/** The demo goes into an empty embedded database by default, into an empty server only when asked. */
function proposedKind({ empty, engine }: FoundInstallation, { demo, clock, lan }: KindOptions): InstallationKind {
  if (!empty || demo === 'no') return 'REAL';
  if (demo === 'yes') return 'DEMO';
  if (engine === 'server' && (clock || lan)) {
    throw new ConfigError(
      '--clock and --lan are for the demo only. Add --demo to fill this empty database with the demo.',
    );
  }
  return engine === 'embedded' ? 'DEMO' : 'REAL';
}

/** @throws ConfigError where the clock would start before what the demo has already lived through */
export function refuseEarlierClock(clock: Date | null, filledTo: Date): void {
  if (!clock || clock >= filledTo) return;
  throw new ConfigError(
    `This demo has run until ${filledTo.toISOString()} and time does not run backwards. To start at ${clock.toISOString()} choose another DATA_DIR, e.g. DATA_DIR=./data-2 npm start -- --clock …`,
  );
}
