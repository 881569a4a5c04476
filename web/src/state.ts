/** What the reader has chosen, kept in the address's hash: the same link shows the same view. */

export const FACETS = ["kind", "relation", "polarity", "certainty", "cited", "article"] as const;
export type Facet = (typeof FACETS)[number];
export type Theme = "auto" | "light" | "dark";
export type View = "graph" | "table";

export interface State {
  /** The chosen claim's or thing's id; at most one of them is set. */
  readonly claim: string;
  readonly thing: string;
  readonly hidden: Readonly<Record<Facet, ReadonlySet<string>>>;
  readonly search: string;
  /** Things whose fold is not as it was at the start. */
  readonly turned: ReadonlySet<string>;
  readonly focus: string;
  readonly view: View;
  readonly theme: Theme;
  /** The article whose text is shown, by its slug; empty for the first. */
  readonly article: string;
  /** Where the reader has moved the picture: its middle and its zoom; empty while all of it is fitted in. */
  readonly camera: string;
}

const CAMERA = /^-?\d+,-?\d+,\d+(\.\d+)?$/;

const NONE: Readonly<Record<Facet, ReadonlySet<string>>> = {
  kind: new Set(),
  relation: new Set(),
  polarity: new Set(),
  certainty: new Set(),
  cited: new Set(),
  article: new Set(),
};

export const START: State = {
  claim: "",
  thing: "",
  hidden: NONE,
  search: "",
  turned: new Set(),
  focus: "",
  view: "graph",
  theme: "auto",
  article: "",
  camera: "",
};

/** Write a state as a hash, without its #; what is as at the start is left out. */
export function toHash(state: State): string {
  const words = new URLSearchParams();
  for (const name of ["claim", "thing", "focus", "article", "camera"] as const) {
    if (state[name]) {
      words.append(name, state[name]);
    }
  }
  for (const facet of FACETS) {
    [...state.hidden[facet]].sort().forEach((value) => words.append(`no-${facet}`, value));
  }
  [...state.turned].sort().forEach((id) => words.append("fold", id));
  if (state.search) {
    words.append("q", state.search);
  }
  if (state.view !== START.view) {
    words.append("view", state.view);
  }
  if (state.theme !== START.theme) {
    words.append("theme", state.theme);
  }
  return words.toString();
}

/** Read a hash; what it does not name, or names wrongly, is as at the start. */
export function fromHash(hash: string): State {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const theme = words.get("theme");
  const claim = words.get("claim") ?? "";
  return {
    claim,
    thing: claim ? "" : (words.get("thing") ?? ""),
    hidden: Object.fromEntries(FACETS.map((facet) => [facet, new Set(words.getAll(`no-${facet}`))])) as unknown as State["hidden"],
    search: words.get("q") ?? "",
    turned: new Set(words.getAll("fold")),
    focus: words.get("focus") ?? "",
    view: words.get("view") === "table" ? "table" : "graph",
    theme: theme === "light" || theme === "dark" ? theme : "auto",
    article: words.get("article") ?? "",
    camera: CAMERA.test(words.get("camera") ?? "") ? (words.get("camera") ?? "") : "",
  };
}

export type Listener = (state: State, before: State) => void;

/** Hold the state; tell those who listen, and the address, of each change. */
export class Store {
  private current: State;
  private readonly listeners: Listener[] = [];

  constructor() {
    this.current = fromHash(location.hash);
    addEventListener("hashchange", () => {
      if (location.hash.replace(/^#/, "") !== toHash(this.current)) {
        this.turn(fromHash(location.hash));
      }
    });
  }

  get state(): State {
    return this.current;
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  set(change: Partial<State>): void {
    const next = { ...this.current, ...change };
    const hash = toHash(next);
    if (hash === toHash(this.current)) {
      return;
    }
    // Without a hash the address keeps its #, so that no page is loaded anew.
    history.replaceState(null, "", `#${hash}`);
    this.turn(next);
  }

  /** Choose a claim, a thing, or nothing. */
  choose(kind: "claim" | "thing" | "none", id = ""): void {
    this.set({ claim: kind === "claim" ? id : "", thing: kind === "thing" ? id : "" });
  }

  /** Show or hide one value of a facet. */
  toggle(facet: Facet, value: string): void {
    const values = new Set(this.current.hidden[facet]);
    if (!values.delete(value)) {
      values.add(value);
    }
    this.set({ hidden: { ...this.current.hidden, [facet]: values } });
  }

  /** Fold what is unfolded, and the other way round. */
  turnFold(id: string): void {
    const turned = new Set(this.current.turned);
    if (!turned.delete(id)) {
      turned.add(id);
    }
    this.set({ turned });
  }

  private turn(next: State): void {
    const before = this.current;
    this.current = next;
    this.listeners.forEach((listener) => listener(next, before));
  }
}
