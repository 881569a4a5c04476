/** Look for things by name, synonym or identifier, and for words of the sentences (ARIA's combobox with a list). */

import { fill, h, own } from "./dom";
import { glyph } from "./glyph";
import type { Model } from "./model";
import type { State, Store } from "./state";

const MOST = 12;
const SENTENCES = 6;

interface Found {
  readonly kind: "thing" | "claim";
  readonly id: string;
  readonly label: string;
  readonly beside: string;
  readonly glyph: string;
}

export class Search {
  private readonly input: HTMLInputElement;
  private readonly list = h("ul", { id: "found", role: "listbox", "aria-label": "Found", hidden: true });
  private found: readonly Found[] = [];
  private active = -1;
  private readonly names: readonly string[];

  constructor(
    pane: HTMLElement,
    private readonly model: Model,
    private readonly store: Store,
    private readonly say: (words: string) => void,
  ) {
    this.names = model.page.things.map((thing) => [thing.label, thing.id, ...thing.synonyms].join("\n").toLowerCase());
    this.input = h("input", {
      type: "search",
      id: "search",
      placeholder: "Search",
      autocomplete: "off",
      spellcheck: "false",
      role: "combobox",
      "aria-label": "Search names, identifiers and sentences",
      "aria-expanded": "false",
      "aria-controls": "found",
      "aria-autocomplete": "list",
      oninput: () => this.typed(),
      onkeydown: (event: KeyboardEvent) => this.pressed(event),
      onblur: () => setTimeout(() => this.close(), 150),
    });
    fill(pane, this.input, this.list);
  }

  /** Give the places of the things that what is looked for names. */
  matching(state: State): ReadonlySet<number> {
    const words = state.search.trim().toLowerCase();
    return new Set(words ? [...this.names.keys()].filter((place) => this.names[place]?.includes(words)) : []);
  }

  show(state: State): void {
    if (this.input.value !== state.search && document.activeElement !== this.input) {
      this.input.value = state.search;
    }
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private typed(): void {
    this.store.set({ search: this.input.value });
    const words = this.input.value.trim().toLowerCase();
    this.found = words ? this.look(words) : [];
    this.active = -1;
    fill(this.list, this.found.map((one, n) => this.option(one, n)));
    const open = !!words;
    if (open && !this.found.length) {
      fill(this.list, h("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "quiet" }, "Nothing found"));
    }
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.input.removeAttribute("aria-activedescendant");
    this.say(open ? `${this.found.length} found` : "");
  }

  private look(words: string): readonly Found[] {
    const places = [...this.matching(this.store.state)].sort((a, b) => this.rank(a, words) - this.rank(b, words) || a - b);
    const things = places.slice(0, MOST).map((place): Found => {
      const thing = this.model.thing(place);
      return { kind: "thing", id: thing.id, label: thing.label, beside: thing.id, glyph: thing.kind };
    });
    const claims = words.length > 2 ? this.model.page.claims.filter((claim) => claim.text.toLowerCase().includes(words)) : [];
    const sentences = claims.slice(0, SENTENCES).map((claim): Found => {
      const at = Math.max(claim.text.toLowerCase().indexOf(words) - 24, 0);
      return { kind: "claim", id: claim.id, label: this.model.said(claim), beside: `${at ? "…" : ""}${claim.text.slice(at, at + 90)}…`, glyph: "" };
    });
    return [...things, ...sentences];
  }

  private rank(place: number, words: string): number {
    const label = this.model.thing(place).label.toLowerCase();
    return label === words ? 0 : label.startsWith(words) ? 1 : label.includes(words) ? 2 : 3;
  }

  private option(found: Found, n: number): HTMLElement {
    return h(
      "li",
      { role: "option", id: `found-${n}`, "aria-selected": "false", onmousedown: (event: MouseEvent) => (event.preventDefault(), this.take(found)) },
      found.glyph ? glyph(found.glyph) : null,
      h("span", { class: "label" }, own(found.label.slice(0, 160))),
      h("span", { class: "beside" }, own(found.beside.slice(0, 140))),
    );
  }

  private pressed(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.found.length) {
      event.preventDefault();
      this.active = (this.active + step + this.found.length) % this.found.length;
      [...this.list.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === this.active)));
      this.list.children[this.active]?.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", `found-${this.active}`);
    } else if (event.key === "Enter") {
      const found = this.found[Math.max(this.active, 0)];
      if (found) {
        this.take(found);
      }
    } else if (event.key === "Escape" && this.input.value) {
      event.stopPropagation();
      this.input.value = "";
      this.typed();
    }
  }

  private take(found: Found): void {
    this.store.choose(found.kind, found.id);
    this.close();
  }

  private close(): void {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}
