// Read JSON-LD from stdin with jsonld.js, and write its N-Quads to stdout. No context is fetched.
import {readFileSync} from 'node:fs';
import jsonld from 'jsonld';

const documentLoader = async url => {
  throw new Error(`the document asks for ${url}`);
};
const document = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(await jsonld.toRDF(document, {format: 'application/n-quads', documentLoader, safe: true}));
