declare module 'linebreak' {
  class LineBreaker {
    constructor(text: string);
    /** Next place where a line may or must end; null at the end of the text. */
    nextBreak(): { readonly position: number; readonly required?: boolean } | null;
  }

  export { LineBreaker as default };
}
