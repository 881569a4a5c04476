"""nosograph reads a disease article and writes a knowledge graph you can check."""
