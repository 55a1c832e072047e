// Runs once for the conversation, in the scope of conversation.js: an understood question edited
// and sent again. It is asked as it stands, without what was said before.

element.addEventListener("click", (event) => {
  const opener = event.target.closest(".revise");
  if (!opener) return;
  const form = opener.closest(".answer").querySelector(".revise-form");
  form.hidden = !form.hidden;
  opener.setAttribute("aria-expanded", String(!form.hidden));
  if (!form.hidden) form.elements.question.focus();
});

element.addEventListener("submit", (event) => {
  const form = event.target.closest(".revise-form");
  if (!form) return;
  event.preventDefault();
  const question = form.elements.question.value.trim();
  if (!question || element.querySelector('[aria-busy="true"]')) return;
  form.hidden = true;
  trigger("revise", { question });
});

element.addEventListener("keydown", (event) => {
  const form = event.target.closest(".revise-form");
  if (!form || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});
