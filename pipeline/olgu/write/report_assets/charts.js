"use strict";
const SVG = "http://www.w3.org/2000/svg";
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const clean = (value) => String(value ?? "").replace(HIDDEN, "\ufffd");
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });
const KINDS = ["count", "money", "percent", "measure", "duration", "ratio", "ordinal", "number"];

function node(name, attributes = {}, ...children) {
  const made = attributes.svg ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "svg" || value === null || value === undefined) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value);
  }
  made.append(...children.map((child) => (child instanceof Node ? child : clean(child))));
  return made;
}

/* pairs: [[name, how many, css colour or null], …]; choose(name) is called on a click, chosen(name) tells what is on */
function bars(box, pairs, choose, chosen) {
  const most = Math.max(1, ...pairs.map((pair) => pair[1]));
  box.replaceChildren(
    ...pairs.map(([name, many, colour]) => {
      const fill = node("span", { class: "fill" });
      fill.style.width = `${(100 * many) / most}%`;
      if (colour) fill.style.background = colour;
      return node("li", {}, node("button", { type: "button", title: clean(name), "aria-pressed": String(chosen(name)), onclick: () => choose(name) },
        node("span", { class: "name" }, name), node("span", { class: "track", "aria-hidden": "true" }, fill),
        node("span", { class: "n" }, number.format(many))));
    }),
  );
  if (!pairs.length) box.append(node("li", { class: "hint" }, "nothing to show"));
}

/* counts: how many facts in each tenth of confidence */
function histogram(box, counts) {
  const width = Math.max(260, box.clientWidth), height = 150, low = 20, most = Math.max(1, ...counts);
  const step = width / counts.length;
  const svg = node("svg", { svg: 1, viewBox: `0 0 ${width} ${height}`, role: "img",
    "aria-label": `Facts by confidence, from 0 to 1 in tenths: ${counts.join(", ")}` });
  counts.forEach((many, index) => {
    const tall = many ? Math.max(1, (many / most) * (height - low - 18)) : 0;
    const at = { x: index * step + 2, width: step - 4, y: height - low - tall, height: tall };
    svg.append(node("rect", { svg: 1, class: "bar", rx: 2, ...at }));
    if (many) svg.append(node("text", { svg: 1, x: index * step + step / 2, y: height - low - tall - 4, "text-anchor": "middle" }, compact.format(many)));
    svg.append(node("text", { svg: 1, x: index * step + step / 2, y: height - 5, "text-anchor": "middle" }, (index / 10).toFixed(1)));
  });
  box.replaceChildren(svg);
}

/* points: [{when: year with fraction, value, country, label, go}, …], of one currency */
function scatter(box, legend, points, currency, names) {
  const width = Math.max(280, box.clientWidth), height = 300, left = 48, low = 26, right = 14, high = 8;
  const shown = points.filter((point) => point.value > 0 && Number.isFinite(point.when));
  const tally = new Map();
  for (const point of shown) tally.set(point.country, (tally.get(point.country) || 0) + 1);
  const named = [...tally].filter(([name]) => name).sort((a, b) => b[1] - a[1]).slice(0, 6).map(([name]) => name);
  const colour = (name) => `var(--c${named.includes(name) ? named.indexOf(name) : 6})`;
  const svg = node("svg", { svg: 1, viewBox: `0 0 ${width} ${height}`, role: "img",
    "aria-label": `${shown.length} amounts in ${currency} by time; ${named.map((name) => names[name] || name).join(", ") || "no country named"}. The table below lists them.` });
  if (shown.length) {
    const logs = shown.map((point) => Math.log10(point.value)), times = shown.map((point) => point.when);
    const floor = Math.floor(Math.min(...logs)), top = Math.max(floor + 1, Math.ceil(Math.max(...logs)));
    const first = Math.floor(Math.min(...times)), last = Math.max(first + 1, Math.ceil(Math.max(...times) + 0.01));
    const x = (when) => left + ((when - first) / (last - first)) * (width - left - right);
    const y = (log) => high + (1 - (log - floor) / (top - floor)) * (height - high - low);
    const every = Math.ceil((top - floor) / 8), years = Math.ceil((last - first) / Math.max(2, Math.floor(width / 70)));
    for (let tick = floor; tick <= top; tick += every) {
      svg.append(node("line", { svg: 1, class: "grid", x1: left, x2: width - right, y1: y(tick), y2: y(tick) }),
        node("text", { svg: 1, x: left - 6, y: y(tick) + 4, "text-anchor": "end" }, compact.format(10 ** tick)));
    }
    for (let year = first; year <= last; year += years) {
      svg.append(node("line", { svg: 1, class: "grid", x1: x(year), x2: x(year), y1: high, y2: height - low }),
        node("text", { svg: 1, x: x(year), y: height - 8, "text-anchor": "middle" }, String(year)));
    }
    for (const point of shown) {
      const dot = node("circle", { svg: 1, class: "dot", cx: x(point.when), cy: y(Math.log10(point.value)), r: 5, onclick: point.go },
        node("title", { svg: 1 }, `${point.label}${point.country ? ` (${names[point.country] || point.country})` : ""}`));
      dot.style.fill = colour(point.country);
      svg.append(dot);
    }
  } else svg.append(node("text", { svg: 1, x: width / 2, y: height / 2, "text-anchor": "middle" }, "no amounts to show"));
  box.replaceChildren(svg);
  const others = shown.some((point) => !named.includes(point.country));
  legend.replaceChildren(...[...named, ...(others && shown.length ? ["no country or another"] : [])].map((name) => {
    const dot = node("i"); dot.style.background = colour(name);
    return node("li", {}, dot, names[name] || name);
  }));
}

/* What the button says follows the theme by the style sheet, so that it is never wrong. */
function themes(button) {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try { chosen = localStorage.getItem("olgu-theme"); } catch { /* not kept: opened from disk in a strict browser */ }
  const show = () => { root.dataset.theme = chosen || (dark.matches ? "dark" : "light"); };
  button.addEventListener("click", () => {
    chosen = root.dataset.theme === "dark" ? "light" : "dark";
    try { localStorage.setItem("olgu-theme", chosen); } catch { /* as above */ }
    show();
  });
  dark.addEventListener("change", show);
  show();
}
