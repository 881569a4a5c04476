/** Legend and filters in one: each row shows how a thing or line looks, how many there are, and lets it be hidden. */

import { fill, h, own } from "./dom";
import { glyph, stroke } from "./glyph";
import { articleColour } from "./looks";
import type { Model } from "./model";
import { facetsOf } from "./shown";
import type { Facet, State, Store } from "./state";

interface Row {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly mark: Node | null;
}

export class Filters {
  private readonly boxes: { facet: Facet; value: string; box: HTMLInputElement }[] = [];
  private readonly reset: HTMLButtonElement;

  constructor(
    pane: HTMLElement,
    model: Model,
    private readonly store: Store,
  ) {
    const counts = countsOf(model);
    const { kinds, relations, articles } = model.page;
    this.reset = h("button", { type: "button", class: "small", hidden: true, onclick: () => store.set({ hidden: { kind: new Set(), relation: new Set(), polarity: new Set(), certainty: new Set(), cited: new Set(), article: new Set() } }) }, "Show everything");
    const group = (facet: Facet, title: string, rows: readonly Row[]): HTMLElement | null => {
      const used = rows.filter(({ value }) => counts.get(`${facet}\t${value}`));
      return used.length ? h("fieldset", {}, h("legend", {}, title), used.map((row) => this.row(facet, row, counts.get(`${facet}\t${row.value}`) ?? 0))) : null;
    };
    fill(
      pane,
      articles.length > 1
        ? group("article", "Articles", articles.map((article, n) => ({ value: article.slug, label: article.title.slice(0, 120), hint: "", mark: swatch(n) })))
        : null,
      group("kind", "Nodes", kinds.map((kind) => ({ value: kind.key, label: kind.label, hint: kind.definition, mark: glyph(kind.key) }))),
      group("relation", "Lines", relations.map((relation) => ({ value: relation.key, label: relation.label, hint: relation.definition, mark: null }))),
      group("polarity", "Polarity", [
        { value: "affirmed", label: "affirmed", hint: "The sentence says that it is so.", mark: stroke("plain") },
        { value: "negated", label: "denied", hint: "The sentence says that it is not so.", mark: stroke("crossed") },
      ]),
      group("certainty", "Certainty", [
        { value: "stated", label: "stated", hint: "The sentence says it without reserve.", mark: stroke("plain") },
        { value: "hedged", label: "hedged", hint: "The sentence says it with reserve.", mark: stroke("dashed") },
      ]),
      group("cited", "Citation", [
        { value: "yes", label: "cites a work", hint: "", mark: null },
        { value: "no", label: "cites none", hint: "", mark: null },
      ]),
      h("p", { class: "quiet hint" }, stroke("thick"), " the wider, the more claims", articles.length > 1 ? h("span", {}, h("br"), "Double ring: in several articles") : null),
      this.reset,
    );
  }

  show(state: State): void {
    for (const { facet, value, box } of this.boxes) {
      box.checked = !state.hidden[facet].has(value);
    }
    this.reset.hidden = Object.values(state.hidden).every((values) => !values.size);
  }

  private row(facet: Facet, { value, label, hint, mark }: Row, count: number): HTMLElement {
    const box = h("input", { type: "checkbox", checked: true, "data-facet": facet, "data-value": value, onchange: () => this.store.toggle(facet, value) });
    this.boxes.push({ facet, value, box });
    return h("label", { title: hint || null }, box, mark, h("span", { class: "name" }, own(label)), h("span", { class: "count" }, String(count)));
  }
}

function swatch(article: number): HTMLElement {
  const mark = h("span", { class: "swatch", "aria-hidden": "true" });
  mark.style.setProperty("--light", articleColour(article, "light"));
  mark.style.setProperty("--dark", articleColour(article, "dark"));
  return mark;
}

/** Count things by kind and claims by every other facet. */
function countsOf(model: Model): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  model.page.things.forEach((thing) => add(`kind\t${thing.kind}`));
  for (const claim of model.page.claims) {
    const facets = facetsOf(model, claim);
    for (const facet of ["relation", "polarity", "certainty", "cited", "article"] as const) {
      facets[facet].forEach((value) => add(`${facet}\t${value}`));
    }
  }
  return counts;
}
