/** The claims that are shown as CSV (RFC 4180), safe to open in a spreadsheet. */

import type { Model } from "./model";
import type { Statement } from "./payload";

const COLUMNS: readonly (readonly [string, (model: Model, claim: Statement) => string])[] = [
  ["claim", (_, claim) => claim.iri],
  ["article", (model, claim) => model.page.articles[claim.article]?.slug ?? ""],
  ["subject", (model, claim) => model.thing(claim.subject).id],
  ["subject_label", (model, claim) => model.thing(claim.subject).label],
  ["relation", (_, claim) => claim.relation],
  ["object", (model, claim) => model.thing(claim.object).id],
  ["object_label", (model, claim) => model.thing(claim.object).label],
  ["match", (_, claim) => claim.match],
  ["polarity", (_, claim) => claim.polarity],
  ["certainty", (_, claim) => claim.certainty],
  ["outcome", (_, claim) => claim.outcome],
  ["frequency", (_, claim) => claim.frequency],
  ["start", (_, claim) => String(claim.evidence[0]?.[0] ?? "")],
  ["end", (_, claim) => String(claim.evidence[0]?.[1] ?? "")],
  ["sentence", (_, claim) => claim.text],
  ["references", (_, claim) => claim.references.join("|")],
  ["reference_ids", (model, claim) => claim.works.map((work) => model.page.works[work]?.id ?? "").join("|")],
  ["score", (_, claim) => String(claim.score)],
  ["why", (_, claim) => claim.why],
];

/** What a spreadsheet takes for a formula, its full-width forms among them (OWASP, CSV Injection), quoted or not yet. */
const FORMULA = /^'*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** Write the claims; the columns are those of nosograph's table. */
export function csvOf(model: Model, claims: readonly Statement[]): string {
  const rows = claims.map((claim) => COLUMNS.map(([, read]) => cell(read(model, claim))).join(","));
  return [COLUMNS.map(([name]) => name).join(","), ...rows, ""].join("\r\n");
}

function cell(text: string): string {
  const flat = text.replace(/[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/g, " ");
  const guarded = FORMULA.test(flat) ? `'${flat}` : flat;
  return `"${guarded.replaceAll('"', '""')}"`;
}
