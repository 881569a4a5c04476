// Ask a SPARQL endpoint the queries given on standard input, and print each one's rows as lists of words.
import { readFileSync } from "node:fs";
import { QueryEngine } from "@comunica/query-sparql";

const { url, queries } = JSON.parse(readFileSync(0, "utf8"));
const engine = new QueryEngine();
const found = {};
for (const [name, text] of Object.entries(queries)) {
  const result = await engine.query(text, { sources: [{ type: "sparql", value: url }] });
  const names = (await result.metadata()).variables.map((one) => (one.variable ?? one).value);
  const rows = await (await result.execute()).toArray();
  found[name] = rows.map((row) => names.map((one) => row.get(one)?.value ?? ""));
}
process.stdout.write(JSON.stringify(found));
