"use strict";
(() => {
  const root = document.documentElement;
  const texts = JSON.parse(document.getElementById("texts").textContent);
  const languageButton = document.getElementById("language");
  const filters = document.getElementById("filters");
  const rows = [...document.querySelectorAll(".list li")];
  const pages = [...document.querySelectorAll(".page")];
  const searched = new Map();
  let opened = null;

  // ---- language

  function stored(value) {
    try {
      if (value) localStorage.setItem("report-language", value);
      return localStorage.getItem("report-language");
    } catch {
      return null;
    }
  }

  // 1.234,5 becomes 1,234.5 and back again.
  const swapped = (number) => number.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));

  function speak(language) {
    const words = texts[language];
    if (language === root.lang) return;
    root.lang = language;
    for (const node of document.querySelectorAll("[data-n]")) node.textContent = swapped(node.textContent);
    for (const node of document.querySelectorAll("[data-t]")) {
      node.textContent = words[node.dataset.t];
      // Item pages are Vietnamese throughout but for these.
      node.lang = language;
    }
    for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", words[node.dataset.tLabel]);
    for (const node of document.querySelectorAll("[data-t-placeholder]")) node.placeholder = words[node.dataset.tPlaceholder];
    languageButton.lang = language === "vi" ? "en" : "vi";
    searched.clear();
    title();
  }

  languageButton.addEventListener("click", () => speak(stored(languageButton.lang) ?? languageButton.lang));

  // ---- filters

  // Typed with or without diacritics: both sides lose them, and đ becomes d.
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");

  function text(index) {
    if (!searched.has(index)) searched.set(index, folded(`${rows[index].textContent} ${pages[index].textContent}`));
    return searched.get(index);
  }

  function isShown(row, index, wanted) {
    return (wanted.verdict === "all" || row.dataset.verdict === wanted.verdict)
      && (wanted.category === "" || row.dataset.category === wanted.category)
      && (wanted.split === "" || row.dataset.split === wanted.split)
      && (wanted.search === "" || text(index).includes(wanted.search));
  }

  function filter() {
    const wanted = {
      verdict: filters.elements.verdict.value,
      category: filters.elements.category.value,
      split: filters.elements.split.value,
      search: folded(filters.elements.search.value.trim()),
    };
    rows.forEach((row, index) => { row.hidden = !isShown(row, index, wanted); });
    const n = rows.filter((row) => !row.hidden).length;
    document.getElementById("shown").textContent = `${n} / ${rows.length}`;
    document.getElementById("nothing").hidden = n > 0;
  }

  filters.addEventListener("input", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());

  // ---- pages

  function target() {
    const node = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    return node?.closest(".page") ?? null;
  }

  function title() {
    const page = target();
    const name = texts[root.lang].document_title;
    document.title = page ? `${page.querySelector("h2").textContent} – ${name}` : name;
  }

  function link(page, name, index) {
    const anchor = page.querySelector(`.${name}`);
    if (index === undefined) anchor.removeAttribute("href");
    else anchor.href = `#${pages[index].id}`;
  }

  // The texts of retrieved passages stand once at the end of the file; a page gets its own when opened.
  function unfold(page) {
    for (const anchor of page.querySelectorAll(".passages a[href]")) {
      const passage = document.getElementById(anchor.hash.slice(1)).cloneNode(true);
      passage.removeAttribute("id");
      anchor.removeAttribute("href");
      anchor.parentNode.append(passage);
    }
  }

  function open(page) {
    unfold(page);
    const index = pages.indexOf(page);
    const shown = rows.flatMap((row, position) => (row.hidden ? [] : [position]));
    link(page, "previous", shown.findLast((position) => position < index));
    link(page, "next", shown.find((position) => position > index));
    const place = shown.indexOf(index);
    page.querySelector(".keys").hidden = false;
    page.querySelector(".place").textContent = place < 0 ? "" : `${place + 1} / ${shown.length}`;
    if (page !== opened) page.querySelector("h2").focus({ preventScroll: true });
    opened = page;
  }

  function close() {
    const row = rows[pages.indexOf(opened)];
    opened = null;
    const anchor = row.hidden ? document.getElementById("items-title") : row.querySelector("a");
    anchor.focus({ preventScroll: true });
    if (location.hash === "#items") anchor.scrollIntoView({ block: "center" });
  }

  function follow() {
    const page = target();
    if (page) open(page);
    else if (opened) close();
    title();
  }

  function press(event) {
    const typing = event.target.closest("input, select, textarea, .scroll, pre");
    if (!opened || typing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const names = { ArrowLeft: "previous", ArrowRight: "next", Escape: "back" };
    const anchor = names[event.key] && opened.querySelector(`.${names[event.key]}`);
    if (!anchor?.hasAttribute("href")) return;
    event.preventDefault();
    anchor.click();
  }

  window.addEventListener("hashchange", follow);
  document.addEventListener("keydown", press);
  languageButton.hidden = false;
  filters.hidden = false;
  filter();
  if (stored() === "en") speak("en");
  follow();
})();
