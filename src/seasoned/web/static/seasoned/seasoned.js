// The page works without this file. It only closes what is open on Escape and keeps focus where htmx swaps.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll("details[open].menu").forEach((open) => open.removeAttribute("open"));
});
document.addEventListener("htmx:responseError", (event) => {
  const place = document.querySelector(".said");
  if (place) place.innerHTML = event.detail.xhr.responseText;
});
