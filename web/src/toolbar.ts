/** The buttons: graph or table, the look, the exports. */

import { fill, h } from "./dom";
import type { Exporting } from "./exporting";
import type { Frame } from "./frame";
import type { Graph } from "./graph";
import type { State, Store, Theme } from "./state";

const NEXT: Readonly<Record<Theme, Theme>> = { auto: "light", light: "dark", dark: "auto" };

export class Toolbar {
  private readonly view: HTMLButtonElement;
  private readonly theme: HTMLButtonElement;

  constructor(frame: Frame, graph: Graph, store: Store, exporting: Exporting) {
    this.view = button("Table", () => store.set({ view: store.state.view === "graph" ? "table" : "graph" }));
    this.theme = button("", () => store.set({ theme: NEXT[store.state.theme] }));
    const menu = h(
      "details",
      { class: "menu" },
      h("summary", {}, "Export"),
      h(
        "div",
        { class: "menu-body" },
        ([["PNG", () => exporting.png()], ["SVG", () => exporting.svg()], ["CSV", () => exporting.csv()], ["Print…", () => print()]] as const).map(([name, act]) =>
          button(name, () => {
            menu.open = false;
            act();
          }),
        ),
      ),
    );
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target as Node)) {
        menu.open = false;
      }
    });
    fill(frame.tools, this.view, this.theme, menu);
    fill(
      frame.zoom,
      button("+", () => (graph.zoomBy(1.25), store.set({ camera: graph.camera() })), "Zoom in"),
      button("−", () => (graph.zoomBy(0.8), store.set({ camera: graph.camera() })), "Zoom out"),
      button("Fit", () => (graph.fit(), store.set({ camera: "" })), "Fit all into view"),
      button("Arrange", () => (graph.arrange(), store.set({ camera: "" })), "Arrange anew"),
    );
  }

  show(state: State): void {
    this.view.textContent = state.view === "graph" ? "Table" : "Graph";
    this.theme.textContent = { auto: "Auto", light: "Light", dark: "Dark" }[state.theme];
    this.theme.setAttribute("aria-label", `Colours: ${state.theme}`);
  }
}

function button(name: string, act: () => void, label = ""): HTMLButtonElement {
  return h("button", { type: "button", onclick: act, "aria-label": label || null, title: label || null }, name);
}
