/** How things and edges look: a shape and a colour for each kind, so that none rests on colour alone. */

export type Tone = "light" | "dark";

export interface Look {
  /** "ellipse", "round" (a square with round corners), or the corners of a polygon within -1…1. */
  readonly shape: "ellipse" | "round" | readonly number[];
  /** Width to height. */
  readonly aspect: number;
  readonly fill: Readonly<Record<Tone, string>>;
}

const look = (shape: Look["shape"], light: string, dark: string, aspect = 1): Look => ({ shape, aspect, fill: { light, dark } });

const regular = (corners: number, turn = 0): readonly number[] =>
  Array.from({ length: corners }, (_, n) => ((n + turn) / corners) * 2 * Math.PI - Math.PI / 2).flatMap((angle) => [
    Math.cos(angle),
    Math.sin(angle),
  ]);

const PLUS = [-0.36, -1, 0.36, -1, 0.36, -0.36, 1, -0.36, 1, 0.36, 0.36, 0.36, 0.36, 1, -0.36, 1, -0.36, 0.36, -1, 0.36, -1, -0.36, -0.36, -0.36];
const DIAMOND = [0, -1, 1, 0, 0, 1, -1, 0];
const STAR = Array.from({ length: 10 }, (_, n) => (n / 10) * 2 * Math.PI - Math.PI / 2).flatMap((angle, n) => [
  Math.cos(angle) * (n % 2 ? 0.46 : 1),
  Math.sin(angle) * (n % 2 ? 0.46 : 1),
]);

const LOOKS: Readonly<Record<string, Look>> = {
  disease: look("round", "#b23a48", "#f08a8f"),
  disease_class: look([-0.6, -1, 0.6, -1, 1, -0.6, 1, 0.6, 0.6, 1, -0.6, 1, -1, 0.6, -1, -0.6], "#8a5a44", "#d3a58c"),
  phenotype: look("ellipse", "#2f6690", "#81b8e0"),
  gene: look(DIAMOND, "#6f4aa8", "#bda2ea"),
  cell: look(regular(6, 0.5), "#1f7a6c", "#6fcab9"),
  anatomy: look(regular(5), "#9a4f7c", "#dc9dc1"),
  process: look([-0.6, -0.8, 1, -0.8, 0.6, 0.8, -1, 0.8], "#4d6b2f", "#a9c77f", 1.25),
  function: look([0, -1, 1, 0.8, -1, 0.8], "#4d6b2f", "#a9c77f"),
  procedure: look(PLUS, "#9a6200", "#e9b44c"),
  chemical: look("round", "#b3541e", "#f0a177", 1.8),
  inheritance: look([-1, -0.85, 0, -0.35, 1, -0.85, 0, 1], "#48607a", "#a5b9cf"),
  onset: look([-1, -1, 1, -1, 0.2, 0, 1, 1, -1, 1, -0.2, 0], "#48607a", "#a5b9cf"),
  frequency: look(regular(7), "#48607a", "#a5b9cf"),
  course: look([-1, -0.6, 0.4, -0.6, 1, 0, 0.4, 0.6, -1, 0.6], "#48607a", "#a5b9cf"),
  modifier: look(regular(8, 0.5), "#48607a", "#a5b9cf"),
  quantity: look([0, 1, -1, -0.8, 1, -0.8], "#7a6a00", "#d9c75a"),
  other: look(STAR, "#666a70", "#b4b8be"),
};

export function lookOf(kind: string): Look {
  return LOOKS[kind] ?? (LOOKS["other"] as Look);
}

/** Colours of articles, where a page has several; each differs from its neighbours in lightness too. */
const ARTICLES: Readonly<Record<Tone, readonly string[]>> = {
  light: ["#0b6e99", "#c2410c", "#4d7c0f", "#86198f", "#92700c", "#1e3a8a", "#be123c", "#0f766e", "#6d28d9", "#57534e"],
  dark: ["#6cc5ea", "#fb9a64", "#a3d65c", "#e38fea", "#e8c547", "#93b4ff", "#ff8fa3", "#5eead4", "#c4a5ff", "#c9c4bd"],
};

export function articleColour(place: number, tone: Tone): string {
  const colours = ARTICLES[tone];
  return colours[place % colours.length] as string;
}

export interface Inks {
  readonly ground: string;
  readonly text: string;
  readonly faint: string;
  readonly line: string;
  readonly denied: string;
  readonly accent: string;
}

export const INKS: Readonly<Record<Tone, Inks>> = {
  light: { ground: "#fcfbf8", text: "#1d1f23", faint: "#565b63", line: "#7b818a", denied: "#b3261e", accent: "#0b57d0" },
  dark: { ground: "#15171a", text: "#eceae4", faint: "#a9adb4", line: "#868c95", denied: "#ff8a80", accent: "#8ab4f8" },
};

/** The font of labels: what machines have, since nothing is loaded. */
export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

const LINE = 20;
const LINES = 3;

/** Break a label into at most three lines; what is longer ends in an ellipsis. */
export function wrapped(label: string): readonly string[] {
  const words = label.slice(0, 200).split(/\s+/).flatMap(cut);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= LINE) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  if (lines.length <= LINES) {
    return lines;
  }
  const last = lines[LINES - 1] ?? "";
  return [...lines.slice(0, LINES - 1), `${last.slice(0, LINE - 1)}…`];
}

function cut(word: string): readonly string[] {
  const characters = [...word];
  const parts = Math.ceil(characters.length / (LINE + 4)) || 1;
  const length = Math.ceil(characters.length / parts);
  return Array.from({ length: parts }, (_, n) => characters.slice(n * length, (n + 1) * length).join(""));
}
