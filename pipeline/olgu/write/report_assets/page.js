"use strict";
/* A page of articles: facts are marked in the text, and the one in focus is told in full. */
const marks = new Map(), whats = new Map();
for (const mark of document.querySelectorAll("[data-f]")) for (const f of mark.dataset.f.split(" ")) marks.set(+f, [...(marks.get(+f) || []), mark]);
for (const span of document.querySelectorAll("[data-w]")) for (const f of span.dataset.w.split(" ")) whats.set(+f, [...(whats.get(+f) || []), span]);
const articles = [...document.querySelectorAll("article")];
const card = $("detail"), hint = [...card.childNodes];
let pinned = null, closing = false;

function follow(live) {
  const set = new Set(visible);
  for (const spans of marks.values()) for (const span of spans) span.classList.toggle("off", !span.dataset.f.split(" ").some((f) => set.has(+f)));
  articles.forEach((article, index) => article.classList.toggle("hidden", live !== null && !live.has(index)));
}

function go(index) {
  const mark = marks.get(index)?.[0];
  if (!mark) return;
  mark.closest("article").classList.remove("hidden");
  mark.scrollIntoView({ block: "center" });
  pin(index);
  mark.focus({ preventScroll: true });
}

function pin(index) {
  if (closing) return;
  pinned = index;
  explain(index);
  uncover(index);
}

function unlight() { for (const old of document.querySelectorAll(".on")) old.classList.remove("on"); }

function explain(index) {
  unlight();
  for (const span of [...(marks.get(index) || []), ...(whats.get(index) || [])]) span.classList.add("on");
  const row = rows[index], list = node("dl");
  const add = (name, ...value) => list.append(node("dt", {}, name), node("dd", {}, ...value));
  const several = { role: ["role", "direction"], place: ["place", "country"] };
  for (const name of ["kind", "bound", "per", "what", "predicate", "role", "status", "time", "place", "speaker"]) {
    const parts = (several[name] || [name]).map((one) => get(row, one)).filter((part) => part);
    if (name === "time" && get(row, "time_quote")) parts.push(`«${get(row, "time_quote")}»`);
    if (parts.length) add(name, parts.join(" · "));
  }
  const sure = Number(get(row, "confidence"));
  add("confidence", node("meter", { min: 0, max: 1, value: sure, "aria-label": "confidence" }), ` ${sure.toFixed(2)}`);
  add("rule", get(row, "rule"));
  card.classList.remove("empty");
  card.replaceChildren(
    node("button", { type: "button", class: "close", title: "Close (Escape)", onclick: close }, "Close"),
    node("h2", {}, `«${clean(get(row, "quote"))}»`), node("p", { class: "big" }, `${told(row)} ${get(row, "unit") ?? ""}`),
    list, node("blockquote", {}, get(row, "evidence")));
}

/* The focus goes back to the fact that the card spoke of. */
function close() {
  const mark = marks.get(pinned)?.[0], held = card.contains(document.activeElement);
  pinned = null;
  unlight();
  card.classList.add("empty");
  card.replaceChildren(...hint);
  if (!held || !mark) return;
  closing = true;
  mark.focus({ preventScroll: true });
  closing = false;
}

/* On a narrow screen the card lies over the lower part of the page: the sentence that it speaks of moves above it. */
function uncover(index) {
  const mark = marks.get(index)?.[0];
  if (!mark || getComputedStyle(card).position !== "fixed") return;
  const free = innerHeight - card.offsetHeight, margin = 12;
  const sentence = sentenceBox(index, mark), box = sentence.height < free - 2 * margin ? sentence : mark.getBoundingClientRect();
  if (box.top < margin || box.bottom > free - margin) scrollBy(0, box.top + box.height / 2 - free / 2);
}

/* Where the sentence of a fact stands on the screen; the mark itself where the sentence is not found in the text. */
function sentenceBox(index, mark) {
  const text = mark.closest(".text"), range = document.createRange();
  range.setStart(text, 0);
  range.setEndBefore(mark);
  const sentence = String(get(rows[index], "evidence") ?? "").replace(/\r\n?/g, "\n").replace(HIDDEN, "");
  const start = text.textContent.lastIndexOf(sentence, range.toString().length), end = start + sentence.length;
  if (!sentence || start < 0) return mark.getBoundingClientRect();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let seen = 0; walker.nextNode(); seen += walker.currentNode.length) {
    const from = start - seen, to = end - seen, length = walker.currentNode.length;
    if (from >= 0 && from < length) range.setStart(walker.currentNode, from);
    if (to > 0 && to <= length) { range.setEnd(walker.currentNode, to); break; }
  }
  return range.getBoundingClientRect();
}

function step(by) {
  const here = visible.indexOf(pinned);
  if (visible.length) go(visible[here < 0 ? (by > 0 ? 0 : visible.length - 1) : (here + by + visible.length) % visible.length]);
}

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.key === "j" || event.key === "n") step(1);
  else if (event.key === "k" || event.key === "p") step(-1);
  else if (event.key === "Escape") close();
  else if (event.key === "/") { event.preventDefault(); $("q").focus(); }
  else if ((event.key === "Enter" || event.key === " ") && event.target.dataset?.f) { event.preventDefault(); pin(+event.target.dataset.f.split(" ")[0]); }
}

const first = location.hash, reading = $("articles"), factAt = (event) => event.target.closest?.("[data-f]")?.dataset.f.split(" ")[0];
reading.addEventListener("mouseover", (event) => { const f = factAt(event); if (f !== undefined) explain(+f); else if (pinned !== null) explain(pinned); });
reading.addEventListener("focusin", (event) => { const f = factAt(event); if (f !== undefined) pin(+f); });
reading.addEventListener("click", (event) => { const f = factAt(event); if (f !== undefined) pin(+f); });
document.addEventListener("keydown", keys);
addEventListener("hashchange", () => { if (/^#f\d+$/.test(location.hash)) go(+location.hash.slice(2)); });
explore({ href: (index) => `#f${index}`, go, follow });
if (/^#f\d+$/.test(first)) go(+first.slice(2));
document.documentElement.dataset.ready = "yes";
