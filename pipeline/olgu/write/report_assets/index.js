"use strict";
const $ = (id) => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const fold = (text) => String(text ?? "").replace(/\s+/g, " ").toLocaleLowerCase("tr");
const SIZE = 50;
let found = data.articles, page = 0;

function table() {
  const pages = Math.max(1, Math.ceil(found.length / SIZE));
  page = Math.min(Math.max(0, page), pages - 1);
  $("rows").replaceChildren(...found.slice(page * SIZE, (page + 1) * SIZE).map(([id, date, title, facts, href]) =>
    node("tr", {}, node("td", {}, node("a", { href }, id)), node("td", {}, date ?? ""), node("td", { dir: "auto" }, title), node("td", { class: "num" }, facts))));
  $("told").textContent = `${number.format(found.length)} of ${number.format(data.articles.length)} articles`;
  $("page").textContent = `Page ${page + 1} of ${pages}`;
  $("back").disabled = page === 0;
  $("next").disabled = page === pages - 1;
}

function charts() {
  bars($("by-kind"), data.kinds.map(([kind, many]) => [kind, many, `var(--${kind}-bar)`]));
  bars($("by-what"), data.whats.map(([what, many]) => [what, many, null]));
  histogram($("by-confidence"), data.tenths);
  const points = data.money[$("currency").value] || [];
  scatter($("by-money"), $("countries"), points.map(([when, value, country, label, href]) => ({ when, value, country, label, go: () => { location.href = href; } })), $("currency").value, data.countries);
}

themes($("theme"));
$("q").addEventListener("input", () => { const q = fold($("q").value); found = data.articles.filter(([id, , title]) => fold(`${id} ${title}`).includes(q)); page = 0; table(); });
$("back").addEventListener("click", () => { page -= 1; table(); });
$("next").addEventListener("click", () => { page += 1; table(); });
$("currency").addEventListener("change", charts);
let wide = 0;
addEventListener("resize", () => { clearTimeout(wide); wide = setTimeout(charts, 150); });
table();
charts();
document.documentElement.dataset.ready = "yes";
