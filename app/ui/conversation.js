// Runs once for the conversation; the names element, trigger and watch are Gradio's.
// One listener on the root serves every mark and question, however often the turns are redrawn.

const questionBox = () => document.querySelector("#question-box textarea");

const ask = (question) => {
  const box = questionBox();
  if (!box || element.querySelector('[aria-busy="true"]')) return;
  box.value = question;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  // Gradio takes over the typed text after the event; the button must find it there.
  setTimeout(() => document.querySelector("#send-button").click(), 50);
};

const cite = (button) => {
  document.dispatchEvent(new CustomEvent("hoikh:cite", { detail: { opener: button } }));
  trigger("cite", { turn: Number(button.dataset.turn), marker: Number(button.dataset.marker) });
};

element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button || !element.contains(button)) return;
  if (button.dataset.marker) cite(button);
  else if (button.dataset.ask) ask(button.dataset.ask);
});

// The newest question stays at the top of the view while its answer grows below it,
// until the reader scrolls elsewhere or presses something there.
let shown = 0;
let following = true;
const stopFollowing = () => { following = false; };
for (const gesture of ["wheel", "touchmove", "keydown", "pointerdown"]) {
  element.parentElement.addEventListener(gesture, stopFollowing, { passive: true });
}

watch("value", () => {
  const turns = element.querySelectorAll(".turn");
  if (turns.length !== shown) following = true;
  shown = turns.length;
  if (turns.length && following) turns[turns.length - 1].scrollIntoView({ block: "start" });
});
