"use strict";
/* The rows of facts with their filters, charts, table and saved file: the same on a page of articles and on the overview
   of many pages. What differs is given to `explore`: where a fact is (`href`), how to go there (`go`), and what else
   follows the filters (`follow`). */
const $ = (id) => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const at = Object.fromEntries(data.columns.map((name, index) => [name, index]));
const rows = data.rows || unpacked(data.packed);
const get = (row, name) => row[at[name]];
const articleOf = (row) => data.articles[get(row, "article")];
const fold = (text) => String(text ?? "").replace(/\s+/g, " ").toLocaleLowerCase("tr");
const amount = (text) => {
  if (text === null || text === undefined) return NaN;
  const [over, under] = String(text).split("/");
  return under ? over / under : Number(text);
};
const SEARCHED = ["quote", "what", "predicate", "place", "speaker", "evidence"];
const FIELDS = ["q", "status", "country", "speaker", "unit", "min", "max"];
const SHOWN = [...document.querySelectorAll("#table th")].map((head) => head.dataset.name);
const NUMERIC = new Set(["value", "confidence"]), SHORT = new Set(["kind", "unit", "status"]);
const ANCHOR = /^#[af]\d+$/;
const SIZE = 25, POINTS = 1500, TOP = 14;
const turkish = new Intl.Collator("tr");
const kinds = new Set();
let visible = [], page = 0, sorting = null, descending = false, texts = null, place = null;

/* columns: for each column either its cells, or {values, at}: the different values, and which of them each cell has */
function unpacked(columns) {
  const cells = columns.map((column) => (Array.isArray(column) ? (index) => column[index] : (index) => column.values[column.at[index]]));
  const many = columns.length ? (columns[0].at || columns[0]).length : 0;
  return Array.from({ length: many }, (_, index) => cells.map((cell) => cell(index)));
}

function searched() {
  texts ??= rows.map((row) => fold(SEARCHED.map((name) => get(row, name)).join(" ") + " " + articleOf(row).title));
  return texts;
}

function filter() {
  const chosen = ["status", "country", "speaker", "unit"].map((name) => [at[name], $(name).value]).filter(([, value]) => value);
  const low = $("min").value === "" ? null : Number($("min").value), high = $("max").value === "" ? null : Number($("max").value);
  const words = fold($("q").value).split(" ").filter((word) => word), found = words.length ? searched() : [];
  return (row, index) => {
    if (kinds.size && !kinds.has(get(row, "kind"))) return false;
    if (!chosen.every(([column, value]) => row[column] === value)) return false;
    if (high !== null && !(amount(get(row, "value")) <= high)) return false;
    if (low !== null && !(amount(get(row, "value_to") ?? get(row, "value")) >= low)) return false;
    return words.every((word) => found[index].includes(word));
  };
}

function apply() {
  const passes = filter();
  visible = [];
  rows.forEach((row, index) => { if (passes(row, index)) visible.push(index); });
  const filtered = visible.length < rows.length, live = new Set(visible.map((index) => get(rows[index], "article")));
  page = 0;
  for (const button of document.querySelectorAll(".chips button")) button.setAttribute("aria-pressed", String(kinds.has(button.dataset.kind)));
  const many = filtered ? live.size : data.articles.length;
  $("told").textContent = `${number.format(visible.length)} of ${number.format(rows.length)} facts in ${number.format(many)} of ${number.format(data.articles.length)} articles`;
  place.follow(filtered ? live : null);
  charts();
  table();
  remember();
}

function tally(name, indices = visible) {
  const counts = new Map();
  for (const index of indices) { const value = get(rows[index], name); if (value !== null) counts.set(value, (counts.get(value) || 0) + 1); }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function toggle(kind) { if (!kinds.delete(kind)) kinds.add(kind); apply(); }

function charts() {
  bars($("by-kind"), tally("kind").map(([kind, many]) => [kind, many, `var(--${kind}-bar)`]), toggle, (kind) => kinds.has(kind));
  bars($("by-what"), tally("what_lemma").slice(0, TOP).map(([what, many]) => [what, many, null]),
    (what) => { $("q").value = fold($("q").value) === fold(what) ? "" : what; apply(); }, (what) => fold($("q").value) === fold(what));
  const tenths = Array(10).fill(0);
  for (const index of visible) tenths[Math.min(9, Math.floor(get(rows[index], "confidence") * 10))] += 1;
  histogram($("by-confidence"), tenths);
  money();
}

function money() {
  const paid = visible.filter((index) => get(rows[index], "kind") === "money"), unitOf = (index) => get(rows[index], "unit") || "?";
  const units = new Map();
  for (const index of paid) units.set(unitOf(index), (units.get(unitOf(index)) || 0) + 1);
  const ranked = [...units].sort((a, b) => b[1] - a[1]), before = $("currency").value;
  $("currency").replaceChildren(...ranked.map(([unit, many]) => node("option", { value: unit }, `${unit} (${number.format(many)})`)));
  if (units.has(before)) $("currency").value = before;
  scatterOf(paid.filter((index) => unitOf(index) === $("currency").value));
}

/* Where there are very many amounts, only the latest are drawn, and it is said. */
function scatterOf(chosen) {
  const dated = chosen.filter((index) => Number.isFinite(get(rows[index], "when")) && amount(get(rows[index], "value")) > 0);
  const drawn = dated.length > POINTS ? [...dated].sort((a, b) => get(rows[b], "when") - get(rows[a], "when") || a - b).slice(0, POINTS) : dated;
  scatter($("by-money"), $("countries"), drawn.map((index) => {
    const row = rows[index];
    return { when: get(row, "when"), value: amount(get(row, "value")), country: get(row, "country"), go: () => place.go(index),
      label: `${get(row, "quote")} · ${get(row, "what") ?? ""} · ${get(row, "time") ?? articleOf(row).date ?? ""}` };
  }), $("currency").value, data.countries);
  const without = chosen.length - dated.length;
  $("drawn").textContent = [
    drawn.length < dated.length ? `The latest ${number.format(drawn.length)} of ${number.format(dated.length)} amounts are drawn; filter to see others.` : "",
    without ? `${number.format(without)} without a date or of zero are left out.` : "",
  ].filter((text) => text).join(" ");
}

function told(row) {
  const one = (text) => (/^-?\d+(\.\d+)?$/.test(text) && String(text).length < 16 ? number.format(Number(text)) : text);
  return one(get(row, "value")) + (get(row, "value_to") === null ? "" : ` – ${one(get(row, "value_to"))}`);
}

function cell(row, name) {
  if (name === "article") return articleOf(row).id;
  if (name === "value") return told(row);
  const value = get(row, name);
  return name === "confidence" ? Number(value).toFixed(2) : value ?? "";
}

function sorted() {
  if (!sorting) return visible;
  const key = (index) => (sorting === "value" ? amount(get(rows[index], "value")) : sorting === "article" ? articleOf(rows[index]).id : get(rows[index], sorting));
  const order = (a, b) => (typeof a === "number" ? a - b : turkish.compare(String(a), String(b)));
  return visible.map((index) => [index, key(index)]).sort(([a, x], [b, y]) => {
    if (x === null || y === null || x === y) return (x === null) - (y === null) || a - b;
    return descending ? order(y, x) : order(x, y);
  }).map(([index]) => index);
}

function table() {
  const pages = Math.max(1, Math.ceil(visible.length / SIZE));
  page = Math.min(Math.max(0, page), pages - 1);
  $("rows").replaceChildren(...sorted().slice(page * SIZE, (page + 1) * SIZE).map((index) => node("tr", {}, ...SHOWN.map((name) => {
    const text = cell(rows[index], name);
    if (name === "quote") return node("td", {}, node("a", { href: place.href(index), onclick: (event) => { event.preventDefault(); place.go(index); } }, text));
    return node("td", { class: NUMERIC.has(name) ? "num" : SHORT.has(name) ? "short" : null }, text);
  }))));
  for (const head of document.querySelectorAll("#table th")) {
    head.setAttribute("aria-sort", head.dataset.name === sorting ? (descending ? "descending" : "ascending") : "none");
  }
  $("page").textContent = `Page ${number.format(page + 1)} of ${number.format(pages)}`;
  $("back").disabled = page === 0;
  $("next").disabled = page === pages - 1;
}

function csv() {
  const names = data.columns.filter((name) => !["article", "when"].includes(name)), head = ["article_id", ...names];
  const guard = (text) => (/^[=+\-@\t\r]/.test(text) && !/^-?\d+([./]\d+)?$/.test(text) ? `'${text}` : text);
  const quote = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (cells) => cells.map((one) => quote(guard(String(one ?? "")))).join(",");
  return [line(head), ...sorted().map((index) => line([articleOf(rows[index]).id, ...names.map((name) => get(rows[index], name))]))].join("\n") + "\n";
}

function save() {
  const link = node("a", { href: URL.createObjectURL(new Blob([csv()], { type: "text/csv" })), download: "facts.csv" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function remember() {
  const kept = new URLSearchParams(FIELDS.filter((name) => $(name).value).map((name) => [name, $(name).value]));
  for (const kind of kinds) kept.append("kind", kind);
  if (!kept.size && ANCHOR.test(location.hash)) return;
  try { history.replaceState(null, "", kept.size ? `#${kept}` : location.pathname + location.search); } catch { /* opened from disk in a strict browser */ }
}

function recall() {
  if (ANCHOR.test(location.hash)) return;
  const kept = new URLSearchParams(location.hash.slice(1));
  for (const name of FIELDS) if (kept.has(name)) $(name).value = kept.get(name);
  for (const kind of kept.getAll("kind")) kinds.add(kind);
}

/* where: {href(index), go(index), follow(articles with facts that pass, or null where all pass)} */
function explore(where) {
  place = where;
  themes($("theme"));
  recall();
  let waiting = 0, wide = 0;
  for (const name of FIELDS) $(name).addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 80); });
  for (const button of document.querySelectorAll(".chips button")) button.addEventListener("click", () => toggle(button.dataset.kind));
  for (const head of document.querySelectorAll("#table th")) {
    head.firstElementChild.addEventListener("click", () => { descending = sorting === head.dataset.name && !descending; sorting = head.dataset.name; page = 0; table(); });
  }
  $("reset").addEventListener("click", () => { for (const name of FIELDS) $(name).value = ""; kinds.clear(); apply(); });
  $("save").addEventListener("click", save);
  $("back").addEventListener("click", () => { page -= 1; table(); });
  $("next").addEventListener("click", () => { page += 1; table(); });
  $("currency").addEventListener("change", money);
  addEventListener("resize", () => { clearTimeout(wide); wide = setTimeout(charts, 150); });
  apply();
}
