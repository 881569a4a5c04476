/** The keyboard: through the graph by arrows, and the page's own keys. */

import type { Graph } from "./graph";
import type { Model } from "./model";
import type { Store } from "./state";

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

export interface Doing {
  readonly search: () => void;
  readonly details: () => void;
}

export function listenToKeys(canvas: HTMLElement, graph: Graph, model: Model, store: Store, doing: Doing): void {
  const onThing = (act: (id: string) => void) => (): void => {
    const id = store.state.thing || model.page.things[model.claims.get(store.state.claim)?.subject ?? -1]?.id;
    if (id) {
      act(id);
    }
  };
  const zoom = (factor: number): void => {
    graph.zoomBy(factor);
    store.set({ camera: graph.camera() });
  };
  const keys: Readonly<Record<string, () => void>> = {
    e: () => nextLine(graph, model, store),
    f: onThing((id) => store.set({ focus: store.state.focus === id ? "" : id })),
    x: onThing((id) => store.turnFold(id)),
    Enter: doing.details,
    "+": () => zoom(1.25),
    "=": () => zoom(1.25),
    "-": () => zoom(0.8),
    "0": () => {
      graph.fit();
      store.set({ camera: "" });
    },
  };
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const arrow = ARROWS[event.key];
    const act = keys[event.key] ?? keys[event.key.toLowerCase()];
    if (arrow) {
      event.preventDefault();
      const claim = model.claims.get(store.state.claim);
      const from = store.state.thing || (claim ? model.thing(claim.object).id : "");
      const next = graph.next(from, ...arrow);
      if (next) {
        store.choose("thing", next);
      }
    } else if (act) {
      event.preventDefault();
      act();
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as Element | null)?.matches?.("input, select, textarea");
    if (event.key === "Escape") {
      store.choose("none");
    } else if (event.key === "/" && !typing) {
      event.preventDefault();
      doing.search();
    }
  });
}

/** Go round the lines of the chosen node, or of the subject of the chosen line. */
function nextLine(graph: Graph, model: Model, store: Store): void {
  const { claim: claimId, thing } = store.state;
  const claim = model.claims.get(claimId);
  const place = model.placeOf(thing) ?? claim?.subject;
  const lines = place === undefined ? [] : model.edgesAt(place).filter((edge) => graph.cy.getElementById(edge.id).nonempty());
  const at = claim ? lines.findIndex((edge) => edge.claims.includes(claim)) : -1;
  const next = lines[(at + 1) % lines.length]?.claims[0];
  if (next) {
    store.choose("claim", next.id);
  }
}
