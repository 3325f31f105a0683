// Curves as SVG, as wide as there is room, each with a table for who cannot see it.
import { h, number, table } from "./dom.js";

const styles = ["", " second", " third"];
const margin = { left: 44, right: 12, top: 10, bottom: 26 };

const rounded = (range, steps) => {
  const raw = range / steps || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  return power * [1, 2, 5, 10].find(factor => factor * power >= raw);
};

function bounds(values, given) {
  const known = values.filter(Number.isFinite);
  let [low, high] = [given?.low ?? Math.min(...known), given?.high ?? Math.max(...known)];
  if (low === high) {
    [low, high] = [low - 1, high + 1];
  }
  return [low, high];
}

const ticks = (low, high, steps) => {
  const step = rounded(high - low, steps);
  const all = [];
  for (let at = Math.ceil(low / step - 1e-9) * step; at <= high + step * 1e-6; at += step) {
    all.push(Math.abs(at) < step * 1e-6 ? 0 : at);
  }
  return all;
};

/**
 * A figure with curves.
 * options: title, series [{ name, points [{ x, y, label }] }], format (of y), xName, xFormat, low, high, bounds [{ y, name }], dots, height
 */
export function curves(options) {
  const series = options.series.filter(one => one.points.length > 0);
  const format = options.format ?? (value => number(value, 2));
  const xFormat = options.xFormat ?? (value => number(value));
  const holder = h("div", { class: "canvas" });
  const outputs = series.map(() => h("output", { "aria-hidden": "true" }));
  const draw = width => holder.replaceChildren(drawn(options, series, format, xFormat, width, outputs));
  const watcher = new ResizeObserver(entries => entries[0].contentRect.width > 0 && draw(Math.round(entries[0].contentRect.width)));
  watcher.observe(holder);
  return h("figure", { class: "chart" },
    h("figcaption", null, options.title),
    holder,
    h("ul", { class: "legend" }, series.map((one, place) => h("li", null, sample(place), one.name, " ", outputs[place]))),
    h("details", { "data-key": `table-${options.key ?? options.title}` },
      h("summary", null, "The figures as a table"),
      table(options.title, [{ name: options.xName ?? "step" }, ...series.map(one => ({ name: one.name, number: true }))], rows(series, format, xFormat), true)));
}

const sample = place => h("svg", { viewBox: "0 0 28 10", "aria-hidden": "true" }, h("line", { class: `line${styles[place]}`, x1: 0, x2: 28, y1: 6, y2: 6 }));

function rows(series, format, xFormat) {
  const all = new Map();
  series.forEach((one, place) => one.points.forEach(point => {
    const row = all.get(point.x) ?? { label: point.label ?? xFormat(point.x), values: series.map(() => "") };
    row.values[place] = format(point.y);
    all.set(point.x, row);
  }));
  return [...all.entries()].sort((one, other) => one[0] - other[0]).map(([, row]) => [row.label, ...row.values]);
}

function drawn(options, series, format, xFormat, width, outputs) {
  const height = options.height ?? 200;
  const points = series.flatMap(one => one.points);
  const [left, right] = bounds(points.map(point => point.x));
  const [low, high] = bounds([...points.map(point => point.y), ...(options.bounds ?? []).map(bound => bound.y)], options);
  const x = value => margin.left + (value - left) / (right - left) * (width - margin.left - margin.right);
  const y = value => height - margin.bottom - (value - low) / (high - low) * (height - margin.top - margin.bottom);
  const latest = series.map(one => `${one.name}: ${format(one.points.at(-1).y)}, at first ${format(one.points[0].y)}`).join("; ");
  const xs = ticks(left, right, Math.max(2, Math.floor(width / 110))).filter(value => !options.whole || Number.isInteger(value));
  const svg = h("svg", { viewBox: `0 0 ${width} ${height}`, height, role: "img", "aria-label": `${options.title}. ${latest}` },
    ticks(low, high, 4).map(value => [
      h("line", { class: "grid", x1: margin.left, x2: width - margin.right, y1: y(value), y2: y(value) }),
      h("text", { x: margin.left - 8, y: y(value) + 4, "text-anchor": "end" }, (options.tick ?? format)(value))]),
    xs.map(value => h("text", { x: x(value), y: height - 6, "text-anchor": "middle" }, xFormat(value))),
    (options.bounds ?? []).map(bound => [
      h("line", { class: "bound", x1: margin.left, x2: width - margin.right, y1: y(bound.y), y2: y(bound.y) }),
      h("text", { x: width - margin.right, y: y(bound.y) - 4, "text-anchor": "end" }, bound.name)]),
    series.map((one, place) => [
      h("polyline", { class: `line${styles[place]}`, points: one.points.map(point => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(" ") }),
      (options.dots || one.points.length === 1) && one.points.map(point => h("rect", { class: `dot${styles[place]}`, x: x(point.x) - 3.5, y: y(point.y) - 3.5, width: 7, height: 7 }))]));
  svg.addEventListener("pointermove", event => {
    const at = left + (event.offsetX - margin.left) / (width - margin.left - margin.right) * (right - left);
    series.forEach((one, place) => {
      const near = one.points.reduce((best, point) => Math.abs(point.x - at) < Math.abs(best.x - at) ? point : best);
      outputs[place].textContent = `${format(near.y)} (${near.label ?? xFormat(near.x)})`;
    });
  });
  svg.addEventListener("pointerleave", () => outputs.forEach(output => { output.textContent = ""; }));
  return svg;
}

/** Rows of spans of time: rows [{ name, spans [{ from, to, kind, name }], mark }]. */
export function timeline(title, rowsOfTime, now) {
  const holder = h("div", { class: "canvas" });
  const draw = width => {
    const spans = rowsOfTime.flatMap(row => row.spans);
    const [from, to] = [Math.min(...spans.map(span => span.from)), Math.max(...spans.map(span => span.to))];
    const edge = 76;
    const x = time => edge + (time - from) / (to - from || 1) * (width - edge - 22);
    const height = rowsOfTime.length * 26 + 26;
    const hour = new Intl.DateTimeFormat(undefined, to - from > 86_400_000 ? { month: "short", day: "numeric" } : { timeStyle: "short" });
    const at = width < 500 ? [from, to] : [from, from + (to - from) / 2, to];
    holder.replaceChildren(h("svg", { viewBox: `0 0 ${width} ${height}`, height, role: "img", "aria-label": title },
      rowsOfTime.map((row, place) => [
        h("text", { x: 0, y: place * 26 + 15 }, row.name),
        row.spans.map(span => h("rect", { class: span.kind, x: x(span.from), y: place * 26 + 3, width: Math.max(1, x(span.to) - x(span.from) - 1), height: 16 })),
        row.mark && h("path", { class: "a", d: `M${width - 16} ${place * 26 + 17}h12l-6 -11z` })]),
      at.map((time, place) => h("text", { x: x(time), y: height - 6, "text-anchor": place === 0 ? "start" : place === at.length - 1 ? "end" : "middle" }, hour.format(time))),
      now > from && now < to && h("line", { class: "bound", x1: x(now), x2: x(now), y1: 0, y2: height - 22 })));
  };
  new ResizeObserver(entries => entries[0].contentRect.width > 0 && draw(Math.round(entries[0].contentRect.width))).observe(holder);
  return h("figure", { class: "chart" }, h("figcaption", null, title), holder,
    h("ul", { class: "legend" }, [["a", "training"], ["b", "revealing"], ["c", "verifying"]].map(([kind, name]) =>
      h("li", null, h("svg", { viewBox: "0 0 28 10", "aria-hidden": "true" }, h("rect", { class: kind, width: 26, height: 10 })), name)),
    h("li", null, h("svg", { viewBox: "0 0 28 10", "aria-hidden": "true" }, h("path", { class: "a", d: "M8 10h12l-6 -10z" })), "a new model plays since")));
}

/** Names with a bar and a figure each. */
export const bars = lines => h("div", { class: "bars" }, lines.map(line => [
  h("span", null, line.name), h("span", { class: "meter", "aria-hidden": "true" }, h("i", { "width%": 100 * line.share })), h("span", { class: "num" }, line.text)]));
