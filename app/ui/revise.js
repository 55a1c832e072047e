// Runs once for the conversation, in the scope of conversation.js: an understood question edited
// and sent again. It is asked as it stands, without what was said before.
// A form that stands open is kept here, by the number of its turn, because every drawing closes it.

const revisions = new Map();

const turnOf = (node) => node.closest(".turn").dataset.number;

const showForm = (form) => {
  const typed = revisions.get(turnOf(form));
  form.hidden = typed === undefined;
  const { question } = form.elements;
  if (typed !== undefined && question.value !== typed) question.value = typed;
  const opener = form.closest(".answer").querySelector(".revise");
  opener.setAttribute("aria-expanded", String(!form.hidden));
};

element.addEventListener("click", (event) => {
  const opener = event.target.closest(".revise");
  if (!opener) return;
  const form = opener.closest(".answer").querySelector(".revise-form");
  if (!revisions.delete(turnOf(form))) {
    revisions.set(turnOf(form), form.elements.question.value);
  }
  showForm(form);
  if (!form.hidden) form.elements.question.focus();
});

element.addEventListener("input", (event) => {
  const form = event.target.closest(".revise-form");
  if (form) revisions.set(turnOf(form), form.elements.question.value);
});

element.addEventListener("submit", (event) => {
  const form = event.target.closest(".revise-form");
  if (!form) return;
  event.preventDefault();
  const question = form.elements.question.value.trim();
  if (!question || element.querySelector('[aria-busy="true"]')) return;
  revisions.clear();
  showForm(form);
  trigger("revise", { question });
});

element.addEventListener("keydown", (event) => {
  const form = event.target.closest(".revise-form");
  if (!form || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

watch("value", () => {
  const forms = element.querySelectorAll(".revise-form");
  if (!forms.length) revisions.clear();
  forms.forEach(showForm);
});
