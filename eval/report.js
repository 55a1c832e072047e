"use strict";
const items = [...document.querySelectorAll(".item")];
const controls = Object.fromEntries(
  ["verdict", "category", "search"].map((name) => [name, document.getElementById(name)]));

function isShown(item) {
  const { verdict, category, search } = controls;
  const wanted = { all: true, fail: item.dataset.verdict === "fail", short: item.dataset.verdict !== "pass" };
  return wanted[verdict.value]
    && (category.value === "" || item.dataset.category === category.value)
    && item.textContent.toLocaleLowerCase("vi").includes(search.value.toLocaleLowerCase("vi"));
}

function refresh() {
  let shown = 0;
  for (const item of items) {
    item.hidden = !isShown(item);
    shown += item.hidden ? 0 : 1;
  }
  document.getElementById("shown").textContent = `${shown} / ${items.length} câu`;
}

for (const control of Object.values(controls)) control.addEventListener("input", refresh);
refresh();
