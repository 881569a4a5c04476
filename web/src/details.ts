/** What is chosen, told in full: a claim with its sentence and its citation, or a thing with all its claims. */

import { fill, h, link, own } from "./dom";
import { glyph, stroke } from "./glyph";
import type { Model } from "./model";
import { NOTHING, type Statement, type Thing, type Work } from "./payload";
import { isFolded, type Shown } from "./shown";
import type { State, Store } from "./state";

const NAMES = 8;
const CLAIMS = 60;

export class Details {
  constructor(
    private readonly pane: HTMLElement,
    private readonly model: Model,
    private readonly store: Store,
  ) {}

  show(state: State, shown: Shown): void {
    const claim = this.model.claims.get(state.claim);
    const place = this.model.placeOf(state.thing);
    if (claim) {
      fill(this.pane, this.claim(claim, shown));
    } else if (place !== undefined) {
      fill(this.pane, this.thing(this.model.thing(place), place, state, shown));
    } else {
      fill(this.pane, this.overview(shown));
    }
    this.pane.scrollTop = 0;
  }

  private overview(shown: Shown): Node[] {
    const { articles, things, claims } = this.model.page;
    const folded = shown.things.size < things.length;
    return [
      h("h2", {}, articles.length > 1 ? `${articles.length} articles` : "What the article says"),
      h(
        "p",
        {},
        `${counted(claims.length, "claim")} about ${counted(things.length, "thing")}, each with the sentence that makes it`,
        folded ? `; ${shown.things.size} things are shown` : "",
        ". Choose a line for its sentence and citation, a node for its claims.",
      ),
      shown.left ? h("p", { class: "quiet" }, `${counted(shown.left, "further node")} found no room: look for them by name.`) : null,
      h(
        "details",
        {},
        h("summary", {}, "Keys"),
        h(
          "dl",
          { class: "keys" },
          [
            ["Arrows", "in the graph: to the next node"],
            ["E", "through the chosen node's lines"],
            ["Enter", "to what is told of it"],
            ["F", "focus on its neighbours, and back"],
            ["X", "fold or unfold its neighbours"],
            ["+  −  0", "zoom, show all"],
            ["/", "search"],
            ["Esc", "choose nothing"],
          ].map(([key, what]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)]).flat(),
        ),
      ),
    ].filter((node) => node !== null);
  }

  private claim(claim: Statement, shown: Shown): Node[] {
    const alike = (shown.edges.find(({ edge }) => edge === this.model.edgeOf.get(claim.id))?.claims ?? [claim]).filter(Boolean);
    const article = this.model.page.articles[claim.article];
    return [
      h("p", { class: "kicker" }, this.model.page.articles.length > 1 && article ? own(article.title.slice(0, 200)) : "Claim", claim.section ? [" · ", own(claim.section)] : null),
      h(
        "h2",
        { class: "claim-title", tabindex: -1 },
        this.thingButton(claim.subject),
        h("span", { class: claim.polarity === "negated" ? "relation denied" : "relation" }, ` ${claim.polarity === "negated" ? "not: " : ""}${this.model.relation(claim.relation)} `),
        this.thingButton(claim.object),
      ),
      alike.length > 1 ? this.siblings(claim, alike) : null,
      h("blockquote", { dir: "auto", cite: article?.href || null }, this.quoted(claim)),
      this.citations(claim),
      h(
        "dl",
        { class: "facts" },
        fact("Polarity", claim.polarity, stroke(claim.polarity === "negated" ? "crossed" : "plain")),
        fact("Certainty", claim.certainty, stroke(claim.certainty === "hedged" ? "dashed" : "plain")),
        fact("Match", claim.match),
        fact("Outcome", claim.outcome),
        fact("Frequency", claim.frequency),
        fact("Score", claim.score.toFixed(2), h("meter", { min: 0, max: 1, value: claim.score, "aria-label": "Score" })),
        fact("Why", claim.why),
        fact("Decision", claim.decision),
        fact("Note", claim.note),
      ),
    ].filter((node) => node !== null);
  }

  /** The sentence with the words of the evidence marked; as the graph gives it where the text is missing. */
  private quoted(claim: Statement): Node[] {
    const points = [...claim.text];
    const whole = points.length === claim.sentence[1] - claim.sentence[0];
    const marked = (n: number): boolean => whole && claim.evidence.some(([from, to]) => from <= n + claim.sentence[0] && n + claim.sentence[0] < to);
    const nodes: Node[] = [];
    for (let start = 0; start < points.length; ) {
      let end = start + 1;
      while (end < points.length && marked(end) === marked(start)) {
        end++;
      }
      const words = points.slice(start, end).join("");
      nodes.push(marked(start) ? h("mark", {}, words) : document.createTextNode(words));
      start = end;
    }
    return nodes;
  }

  private siblings(claim: Statement, alike: readonly Statement[]): HTMLElement {
    const at = alike.indexOf(claim);
    const step = (by: number) => () => this.store.choose("claim", (alike[(at + by + alike.length) % alike.length] as Statement).id);
    return h(
      "p",
      { class: "siblings" },
      h("button", { type: "button", class: "small", "aria-label": "Sentence before", onclick: step(-1) }, "‹"),
      ` sentence ${at + 1} of ${alike.length} `,
      h("button", { type: "button", class: "small", "aria-label": "Next sentence", onclick: step(1) }, "›"),
    );
  }

  private citations(claim: Statement): HTMLElement {
    const entries = this.model.page.articles[claim.article]?.references ?? [];
    const named = claim.references.map((number) => ({ number, work: entries.find((entry) => entry.number === number)?.work ?? NOTHING }));
    const others = claim.works.filter((work) => !named.some((entry) => entry.work === work)).map((work) => ({ number: "", work }));
    const cited = [...named, ...others];
    return cited.length
      ? h("ul", { class: "citations", "aria-label": "Cited works" }, cited.map(({ number, work }) => h("li", {}, number && h("span", { class: "number" }, `[${number}] `), citation(this.model.page.works[work]))))
      : h("p", { class: "quiet" }, "The sentence cites no work.");
  }

  private thing(thing: Thing, place: number, state: State, shown: Shown): Node[] {
    const claims = shown.claims.filter((claim) => claim.subject === place || claim.object === place);
    const all = this.model.claimsAt(place).length;
    const focused = state.focus === thing.id;
    return [
      h("p", { class: "kicker" }, glyph(thing.kind), ` ${this.model.kindLabels.get(thing.kind) ?? thing.kind}`),
      h("h2", { tabindex: -1, dir: "auto" }, thing.label),
      h("p", { class: "identifier" }, thing.href ? [link(thing.href, thing.id), " ↗"] : own(thing.id.startsWith("text:") ? "the article's own words, without an identifier" : thing.id)),
      h(
        "p",
        { class: "actions" },
        h("button", { type: "button", "aria-pressed": String(focused), onclick: () => this.store.set({ focus: focused ? "" : thing.id }) }, focused ? "Show all again" : "Focus on neighbours"),
        this.model.hubs.has(place)
          ? h("button", { type: "button", onclick: () => this.store.turnFold(thing.id) }, isFolded(this.model, state, place) ? "Unfold" : "Fold")
          : null,
      ),
      thing.synonyms.length ? named("Also called", thing.synonyms.map((name) => own(name))) : null,
      thing.same.length ? named("Elsewhere", thing.same.map(({ label, href }) => link(href, label))) : null,
      thing.sources.length ? h("p", { class: "quiet" }, "Names from ", own(thing.sources.join(", ")), ".") : null,
      h("h3", {}, claims.length === all ? counted(all, "claim") : `${claims.length} of ${counted(all, "claim")}`),
      h("ul", { class: "claims" }, claims.slice(0, CLAIMS).map((claim) => h("li", {}, this.claimButton(claim, place)))),
      claims.length > CLAIMS ? h("p", { class: "quiet" }, `The table shows the other ${claims.length - CLAIMS}.`) : null,
    ].filter((node) => node !== null);
  }

  private thingButton(place: number): HTMLElement {
    const thing = this.model.thing(place);
    return h("button", { type: "button", class: "inline", onclick: () => this.store.choose("thing", thing.id) }, own(thing.label));
  }

  private claimButton(claim: Statement, place: number): HTMLElement {
    const out = claim.subject === place;
    const other = this.model.thing(out ? claim.object : claim.subject);
    return h(
      "button",
      { type: "button", class: "row", onclick: () => this.store.choose("claim", claim.id) },
      glyph(other.kind),
      h(
        "span",
        {},
        h("span", { class: claim.polarity === "negated" ? "relation denied" : "relation" }, `${out ? "" : "← "}${claim.polarity === "negated" ? "not: " : ""}${this.model.relation(claim.relation)} `),
        own(other.label),
        claim.certainty === "hedged" ? h("span", { class: "quiet" }, " (hedged)") : null,
      ),
    );
  }
}

function fact(name: string, value: string, ...beside: Node[]): Node | null {
  return value ? h("div", {}, h("dt", {}, name), h("dd", {}, beside, own(value))) : null;
}

function named(heading: string, values: readonly Node[]): HTMLElement {
  const list = (some: readonly Node[]): Node => h("ul", { class: "names" }, some.map((value) => h("li", {}, value)));
  return h(
    "section",
    { class: "named" },
    h("h3", {}, heading),
    list(values.slice(0, NAMES)),
    values.length > NAMES ? h("details", {}, h("summary", {}, `${values.length - NAMES} more`), list(values.slice(NAMES))) : null,
  );
}

/** Cite a work: authors, title, where and when, and the link that leads to it. */
function citation(work: Work | undefined): HTMLElement {
  if (!work) {
    return h("span", { class: "quiet" }, "an entry that the reference list lacks");
  }
  const authors = work.authors.length > 6 ? `${work.authors.slice(0, 6).join(", ")} et al.` : work.authors.join(", ");
  const number = [work.volume, work.issue && `(${work.issue})`].filter(Boolean).join(" ");
  const place = [work.container, work.publisher, number, work.pages && `pp. ${work.pages}`].filter(Boolean).join(", ");
  return h(
    "span",
    {},
    ended(authors),
    work.title ? h("cite", {}, ended(work.title)) : null,
    ended(place),
    ended(work.issued),
    link(work.href, work.id.replace(/^DOI:/, "doi:")),
  );
}

/** End a part of a citation with a full stop, unless it has its own. */
function ended(part: string): HTMLElement | null {
  return part ? h("span", {}, own(part), /[.?!…]$/.test(part) ? " " : ". ") : null;
}

export function counted(number: number, what: string): string {
  return `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;
}
