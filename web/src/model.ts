/** The graph behind the page: claims gathered into edges, and what each thing takes part in. */

import type { Page, Statement, Thing } from "./payload";

/** Claims of one article that join the same things alike: one line of the picture. */
export interface Edge {
  readonly id: string;
  readonly source: number;
  readonly target: number;
  readonly relation: string;
  readonly article: number;
  readonly polarity: string;
  readonly certainty: string;
  readonly claims: readonly Statement[];
}

export class Model {
  readonly edges: readonly Edge[];
  readonly claims: ReadonlyMap<string, Statement>;
  readonly edgeOf: ReadonlyMap<string, Edge>;
  readonly relationLabels: ReadonlyMap<string, string>;
  readonly kindLabels: ReadonlyMap<string, string>;
  /** Things from which a claim goes out: what can be folded. */
  readonly hubs: ReadonlySet<number>;
  private readonly places: ReadonlyMap<string, number>;
  private readonly around: readonly Edge[][];

  constructor(readonly page: Page) {
    this.claims = new Map(page.claims.map((claim) => [claim.id, claim]));
    this.edges = gathered(page.claims);
    this.edgeOf = new Map(this.edges.flatMap((edge) => edge.claims.map((claim) => [claim.id, edge] as const)));
    this.places = new Map(page.things.map((thing, place) => [thing.id, place]));
    this.relationLabels = new Map(page.relations.map((term) => [term.key, term.label]));
    this.kindLabels = new Map(page.kinds.map((term) => [term.key, term.label]));
    this.hubs = new Set(this.edges.map((edge) => edge.source));
    this.around = page.things.map(() => []);
    for (const edge of this.edges) {
      this.around[edge.source]?.push(edge);
      if (edge.target !== edge.source) {
        this.around[edge.target]?.push(edge);
      }
    }
  }

  thing(place: number): Thing {
    const thing = this.page.things[place];
    if (!thing) {
      throw new RangeError(`there is no thing ${place}`);
    }
    return thing;
  }

  /** Give the place of a thing by its identifier, or undefined. */
  placeOf(id: string): number | undefined {
    return this.places.get(id);
  }

  edgesAt(place: number): readonly Edge[] {
    return this.around[place] ?? [];
  }

  claimsAt(place: number): readonly Statement[] {
    return this.edgesAt(place).flatMap((edge) => edge.claims);
  }

  articlesAt(place: number): ReadonlySet<number> {
    return new Set(this.edgesAt(place).map((edge) => edge.article));
  }

  relation(key: string): string {
    return this.relationLabels.get(key) ?? key;
  }

  /** Say a claim as a sentence of its own. */
  said(claim: Statement): string {
    const denied = claim.polarity === "negated" ? "not: " : "";
    return `${this.thing(claim.subject).label} ${denied}${this.relation(claim.relation)} ${this.thing(claim.object).label}`;
  }
}

function gathered(claims: readonly Statement[]): readonly Edge[] {
  const groups = new Map<string, Statement[]>();
  for (const claim of claims) {
    const key = [claim.subject, claim.object, claim.relation, claim.article, claim.polarity, claim.certainty].join("\t");
    const group = groups.get(key);
    if (group) {
      group.push(claim);
    } else {
      groups.set(key, [claim]);
    }
  }
  return [...groups.values()].map((group) => {
    const first = group[0] as Statement;
    return {
      id: `edge:${first.id}`,
      source: first.subject,
      target: first.object,
      relation: first.relation,
      article: first.article,
      polarity: first.polarity,
      certainty: first.certainty,
      claims: group,
    };
  });
}
