/** The page's frame: its head, the graph, the filters, and what is told beside. */

import { fill, h } from "./dom";
import type { Page } from "./payload";

export interface Frame {
  readonly search: HTMLElement;
  readonly tools: HTMLElement;
  readonly filters: HTMLElement;
  readonly canvas: HTMLElement;
  readonly zoom: HTMLElement;
  readonly table: HTMLElement;
  readonly details: HTMLElement;
  readonly text: HTMLElement;
  readonly print: HTMLElement;
  readonly empty: HTMLElement;
  readonly say: (words: string) => void;
}

/** Build the frame into the document's root. */
export function frame(root: HTMLElement, page: Page): Frame {
  const search = h("div", { class: "search", role: "search" });
  const tools = h("div", { class: "tools", role: "toolbar", "aria-label": "View and export" });
  const filters = h("div", { class: "filters-body" });
  const canvas = h("div", {
    id: "graph",
    class: "canvas",
    tabindex: 0,
    role: "application",
    "aria-roledescription": "graph",
    "aria-label": "Graph. The arrow keys go from node to node, E through the node's lines, Enter to what is told of it. The table holds the same claims.",
  });
  const zoom = h("div", { class: "zoom" });
  const table = h("div", { class: "table scrolls", hidden: true, tabindex: 0, role: "region", "aria-label": "Table of claims" });
  const empty = h("p", { class: "empty quiet", hidden: true }, "Nothing is left to show: let the filters show more.");
  const details = h("section", { class: "details", "aria-label": "What is chosen", tabindex: -1 });
  const text = h("section", { class: "text", "aria-label": "Article" });
  const side = h("aside", { class: "side", "aria-label": "Sentence, citation and article" }, details, h("div", { class: "text-pane scrolls", tabindex: 0, role: "region", "aria-label": "Text of the article" }, text));
  const wide = matchMedia("(min-width: 1080px)").matches;
  const drawer = h("details", { class: "filters", open: wide }, h("summary", {}, "Legend and filters"), filters);
  const print = h("div", { class: "print" });
  const live = h("p", { class: "unseen", "aria-live": "polite" });
  fill(
    root,
    h("a", { class: "skip", href: "#graph", onclick: (event: MouseEvent) => (event.preventDefault(), canvas.focus()) }, "To the graph"),
    h("header", {}, h("h1", { dir: "auto", title: page.title.slice(0, 300) }, page.title.slice(0, 300)), search, tools),
    print,
    h("main", {}, h("div", { class: "stage" }, canvas, table, empty, zoom, drawer), side),
    live,
  );
  return { search, tools, filters, canvas, zoom, table, details, text, print, empty, say: (words) => void (live.textContent = words) };
}
