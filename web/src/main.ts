/** nosograph's page: a graph beside the text that says so. */

import "./style.css";
import { Details } from "./details";
import { Exporting } from "./exporting";
import { Filters } from "./filters";
import { frame } from "./frame";
import { Graph } from "./graph";
import { listenToKeys } from "./keys";
import { pathOf, lengthOf, pointAt } from "./labelling";
import type { Tone } from "./looks";
import { Model } from "./model";
import { readPage } from "./payload";
import { printable } from "./printing";
import { Search } from "./search";
import { shown as shownOf, type Shown } from "./shown";
import { type State, Store } from "./state";
import { Table } from "./table";
import { Text } from "./text";
import { Toolbar } from "./toolbar";
const model = new Model(readPage(document));
const store = new Store();
const built = frame(document.getElementById("nosograph") as HTMLElement, model.page);
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const toneOf = (state: State): Tone => (state.theme === "auto" ? (prefersDark.matches ? "dark" : "light") : state.theme);

const graph = new Graph(built.canvas, model, ({ kind, id }) => store.choose(kind, id), (id) => model.hubs.has(model.placeOf(id) ?? -1) && store.turnFold(id), (camera) => store.set({ camera }));
let now: Shown = shownOf(model, store.state);
const exporting = new Exporting(graph, model, () => toneOf(store.state), () => now);
const toolbar = new Toolbar(built, graph, store, exporting);
const search = new Search(built.search, model, store, built.say);
const filters = new Filters(built.filters, model, store);
const details = new Details(built.details, model, store);
const text = new Text(built.text, model, store);
const table = new Table(built.table, model, store);

function show(state: State, before?: State): void {
  const tone = toneOf(state);
  if (!before || toneOf(before) !== tone || document.documentElement.dataset["theme"] !== tone) {
    document.documentElement.dataset["theme"] = tone;
    graph.paint(tone);
  }
  now = shownOf(model, state);
  graph.show(now);
  graph.mark(state, search.matching(state));
  const asTable = state.view === "table";
  built.table.hidden = !asTable;
  built.canvas.classList.toggle("away", asTable);
  built.empty.hidden = asTable || now.things.size > 0;
  if (asTable) {
    table.show(state, now);
    table.reveal();
  }
  filters.show(state);
  search.show(state);
  toolbar.show(state);
  const chosen = !before || state.claim !== before.claim || state.thing !== before.thing;
  if (chosen || state.hidden !== before.hidden || state.turned !== before.turned || state.focus !== before.focus) {
    details.show(state, now);
  }
  if (chosen || state.article !== before.article) {
    text.show(articleOf(state), model.claims.get(state.claim));
  }
  if (before && state.focus !== before.focus) {
    graph.arrange();
  } else if (state.camera && (!before || (state.camera !== before.camera && state.camera !== graph.camera()))) {
    graph.look(state.camera);
  } else if (chosen) {
    graph.reveal(state);
  }
  if (before && chosen) {
    built.say(spoken(state));
  }
}

/** The chosen claim's article, else the one picked, else one about the chosen thing or naming it, else the first. */
function articleOf(state: State): number {
  const claim = model.claims.get(state.claim);
  const picked = model.page.articles.findIndex((article) => article.slug === state.article);
  const place = model.placeOf(state.thing);
  if (claim || picked >= 0 || place === undefined) {
    return claim ? claim.article : Math.max(picked, 0);
  }
  const about = model.page.articles.findIndex((article) => article.about === place);
  return about >= 0 ? about : Math.min(...model.articlesAt(place));
}

function spoken(state: State): string {
  const claim = model.claims.get(state.claim);
  const place = model.placeOf(state.thing);
  if (claim) {
    return `${model.said(claim)}. ${claim.text}`;
  }
  return place === undefined ? "Nothing chosen" : `${model.thing(place).label}, ${model.claimsAt(place).length} claims`;
}

listenToKeys(built.canvas, graph, model, store, {
  search: () => search.focus(),
  details: () => (built.details.querySelector<HTMLElement>("h2") ?? built.details).focus(),
});
printable(built.print, graph, model, () => now);
store.listen(show);
prefersDark.addEventListener("change", () => show(store.state, store.state));
new ResizeObserver(() => graph.cy.resize()).observe(built.canvas);
show(store.state);
performance.mark("nosograph:ready");

/** Where a claim's line or a thing is on the screen, for what drives the page from outside. */
export function where(id: string): { x: number; y: number } | null {
  const { left, top } = built.canvas.getBoundingClientRect();
  const [zoom, pan] = [graph.cy.zoom(), graph.cy.pan()];
  const edge = graph.edgeOf(id)[0];
  const node = graph.nodeOf(id)[0];
  const line = edge?.isEdge() ? pathOf(edge) : null;
  const at = line ? pointAt(line, lengthOf(line) / 2) : node?.isNode() ? node.position() : null;
  return at && { x: left + at.x * zoom + pan.x, y: top + at.y * zoom + pan.y };
}

export { graph, model, store };
