/** The article's text beside the graph: mentions lead to their things, the chosen claim's sentence is lit. */

import { fill, h, link, own } from "./dom";
import { lookOf } from "./looks";
import type { Model } from "./model";
import type { Entry, Source, Statement } from "./payload";
import type { Store } from "./state";

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly element: HTMLElement;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

export class Text {
  private shownArticle = -1;
  private pieces: Piece[] = [];
  private readonly body = h("div", { class: "text-body" });
  private readonly picker: HTMLSelectElement | null;

  constructor(
    pane: HTMLElement,
    private readonly model: Model,
    private readonly store: Store,
  ) {
    const { articles } = model.page;
    this.picker =
      articles.length > 1
        ? h(
            "select",
            { id: "article", "aria-label": "Article whose text is shown", onchange: () => store.set({ article: this.picker?.value ?? "" }) },
            articles.map((article) => h("option", { value: article.slug }, article.title.slice(0, 120))),
          )
        : null;
    fill(pane, this.picker && h("div", { class: "picker" }, this.picker), this.body);
  }

  /** Show the text of an article, and light the sentence and the words of a claim. */
  show(article: number, claim: Statement | undefined): void {
    if (article !== this.shownArticle) {
      this.render(article);
    }
    for (const { start, end, element } of this.pieces) {
      const inSentence = !!claim && start < claim.sentence[1] && end > claim.sentence[0];
      const inQuote = !!claim && claim.evidence.some(([from, to]) => start < to && end > from);
      element.classList.toggle("lit", inSentence);
      element.classList.toggle("quoted", inQuote);
    }
    if (claim) {
      this.scrollTo(claim);
    }
  }

  private scrollTo(claim: Statement): void {
    const first = this.pieces.find(({ element }) => element.classList.contains("lit"))?.element;
    const pane = this.body.closest<HTMLElement>(".scrolls");
    if (!first || !pane || !claim) {
      return;
    }
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const top = first.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
    pane.scrollTo({ top: Math.max(top - 48, 0), behavior: still ? "auto" : "smooth" });
  }

  private render(place: number): void {
    const article = this.model.page.articles[place];
    this.shownArticle = place;
    this.pieces = [];
    if (!article) {
      return;
    }
    if (this.picker) {
      this.picker.value = article.slug;
    }
    const claims = this.model.page.claims.filter((claim) => claim.article === place);
    const written = new Written(article.text);
    const headings = new Set(claims.map((claim) => claim.section).filter(Boolean));
    const entries = new Map(article.references.map((entry) => [entry.span[0], entry]));
    const cuts = cutsOf(claims);
    const blocks = written.lines().map((line) => this.block(line, { written, article, claims, headings, entries, cuts }));
    fill(this.body, blocks.length ? blocks : h("p", { class: "quiet" }, "The graph holds no text of this article."), terms(article));
  }

  private block(line: Line, of: Blocks): HTMLElement {
    const words = of.written.slice(line.start, line.end);
    const entry = of.entries.get(line.start);
    const [tag, name] = blockOf(words, line, entry, of);
    const bounds = [line.start, ...of.cuts.filter((cut) => cut > line.start && cut < line.end), line.end];
    const parts = bounds.slice(1).map((end, n) => this.piece(bounds[n] as number, end, of));
    return h(tag, { class: name, dir: "auto" }, entry && h("span", { class: "number" }, `${entry.number}. `), parts);
  }

  private piece(start: number, end: number, { written, claims }: Blocks): HTMLElement {
    const words = written.slice(start, end);
    const here = claims.filter((claim) => claim.evidence.some(([from, to]) => from <= start && to >= end));
    const closest = here.sort((a, b) => widthAt(a, start) - widthAt(b, start))[0];
    const element = closest ? this.mention(words, closest) : h("span", {}, words);
    this.pieces.push({ start, end, element });
    return element;
  }

  private mention(words: string, claim: Statement): HTMLElement {
    const thing = this.model.thing(claim.object);
    const colours = lookOf(thing.kind).fill;
    const element = h(
      "a",
      {
        class: "mention",
        href: `#${new URLSearchParams({ thing: thing.id })}`,
        title: `${thing.label.slice(0, 200)} (${this.model.kindLabels.get(thing.kind) ?? thing.kind})`,
        onclick: (event: MouseEvent) => {
          event.preventDefault();
          this.store.choose("thing", thing.id);
        },
      },
      words,
    );
    element.style.setProperty("--light", colours.light);
    element.style.setProperty("--dark", colours.dark);
    return element;
  }
}

interface Blocks {
  readonly written: Written;
  readonly article: Source;
  readonly claims: readonly Statement[];
  readonly headings: ReadonlySet<string>;
  readonly entries: ReadonlyMap<number, Entry>;
  readonly cuts: readonly number[];
}

function blockOf(words: string, line: Line, entry: Entry | undefined, of: Blocks): readonly ["h2" | "h3" | "p", string] {
  if (line.start === 0 && words.trim() === of.article.title.trim()) {
    return ["h2", "title"];
  }
  if (entry) {
    return ["p", "reference"];
  }
  return of.headings.has(words.trim()) ? ["h3", "heading"] : ["p", words.length < 60 && !/[.!?:;]$/.test(words.trim()) ? "short" : ""];
}

/** Every place where a piece of the text begins or ends. */
function cutsOf(claims: readonly Statement[]): readonly number[] {
  const cuts = claims.flatMap((claim) => [...claim.sentence, ...claim.evidence.flat()]);
  return [...new Set(cuts)].sort((a, b) => a - b);
}

function widthAt(claim: Statement, place: number): number {
  return Math.min(...claim.evidence.filter(([from, to]) => from <= place && place < to).map(([from, to]) => to - from));
}

function terms(article: Source): HTMLElement {
  return h(
    "p",
    { class: "terms" },
    article.href ? ["Text: ", link(article.href, "source"), ". "] : null,
    article.attribution ? [own(article.attribution), ". "] : null,
    article.licence.label ? ["Licence: ", link(article.licence.href, article.licence.label), "."] : null,
  );
}

/** A text by code points, which JavaScript counts otherwise beyond the first plane. */
class Written {
  private readonly points: readonly string[] | null;

  constructor(private readonly text: string) {
    this.points = /[\uD800-\uDFFF]/.test(text) ? [...text] : null;
  }

  slice(start: number, end: number): string {
    return this.points ? this.points.slice(start, end).join("") : this.text.slice(start, end);
  }

  /** Give the lines that hold anything. */
  lines(): readonly Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (const words of this.text.split("\n")) {
      const length = this.points ? [...words].length : words.length;
      if (words.trim()) {
        lines.push({ start, end: start + length });
      }
      start += length + 1;
    }
    return lines;
  }
}
