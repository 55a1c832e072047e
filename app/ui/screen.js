// Runs once when the page loads: Gradio's page says lang="en".
() => {
  document.documentElement.lang = "vi";
};
