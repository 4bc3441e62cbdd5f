import { isLine, isText } from '#src/texts.ts';

/** One form of the rule of texts. */
interface TextRule {
  /** What a text has to satisfy, for the violation. */
  readonly message: string;
  readonly accepts: (text: string) => boolean;
}

export const LINE: TextRule = {
  message: 'must be one line that shows something and holds no control characters or noncharacters',
  accepts: isLine,
};

/** By the format that asks for it, which names the rule in violations too. */
export const TEXT_RULES: ReadonlyMap<string, TextRule> = new Map([
  ['line', LINE],
  [
    'text',
    {
      message:
        'must show something and hold no control characters but tabs and ends of lines, and no noncharacters',
      accepts: isText,
    },
  ],
]);
