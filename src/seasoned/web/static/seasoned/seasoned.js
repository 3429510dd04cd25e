// Every page works without this file. It shows that something is under way, and keeps focus where htmx swaps.
"use strict";

document.addEventListener("submit", (event) => {
  const words = event.target.dataset.busy;
  const button = event.submitter || event.target.querySelector("button");
  if (!words || !button) return;
  event.target.setAttribute("aria-busy", "true");
  window.setTimeout(() => { button.dataset.words = button.textContent; button.textContent = words; button.disabled = true; }, 0);
});

// A page that comes back from the browser's memory must not look busy.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[aria-busy]").forEach((form) => {
    form.removeAttribute("aria-busy");
    form.querySelectorAll("button[data-words]").forEach((button) => { button.textContent = button.dataset.words; button.disabled = false; });
  });
});

// Errors have a page of their own; htmx may show it like any other answer.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status >= 400) { event.detail.shouldSwap = true; event.detail.isError = false; }
});

document.addEventListener("htmx:sendError", () => {
  const place = document.querySelector(".said");
  if (place) place.textContent = "Seasoned does not answer; is it still running in the terminal?";
});
