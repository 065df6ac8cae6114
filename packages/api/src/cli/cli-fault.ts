// What ends the command line with a sentence and an exit code. Refuses stacks: those are for what nobody foresaw.

/** 1: the server refused or does not answer. 2: the command was written wrongly. 3: the files are not ready; nothing was written. */
export type ExitCode = 1 | 2 | 3;

export class CliFault extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}
