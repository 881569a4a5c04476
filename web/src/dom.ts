/** Make elements. Text goes in as text nodes alone: nothing an article says can become markup. */

type Child = Node | string | null | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | ((event: never) => void) | null | undefined>>;

/** Make an element: functions become listeners (`onclick`), true an empty attribute, false and null none. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value as EventListener);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...(children.flat() as Child[]).filter((child): child is Node | string => !!child));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** Make an element of SVG from its presentation attributes. */
export function s(tag: string, attributes: Readonly<Record<string, string | number>> = {}, ...children: readonly (Node | string)[]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/** Make a link to a page elsewhere; what is no web address stays plain text. */
export function link(href: string, text: string): HTMLElement {
  return /^https?:\/\//i.test(href)
    ? h("a", { href, target: "_blank", rel: "noopener noreferrer" }, text)
    : h("span", {}, text);
}

/** Set text of an article or vocabulary apart, so that its writing direction does not spill over. */
export function own(text: string): HTMLElement {
  return h("bdi", {}, text);
}

/** Replace what an element holds. */
export function fill(element: Element, ...children: readonly (Child | readonly Child[])[]): void {
  element.replaceChildren(...(children.flat() as Child[]).filter((child): child is Node | string => !!child));
}
