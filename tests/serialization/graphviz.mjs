// Read DOT from stdin with Graphviz (compiled to WebAssembly), and write the graph as Graphviz holds it, as JSON, to stdout.
import {readFileSync} from 'node:fs';
import {Graphviz} from '@hpcc-js/wasm-graphviz';

const graphviz = await Graphviz.load();
process.stdout.write(graphviz.layout(readFileSync(0, 'utf8'), 'dot_json', 'dot'));
