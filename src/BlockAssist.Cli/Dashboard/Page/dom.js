// Makes elements. What is told is always text: names of goals and peers come from strangers.

const svgNames = new Set(["svg", "path", "line", "rect", "text", "g", "polyline", "circle", "title"]);

/** An element with attributes and children; texts and numbers become text. */
export function h(name, attributes, ...children) {
  const element = svgNames.has(name) && name !== "title" ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    } else if (key === "width%") {
      element.style.setProperty("width", `${Math.max(0, Math.min(100, value))}%`);
    } else {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  element.append(...children.flat(9).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Puts other children into an element; what was open stays open, and what had the focus keeps it. */
export function swap(root, ...children) {
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const open = new Set([...root.querySelectorAll("details[open][data-key]")].map(one => one.dataset.key));
  root.replaceChildren(...children.flat(9).filter(child => child !== null && child !== undefined && child !== false));
  for (const details of root.querySelectorAll("details[data-key]")) {
    details.open = open.has(details.dataset.key) || details.open;
  }
  if (focused) {
    root.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}

const unknown = "not known";
const isNumber = value => typeof value === "number" && Number.isFinite(value);
const digits = new Map();

/** A number with so many digits behind the point. */
export function number(value, places = 0) {
  if (!isNumber(value)) {
    return unknown;
  }
  if (!digits.has(places)) {
    digits.set(places, new Intl.NumberFormat("en", { minimumFractionDigits: places, maximumFractionDigits: places }));
  }
  return digits.get(places).format(value);
}

/** A share, 0 to 1. */
export const percent = (value, places = 0) => isNumber(value) ? `${number(value * 100, places)} %` : unknown;

/** Bytes as people read them. */
export function bytes(value) {
  if (!isNumber(value)) {
    return unknown;
  }
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  const unit = Math.min(units.length - 1, value < 1 ? 0 : Math.floor(Math.log2(value) / 10));
  return `${number(value / 2 ** (10 * unit), unit === 0 ? 0 : 1)} ${units[unit]}`;
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

/** A moment, as a time element. */
export function when(text, isToday = false) {
  const at = new Date(text);
  return isNaN(at) || at.getFullYear() < 1980 ? unknown : h("time", { datetime: at.toISOString() }, (isToday ? clock : day).format(at));
}

/** How long something took. */
export function duration(seconds) {
  if (!isNumber(seconds)) {
    return unknown;
  }
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return minutes >= 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
}

/** So many of something. */
export const count = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

/** Words out of a name in code. */
export const words = name => name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

/** The first digits of a hash. */
export const short = hash => hash ? hash.slice(0, 12) : unknown;

/** What to do where there is nothing yet; commands are between backticks. */
export const empty = text => h("p", { class: "empty" }, ...text.split("`").map((part, place) => place % 2 ? h("code", null, part) : part));

/** What could not be read. */
export const faults = page => (page.faults ?? []).map(fault => h("p", { class: "fault" }, fault));

/** A table that scrolls by itself where it is too wide. */
export function table(caption, columns, rows, isHidden = false) {
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    h("table", null,
      h("caption", { class: isHidden ? "hidden" : undefined }, caption),
      h("thead", null, h("tr", null, columns.map(column => h("th", { scope: "col", class: column.number ? "num" : undefined }, column.name)))),
      h("tbody", null, rows.map(row => h("tr", null, row.map((cell, place) =>
        h("td", { class: columns[place].number ? "num" : columns[place].words ? "words" : undefined }, cell)))))));
}

/** How much of something is used up. */
export function meter(share, label) {
  return h("span", { class: share > 1 ? "meter over" : "meter", role: "img", "aria-label": label }, h("i", { "width%": 100 * share }));
}
