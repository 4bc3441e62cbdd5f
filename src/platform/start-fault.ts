/** Exit codes of sysexits.h, by which a supervisor can tell what a new attempt cannot change from what it can. */
export const EXIT_CONFIG = 78;
export const EXIT_UNAVAILABLE = 69;

/** Why a start cannot go on, in one line that says what to do. It is no defect, so its stack says nothing. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
  readonly exitCode: number;

  constructor(
    message: string,
    { exitCode = EXIT_CONFIG, cause }: { exitCode?: number; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.exitCode = exitCode;
  }
}
