/** The structure elements of pdfkit, most of which its types omit. */
interface Element {
  add(child: Element | object): Element;
  end(): void;
}

interface Marking {
  markStructureContent(tag: string): object;
  markContent(tag: string, options?: object): void;
  endMarkedContent(): void;
  continueOnNewPage(): void;
  struct(type: string): Element;
  addStructure(element: Element): void;
}

/** Names of PDF's structure that this area uses. */
export type StructureTag =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'BlockQuote'
  | 'Code';

/** Marks headings, lists and tables for screen readers. Each element stays in memory until the end of the document. */
export class Structure {
  readonly #document: Marking;
  readonly #open: Element[] = [];

  readonly #tagged: boolean;

  constructor(document: PDFKit.PDFDocument, tagged: boolean) {
    this.#document = document as unknown as Marking;
    this.#tagged = tagged;
    if (!tagged) return;
    const root = this.#document.struct('Document');
    this.#document.addStructure(root);
    this.#open.push(root);
  }

  /** Draws an element that contains other elements. */
  group<T>(tag: StructureTag, draw: () => T): T {
    const parent = this.#open.at(-1);
    if (!this.#tagged || parent === undefined) return draw();
    const element = this.#document.struct(tag);
    parent.add(element);
    this.#open.push(element);
    const result = draw();
    this.#open.pop();
    element.end();
    return result;
  }

  /** Draws the text of one element, or another part of it. */
  content<T>(tag: StructureTag, draw: () => T): T {
    const parent = this.#open.at(-1);
    if (!this.#tagged || parent === undefined) return draw();
    const element = this.#document.struct(tag);
    parent.add(element);
    const marked = this.#document.markStructureContent(tag);
    const result = draw();
    this.#document.endMarkedContent();
    element.add(marked);
    element.end();
    return result;
  }

  /** Draws decoration that is not read aloud, such as page numbers and lines. */
  artifact(draw: () => void): void {
    if (!this.#tagged) {
      draw();
      return;
    }
    this.#document.markContent('Artifact', { type: 'Pagination' });
    draw();
    this.#document.endMarkedContent();
  }

  continueOnNewPage(): void {
    this.#document.continueOnNewPage();
  }

  end(): void {
    this.#open.at(0)?.end();
  }
}
