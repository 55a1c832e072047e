// Runs once for the source panel; the names element, trigger and watch are Gradio's.

let opener = null;

const reveal = () => {
  const panel = element.querySelector(".source.open");
  if (!panel) return;
  const body = panel.querySelector(".source-body");
  const passage = panel.querySelector("mark");
  // Scrolled by hand: scrollIntoView would also move the page under the panel.
  if (passage) {
    const distance = passage.getBoundingClientRect().top - body.getBoundingClientRect().top;
    body.scrollTop += distance - body.clientHeight / 4;
  }
  panel.querySelector("h2").focus({ preventScroll: true });
};

const close = () => {
  trigger("dismiss", {});
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
};

document.addEventListener("hoikh:cite", (event) => {
  opener = event.detail.opener;
  const panel = element.querySelector(".source.open");
  const wanted = `${opener.dataset.turn}/${opener.dataset.marker}`;
  // The passage already shown is not redrawn, so it is brought back into view here.
  if (panel && panel.dataset.shown === wanted) reveal();
});

element.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) close();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && element.querySelector(".source.open")) close();
});

watch("value", reveal);
