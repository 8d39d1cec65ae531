"use strict";
/* The overview of a report of many pages: every fact can be filtered and saved here, and leads to its page. */
const firsts = data.pages.map(() => Infinity);
const pageOf = (article) => Math.floor(article / data.per_page);
rows.forEach((row, index) => { const own = pageOf(get(row, "article")); firsts[own] = Math.min(firsts[own], index); });
const counts = data.articles.map(() => 0);
for (const row of rows) counts[get(row, "article")] += 1;
const titles = data.articles.map((article) => fold(`${article.id} ${article.title}`));
const LISTED = 25;
let within = null, leaf = 0;

function href(index) {
  const own = pageOf(get(rows[index], "article"));
  return `${data.pages[own]}#f${index - firsts[own]}`;
}

function list() {
  const asked = fold($("find").value), found = [];
  titles.forEach((title, index) => { if ((within === null || within.has(index)) && title.includes(asked)) found.push(index); });
  const leaves = Math.max(1, Math.ceil(found.length / LISTED));
  leaf = Math.min(Math.max(0, leaf), leaves - 1);
  $("listed").replaceChildren(...found.slice(leaf * LISTED, (leaf + 1) * LISTED).map((index) => {
    const { id, date, title } = data.articles[index], link = `${data.pages[pageOf(index)]}#a${index % data.per_page}`;
    return node("tr", {}, node("td", {}, node("a", { href: link }, id)), node("td", { class: "short" }, date ?? ""), node("td", { dir: "auto" }, title), node("td", { class: "num" }, number.format(counts[index])));
  }));
  $("many").textContent = `${number.format(found.length)} of ${number.format(data.articles.length)} articles`;
  $("leaf").textContent = `Page ${number.format(leaf + 1)} of ${number.format(leaves)}`;
  $("former").disabled = leaf === 0;
  $("further").disabled = leaf === leaves - 1;
}

$("find").addEventListener("input", () => { leaf = 0; list(); });
$("former").addEventListener("click", () => { leaf -= 1; list(); });
$("further").addEventListener("click", () => { leaf += 1; list(); });
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { event.preventDefault(); $("q").focus(); }
});
explore({ href, go: (index) => { location.href = href(index); }, follow: (live) => { within = live; leaf = 0; list(); } });
document.documentElement.dataset.ready = "yes";
