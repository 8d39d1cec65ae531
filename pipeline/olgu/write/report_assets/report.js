"use strict";
const $ = (id) => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const at = Object.fromEntries(data.columns.map((name, index) => [name, index]));
const rows = data.rows;
const get = (row, name) => row[at[name]];
const fold = (text) => String(text ?? "").replace(/\s+/g, " ").toLocaleLowerCase("tr");
const amount = (text) => {
  if (text === null || text === undefined) return NaN;
  const [over, under] = String(text).split("/");
  return under ? over / under : Number(text);
};
const articleOf = (row) => data.articles[get(row, "article")];
const searched = rows.map((row) => fold(["quote", "what", "predicate", "place", "speaker", "evidence"].map((name) => get(row, name)).join(" ") + " " + articleOf(row).title));
const marks = new Map(), whats = new Map();
for (const mark of document.querySelectorAll("[data-f]")) for (const f of mark.dataset.f.split(" ")) marks.set(+f, [...(marks.get(+f) || []), mark]);
for (const span of document.querySelectorAll("[data-w]")) for (const f of span.dataset.w.split(" ")) whats.set(+f, [...(whats.get(+f) || []), span]);
const articles = [...document.querySelectorAll("article")];
const state = { kinds: new Set(), tenth: null };
const FIELDS = ["q", "status", "country", "speaker", "unit", "min", "max"];
const SHOWN = ["quote", "kind", "value", "unit", "what", "predicate", "status", "time", "place", "speaker", "confidence", "article"];
const NUMERIC = new Set(["value", "confidence"]), SHORT = new Set(["kind", "unit", "status"]);
const ANCHOR = /^#[af]\d+$/;
const SIZE = 25;
let visible = [], page = 0, sorting = null, descending = false, pinned = null;

function passes(row, index) {
  for (const name of ["status", "country", "speaker", "unit"]) if ($(name).value && get(row, name) !== $(name).value) return false;
  if (state.kinds.size && !state.kinds.has(get(row, "kind"))) return false;
  const value = amount(get(row, "value")), upper = get(row, "value_to") === null ? value : amount(get(row, "value_to"));
  if ($("min").value !== "" && !(upper >= Number($("min").value))) return false;
  if ($("max").value !== "" && !(value <= Number($("max").value))) return false;
  return fold($("q").value).split(" ").every((word) => searched[index].includes(word));
}

function apply() {
  visible = rows.map((_, index) => index).filter((index) => passes(rows[index], index));
  const set = new Set(visible), filtered = visible.length < rows.length, live = new Set(visible.map((index) => get(rows[index], "article")));
  for (const [index, spans] of marks) for (const span of spans) span.classList.toggle("off", !span.dataset.f.split(" ").some((f) => set.has(+f)));
  articles.forEach((article, index) => article.classList.toggle("hidden", filtered && !live.has(index)));
  page = 0;
  for (const button of document.querySelectorAll(".chips button")) button.setAttribute("aria-pressed", String(state.kinds.has(button.dataset.kind)));
  $("told").textContent = `${number.format(visible.length)} of ${number.format(rows.length)} facts in ${number.format(filtered ? live.size : articles.length)} of ${number.format(articles.length)} articles`;
  charts();
  table();
  remember();
}

function tally(name) {
  const counts = new Map();
  for (const index of visible) { const value = get(rows[index], name); if (value !== null) counts.set(value, (counts.get(value) || 0) + 1); }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function toggle(kind) { if (!state.kinds.delete(kind)) state.kinds.add(kind); apply(); }

function charts() {
  bars($("by-kind"), tally("kind").map(([kind, many]) => [kind, many, `var(--${kind}-bar)`]), toggle, (kind) => state.kinds.has(kind));
  bars($("by-what"), tally("what_lemma").slice(0, 14).map(([what, many]) => [what, many, null]),
    (what) => { $("q").value = fold($("q").value) === fold(what) ? "" : what; apply(); }, (what) => fold($("q").value) === fold(what));
  const tenths = Array(10).fill(0);
  for (const index of visible) tenths[Math.min(9, Math.floor(get(rows[index], "confidence") * 10))] += 1;
  histogram($("by-confidence"), tenths);
  money();
}

function money() {
  const paid = visible.filter((index) => get(rows[index], "kind") === "money");
  const units = new Map();
  for (const index of paid) { const unit = get(rows[index], "unit") || "?"; units.set(unit, (units.get(unit) || 0) + 1); }
  const names = [...units].sort((a, b) => b[1] - a[1]).map(([unit]) => unit), before = $("currency").value;
  $("currency").replaceChildren(...names.map((unit) => node("option", { value: unit }, `${unit} (${units.get(unit)})`)));
  if (names.includes(before)) $("currency").value = before;
  scatterOf(paid.filter((index) => (get(rows[index], "unit") || "?") === $("currency").value));
}

function scatterOf(chosen) {
  scatter($("by-money"), $("countries"), chosen.map((index) => {
    const row = rows[index];
    return { when: get(row, "when"), value: amount(get(row, "value")), country: get(row, "country"), go: () => go(index),
      label: `${get(row, "quote")} · ${get(row, "what") ?? ""} · ${get(row, "time") ?? articleOf(row).date ?? ""}` };
  }), $("currency").value, data.countries);
}

function cell(row, name) {
  if (name === "article") return articleOf(row).id;
  const value = get(row, name);
  if (name === "value") return told(row);
  return name === "confidence" ? Number(value).toFixed(2) : value ?? "";
}

function told(row) {
  const one = (text) => (/^-?\d+(\.\d+)?$/.test(text) && String(text).length < 16 ? number.format(Number(text)) : text);
  return one(get(row, "value")) + (get(row, "value_to") === null ? "" : ` – ${one(get(row, "value_to"))}`);
}

function sorted() {
  if (!sorting) return visible;
  const key = (index) => (sorting === "value" ? amount(get(rows[index], "value")) : sorting === "article" ? articleOf(rows[index]).id : get(rows[index], sorting));
  const order = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b), "tr"));
  return [...visible].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null || x === y) return (x === null) - (y === null) || a - b;
    return descending ? order(y, x) : order(x, y);
  });
}

function table() {
  const pages = Math.max(1, Math.ceil(visible.length / SIZE));
  page = Math.min(Math.max(0, page), pages - 1);
  $("rows").replaceChildren(...sorted().slice(page * SIZE, (page + 1) * SIZE).map((index) => node("tr", {}, ...SHOWN.map((name) => {
    const text = cell(rows[index], name);
    if (name === "quote") return node("td", {}, node("a", { href: `#f${index}`, onclick: (event) => { event.preventDefault(); go(index); } }, text));
    return node("td", { class: NUMERIC.has(name) ? "num" : SHORT.has(name) ? "short" : null }, text);
  }))));
  for (const head of document.querySelectorAll("#table th")) {
    head.setAttribute("aria-sort", head.dataset.name === sorting ? (descending ? "descending" : "ascending") : "none");
  }
  $("page").textContent = `Page ${page + 1} of ${pages}`;
  $("back").disabled = page === 0;
  $("next").disabled = page === pages - 1;
}

function go(index) {
  const mark = $(`f${index}`);
  if (!mark) return;
  mark.closest("article").classList.remove("hidden");
  mark.scrollIntoView({ block: "center" });
  pin(index);
  mark.focus({ preventScroll: true });
}

function pin(index) { pinned = index; explain(index); }

function explain(index) {
  for (const old of document.querySelectorAll(".on")) old.classList.remove("on");
  for (const span of [...(marks.get(index) || []), ...(whats.get(index) || [])]) span.classList.add("on");
  const row = rows[index], box = $("detail"), list = node("dl");
  const add = (name, ...value) => list.append(node("dt", {}, name), node("dd", {}, ...value));
  const told_ = { role: [get(row, "role"), get(row, "direction")], time: [get(row, "time"), get(row, "time_quote") && `«${get(row, "time_quote")}»`], place: [get(row, "place"), get(row, "country")] };
  for (const name of ["kind", "bound", "per", "what", "predicate", "role", "status", "time", "place", "speaker"]) {
    const parts = (told_[name] || [get(row, name)]).filter((part) => part);
    if (parts.length) add(name, parts.join(" · "));
  }
  const sure = Number(get(row, "confidence"));
  add("confidence", node("meter", { min: 0, max: 1, value: sure, "aria-label": "confidence" }), ` ${sure.toFixed(2)}`);
  add("rule", get(row, "rule"));
  box.classList.remove("empty");
  box.replaceChildren(node("h2", {}, `«${clean(get(row, "quote"))}»`), node("p", { class: "big" }, `${told(row)} ${get(row, "unit") ?? ""}`), list, node("blockquote", {}, get(row, "evidence")));
}

function step(by) {
  const order = visible, here = order.indexOf(pinned);
  if (order.length) go(order[here < 0 ? (by > 0 ? 0 : order.length - 1) : (here + by + order.length) % order.length]);
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
}

function remember() {
  const kept = new URLSearchParams(FIELDS.filter((name) => $(name).value).map((name) => [name, $(name).value]));
  for (const kind of state.kinds) kept.append("kind", kind);
  if (!kept.size && ANCHOR.test(location.hash)) return;
  try { history.replaceState(null, "", kept.size ? `#${kept}` : location.pathname + location.search); } catch { /* opened from disk in a strict browser */ }
}

function recall() {
  if (ANCHOR.test(location.hash)) return;
  const kept = new URLSearchParams(location.hash.slice(1));
  for (const name of FIELDS) if (kept.has(name)) $(name).value = kept.get(name);
  for (const kind of kept.getAll("kind")) state.kinds.add(kind);
}

function start() {
  const first = location.hash;
  themes($("theme"));
  recall();
  let waiting = 0;
  for (const name of FIELDS) $(name).addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 80); });
  for (const button of document.querySelectorAll(".chips button")) button.addEventListener("click", () => toggle(button.dataset.kind));
  for (const head of document.querySelectorAll("#table th")) {
    head.firstElementChild.addEventListener("click", () => { descending = sorting === head.dataset.name && !descending; sorting = head.dataset.name; table(); });
  }
  $("reset").addEventListener("click", () => { for (const name of FIELDS) $(name).value = ""; state.kinds.clear(); apply(); });
  $("save").addEventListener("click", save);
  $("back").addEventListener("click", () => { page -= 1; table(); });
  $("next").addEventListener("click", () => { page += 1; table(); });
  $("currency").addEventListener("change", money);
  const reading = $("articles"), factAt = (event) => event.target.closest?.("[data-f]")?.dataset.f.split(" ")[0];
  reading.addEventListener("mouseover", (event) => { const f = factAt(event); if (f !== undefined) explain(+f); else if (pinned !== null) explain(pinned); });
  reading.addEventListener("focusin", (event) => { const f = factAt(event); if (f !== undefined) pin(+f); });
  reading.addEventListener("click", (event) => { const f = factAt(event); if (f !== undefined) pin(+f); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "/") { event.preventDefault(); $("q").focus(); }
  });
  let wide = 0;
  addEventListener("resize", () => { clearTimeout(wide); wide = setTimeout(charts, 150); });
  apply();
  if (/^#f\d+$/.test(first)) go(+first.slice(2));
  document.documentElement.dataset.ready = "yes";
}

start();
