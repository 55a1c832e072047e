// Runs once for the conversation, in the scope of conversation.js: what readers think of answers.
// A form that stands open is kept here, by the key of its answer, because every drawing closes it.

const drafts = new Map();
const unsent = [];
let judged = null;

const filledIn = (form) => Object.fromEntries(new FormData(form));

const arrange = (row) => {
  const form = row.querySelector("form");
  const draft = drafts.get(row.dataset.answer);
  const { comment } = form.elements;
  const typed = draft ? draft.comment : comment.defaultValue;
  for (const radio of form.querySelectorAll('[type="radio"]')) {
    radio.checked = draft ? radio.value === draft.reason : radio.defaultChecked;
  }
  // Writing the same text again would move the caret to its end.
  if (comment.value !== typed) comment.value = typed;
  form.hidden = !draft;
  form.querySelector(".opinion-send").disabled = !form.elements.reason.value;
  row.querySelector("[aria-expanded]").setAttribute("aria-expanded", String(Boolean(draft)));
};

// While an answer is on its way its drawings would hide the opinion again.
const sendOn = () => {
  if (element.querySelector('[aria-busy="true"]')) return;
  for (const opinion of unsent.splice(0)) trigger("opine", opinion);
};

const opine = (row, opinion) => {
  drafts.delete(row.dataset.answer);
  arrange(row);
  judged = row.dataset.answer;
  unsent.push({ answer: row.dataset.answer, ...opinion });
  sendOn();
};

const toggle = (row) => {
  const form = row.querySelector("form");
  if (!drafts.delete(row.dataset.answer)) drafts.set(row.dataset.answer, filledIn(form));
  arrange(row);
  if (!form.hidden) row.scrollIntoView({ block: "nearest" });
};

element.addEventListener("click", (event) => {
  const verdict = event.target.closest(".verdict");
  if (!verdict) return;
  const row = verdict.closest(".opinion");
  if (verdict.dataset.helpful === "true") opine(row, { helpful: true });
  else toggle(row);
});

element.addEventListener("input", (event) => {
  const row = event.target.closest(".opinion");
  if (!row) return;
  drafts.set(row.dataset.answer, filledIn(row.querySelector("form")));
  arrange(row);
});

element.addEventListener("submit", (event) => {
  const row = event.target.closest(".opinion");
  if (!row) return;
  event.preventDefault();
  opine(row, { helpful: false, ...filledIn(event.target) });
  row.querySelector("[aria-expanded]").focus({ preventScroll: true });
});

watch("value", () => {
  for (const row of element.querySelectorAll(".opinion")) {
    arrange(row);
    if (row.dataset.answer === judged) row.scrollIntoView({ block: "nearest" });
  }
  judged = null;
  sendOn();
});
