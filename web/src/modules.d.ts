/** Modules that bring no types of their own. */

declare module "*.css";

declare module "cytoscape-fcose" {
  import type { Ext } from "cytoscape";
  const fcose: Ext;
  export default fcose;
}
