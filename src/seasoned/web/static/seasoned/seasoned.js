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

// A chart may be explored with a pointer; until then, and without this, the drawn picture stands.
function showExplorers() {
  const roomy = window.matchMedia("(min-width: 641px)").matches;
  document.querySelectorAll(".explore").forEach((place) => { place.hidden = !roomy; });
}

function bundled(address) {
  if (window.vegaEmbed) return Promise.resolve();
  return new Promise((loaded, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = loaded;
    script.onerror = failed;
    document.head.append(script);
  });
}

// A drawn picture takes its ink from the style sheet; a live one is told it.
function inked(spec) {
  const style = getComputedStyle(document.documentElement);
  const [ink, soft, line] = ["--ink", "--soft", "--line"].map((name) => style.getPropertyValue(name).trim());
  const axis = { ...spec.config.axis, labelColor: ink, titleColor: soft, gridColor: line };
  const config = { ...spec.config, axis, legend: { ...spec.config.legend, labelColor: ink } };
  const layer = spec.layer.map((one) => (one.mark.type === "tick" ? { ...one, mark: { ...one.mark, color: ink } } : one));
  return { ...spec, config, layer };
}

async function explore(button) {
  const place = document.getElementById(button.dataset.place);
  const words = button.textContent;
  button.disabled = true;
  button.textContent = button.dataset.busy;
  try {
    const [reply] = await Promise.all([fetch(button.dataset.explore), bundled(button.dataset.bundle)]);
    const spec = inked(await reply.json());
    const canvas = document.createElement("div");
    canvas.className = "chart live";
    const options = { ast: true, actions: false, defaultStyle: false, renderer: "canvas", tooltip: { disableDefaultStyle: true } };
    await window.vegaEmbed(canvas, spec, options);
    place.replaceChildren(canvas);
    button.closest(".explore").hidden = true;
  } catch {
    button.textContent = words;
    button.disabled = false;
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest && event.target.closest("[data-explore]");
  if (button) explore(button);
});
document.addEventListener("htmx:afterSettle", showExplorers);
window.addEventListener("resize", showExplorers);
showExplorers();
