/** What of the graph is shown: what the filters let through, the folds leave open and the focus reaches. */

import type { Edge, Model } from "./model";
import type { Statement } from "./payload";
import type { Facet, State } from "./state";

/** Pages of more things than this start folded. */
const MANY = 150;
/** Of a folded page, so many hubs and so many things shared by several of them are shown at most. */
const HUBS = 120;
const SHARED = 40;

export interface ShownEdge {
  readonly edge: Edge;
  readonly claims: readonly Statement[];
}

export interface Shown {
  readonly things: ReadonlySet<number>;
  readonly edges: readonly ShownEdge[];
  readonly claims: readonly Statement[];
  /** How many neighbours of a thing its fold holds back. */
  readonly heldBack: ReadonlyMap<number, number>;
  /** Hubs that found no room at all. */
  readonly left: number;
}

export function startsFolded(model: Model): boolean {
  return model.page.things.length > MANY;
}

export function isFolded(model: Model, state: State, place: number): boolean {
  return startsFolded(model) !== state.turned.has(model.thing(place).id);
}

/** Give the value of each facet that a claim has. */
export function facetsOf(model: Model, claim: Statement): Readonly<Record<Facet, readonly string[]>> {
  return {
    kind: [model.thing(claim.subject).kind, model.thing(claim.object).kind],
    relation: [claim.relation],
    polarity: [claim.polarity],
    certainty: [claim.certainty],
    cited: [claim.references.length || claim.works.length ? "yes" : "no"],
    article: [model.page.articles[claim.article]?.slug ?? ""],
  };
}

function passes(model: Model, state: State, claim: Statement): boolean {
  const facets = facetsOf(model, claim);
  return (Object.keys(facets) as Facet[]).every((facet) => facets[facet].every((value) => !state.hidden[facet].has(value)));
}

export function shown(model: Model, state: State): Shown {
  const passing = model.edges
    .map((edge) => ({ edge, claims: edge.claims.filter((claim) => passes(model, state, claim)) }))
    .filter(({ claims }) => claims.length);
  const focus = model.placeOf(state.focus);
  const reached = focus === undefined ? passing : aroundOf(passing, focus);
  const { things, left } = focus === undefined ? unfolded(model, state, reached) : { things: endsOf(reached, focus), left: 0 };
  const edges = reached.filter(({ edge }) => things.has(edge.source) && things.has(edge.target));
  return { things, edges, claims: passing.flatMap(({ claims }) => claims), heldBack: heldBack(reached, things), left };
}

/** Keep what touches the focus, and what joins its neighbours. */
function aroundOf(edges: readonly ShownEdge[], focus: number): readonly ShownEdge[] {
  const near = endsOf(edges.filter(({ edge }) => edge.source === focus || edge.target === focus), focus);
  return edges.filter(({ edge }) => near.has(edge.source) && near.has(edge.target));
}

function endsOf(edges: readonly ShownEdge[], place: number): Set<number> {
  return new Set([place, ...edges.flatMap(({ edge }) => [edge.source, edge.target])]);
}

function unfolded(model: Model, state: State, edges: readonly ShownEdge[]): { things: Set<number>; left: number } {
  const weights = new Map<number, number>();
  const hubsOf = new Map<number, Set<number>>();
  for (const { edge, claims } of edges) {
    weights.set(edge.source, (weights.get(edge.source) ?? 0) + claims.length);
    hubsOf.set(edge.target, (hubsOf.get(edge.target) ?? new Set()).add(edge.source));
  }
  const large = startsFolded(model);
  const ranked = [...weights].sort(([a, many], [b, other]) => other - many || a - b).map(([place]) => place);
  const hubs = new Set(large ? ranked.slice(0, HUBS) : ranked);
  const things = new Set(hubs);
  const chosen = chosenPlaces(model, state);
  chosen.forEach((place) => weights.has(place) && hubs.add(place));
  const isOpen = (hub: number): boolean => !isFolded(model, state, hub);
  ranked.filter((hub) => isOpen(hub)).forEach((hub) => things.add(hub));
  edges.filter(({ edge }) => isOpen(edge.source)).forEach(({ edge }) => things.add(edge.target));
  const shared = [...hubsOf]
    .map(([place, of]) => [place, [...of].filter((hub) => hubs.has(hub)).length] as const)
    .filter(([, count]) => count > 1)
    .sort(([a, many], [b, other]) => other - many || a - b);
  (large ? shared.slice(0, SHARED) : shared).forEach(([place]) => things.add(place));
  chosen.forEach((place) => things.add(place));
  return { things, left: ranked.filter((hub) => !things.has(hub)).length };
}

/** Whatever is chosen is shown, folded away or not. */
function chosenPlaces(model: Model, state: State): readonly number[] {
  const claim = model.claims.get(state.claim);
  const thing = model.placeOf(state.thing);
  return [...(claim ? [claim.subject, claim.object] : []), ...(thing === undefined ? [] : [thing])];
}

function heldBack(edges: readonly ShownEdge[], things: ReadonlySet<number>): ReadonlyMap<number, number> {
  const away = new Map<number, Set<number>>();
  for (const { edge } of edges) {
    if (things.has(edge.source) && !things.has(edge.target)) {
      away.set(edge.source, (away.get(edge.source) ?? new Set()).add(edge.target));
    }
  }
  return new Map([...away].map(([place, others]) => [place, others.size]));
}
