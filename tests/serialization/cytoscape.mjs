// Read Cytoscape JSON from stdin with Cytoscape.js, and write what it holds to stdout: nodes, edges and the network's data.
import {readFileSync} from 'node:fs';
import cytoscape from 'cytoscape';

const {data, elements} = JSON.parse(readFileSync(0, 'utf8'));
const cy = cytoscape({headless: true, data, elements});
const all = found => found.map(element => element.data());
process.stdout.write(JSON.stringify({nodes: all(cy.nodes()), edges: all(cy.edges()), data: cy.data()}));
