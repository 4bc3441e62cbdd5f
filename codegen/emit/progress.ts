/** Says how far a stage is, as often as it likes. */
export type Tick = (done: number, total: number) => void;

/** Watches the stages of a run. */
export interface Progress {
  stage<Out extends ReadonlyMap<string, string>>(name: string, make: (tick: Tick) => Out): Out;
}

export const noTick: Tick = () => undefined;

export const noProgress: Progress = { stage: (_name, make) => make(noTick) };
