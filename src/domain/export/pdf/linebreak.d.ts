declare module 'linebreak' {
  interface LineBreak {
    readonly position: number;
  }
  const LineBreaker: new (
    text: string,
  ) => {
    /** Next position at which a line can or must end; null at the end of the text. */
    nextBreak(): LineBreak | null;
  };
  export = LineBreaker;
}
