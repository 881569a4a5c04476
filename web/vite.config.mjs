import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

/** What the bundle holds of others; their licences ask that copyright and terms travel with it. */
const BORROWED = ["cytoscape", "cytoscape-fcose", "cose-base", "layout-base"];

const terms = BORROWED.map((name) => `${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, "utf8").trim()}`);

/** Put the terms in front once all is minified, which drops comments. */
const withTerms = {
  name: "terms-of-what-is-borrowed",
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === "chunk") {
        chunk.code = `/*!\n${terms.join("\n\n---\n\n").replaceAll("*/", "* /")}\n*/\n${chunk.code}`;
      }
    }
  },
};

export default defineConfig({
  plugins: [withTerms],
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    cssCodeSplit: false,
    reportCompressedSize: false,
    lib: { entry: "src/main.ts", formats: ["iife"], name: "nosograph", fileName: () => "page.js", cssFileName: "page" },
  },
});
