/**
 * Everything the page shows, as nosograph writes it (src/nosograph/views/_page/payload.py, the same names).
 *
 * Offsets are code points into an article's text, ends exclusive. Things, works and articles are named by their place.
 */

export type Span = readonly [number, number];

/** The place of a thing or work that is not there. */
export const NOTHING = -1;

export interface Term {
  readonly key: string;
  readonly label: string;
  readonly definition: string;
}

export interface Address {
  readonly label: string;
  readonly href: string;
}

export interface Thing {
  readonly id: string;
  readonly iri: string;
  readonly href: string;
  readonly label: string;
  readonly kind: string;
  readonly synonyms: readonly string[];
  readonly same: readonly Address[];
  readonly sources: readonly string[];
}

export interface Work {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly issued: string;
  readonly container: string;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
  readonly publisher: string;
}

export interface Entry {
  readonly number: string;
  readonly span: Span;
  readonly text: string;
  readonly work: number;
}

export interface Source {
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly licence: Address;
  readonly attribution: string;
  readonly about: number;
  readonly references: readonly Entry[];
}

export interface Statement {
  readonly id: string;
  readonly iri: string;
  readonly article: number;
  readonly subject: number;
  readonly relation: string;
  readonly object: number;
  readonly match: string;
  readonly polarity: string;
  readonly certainty: string;
  readonly outcome: string;
  readonly frequency: string;
  readonly score: number;
  readonly why: string;
  readonly decision: string;
  readonly note: string;
  readonly section: string;
  readonly text: string;
  readonly sentence: Span;
  readonly evidence: readonly Span[];
  readonly references: readonly string[];
  readonly works: readonly number[];
}

export interface Page {
  readonly title: string;
  readonly articles: readonly Source[];
  readonly things: readonly Thing[];
  readonly works: readonly Work[];
  readonly claims: readonly Statement[];
  readonly kinds: readonly Term[];
  readonly relations: readonly Term[];
}

/** Read the data block of the document. */
export function readPage(document: Document): Page {
  return JSON.parse(document.getElementById("nosograph-data")?.textContent ?? "") as Page;
}
