/** Save what is shown: as a picture of dots, a picture of lines, or a table. */

import { csvOf } from "./csv";
import { h } from "./dom";
import type { Graph } from "./graph";
import { INKS, type Tone } from "./looks";
import type { Model } from "./model";
import { pictureOf, pictureText } from "./picture";
import type { Shown } from "./shown";

/** Canvases of more dots a side are refused by browsers. */
const DOTS = 8000;

export class Exporting {
  constructor(
    private readonly graph: Graph,
    private readonly model: Model,
    private readonly tone: () => Tone,
    private readonly shown: () => Shown,
  ) {}

  png(): void {
    const { w, h: height } = this.graph.cy.elements().boundingBox();
    const scale = Math.max(Math.min(2, DOTS / Math.max(w, height, 1)), 0.05);
    const blob = this.graph.cy.png({ output: "blob", full: true, scale, bg: INKS[this.tone()].ground }) as unknown as Blob;
    this.save(blob, "png");
  }

  svg(): void {
    const text = pictureText(pictureOf(this.graph, this.model, this.tone()));
    this.save(new Blob([text], { type: "image/svg+xml" }), "svg");
  }

  csv(): void {
    this.save(new Blob(["\ufeff", csvOf(this.model, this.shown().claims)], { type: "text/csv;charset=utf-8" }), "csv");
  }

  private save(blob: Blob, ending: string): void {
    const href = URL.createObjectURL(blob);
    const { articles } = this.model.page;
    const name = articles.length === 1 ? (articles[0]?.slug ?? "graph") : "graph";
    h("a", { href, download: `${name.replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 80)}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }
}
