/** The claims that are shown, as a table: the way through the graph for eyes, keys and screen readers alike. */

import { fill, h, own } from "./dom";
import { glyph } from "./glyph";
import type { Model } from "./model";
import type { Statement } from "./payload";
import type { Shown } from "./shown";
import type { State, Store } from "./state";

/** Rows beyond this are left to the CSV. */
const MOST = 1000;

export class Table {
  constructor(
    private readonly pane: HTMLElement,
    private readonly model: Model,
    private readonly store: Store,
  ) {}

  show(state: State, shown: Shown): void {
    const { claims } = shown;
    fill(
      this.pane,
      claims.length > MOST ? h("p", { class: "quiet" }, `The first ${MOST} of ${claims.length} claims; the CSV holds all.`) : null,
      claimsTable(this.model, claims.slice(0, MOST), (claim) => this.opener(claim), state.claim),
    );
  }

  /** Bring the chosen claim's row into view. */
  reveal(): void {
    this.pane.querySelector("tr.chosen")?.scrollIntoView({ block: "nearest" });
  }

  private opener(claim: Statement): HTMLElement {
    return h("button", { type: "button", class: "inline", onclick: () => this.store.choose("claim", claim.id) }, this.model.relation(claim.relation));
  }
}

/** Make the table of claims; `relation` makes what stands between subject and object. */
export function claimsTable(model: Model, claims: readonly Statement[], relation: (claim: Statement) => Node | string, chosen = ""): HTMLElement {
  const several = model.page.articles.length > 1;
  const thing = (place: number): Node => h("span", { class: "with-glyph" }, glyph(model.thing(place).kind), own(model.thing(place).label));
  const row = (claim: Statement): HTMLElement =>
    h(
      "tr",
      { class: claim.id === chosen ? "chosen" : null },
      several ? h("td", {}, own(model.page.articles[claim.article]?.title.slice(0, 80) ?? "")) : null,
      h("td", {}, thing(claim.subject)),
      h("td", { class: claim.polarity === "negated" ? "denied" : null }, claim.polarity === "negated" ? "not: " : null, relation(claim)),
      h("td", {}, thing(claim.object)),
      h("td", {}, [claim.certainty === "hedged" ? "hedged" : "", claim.outcome === "unstated" ? "" : claim.outcome, claim.frequency].filter(Boolean).join(", ")),
      h("td", {}, claim.references.map((number) => `[${number}]`).join(" ")),
      h("td", { class: "score" }, claim.score.toFixed(2)),
    );
  const columns = [...(several ? ["Article"] : []), "Subject", "Relation", "Object", "How", "Cites", "Score"];
  return h(
    "table",
    { class: "claims-table" },
    h("caption", { class: "unseen" }, "Claims shown"),
    h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, claims.map(row)),
  );
}
