// While something is sent: the words what is happening, beside the button that was pressed; it cannot be pressed twice.
import { say } from "./copy";

const SILENT_MS = 400;
// A sending that was broken off must not leave a form that can never be sent; the server takes the same form only once.
const AGAIN_MS = 15_000;

export function sending(): void {
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (form.dataset["sending"]) {
      event.preventDefault();
      return;
    }
    form.dataset["sending"] = "yes";
    window.setTimeout(release, AGAIN_MS);
    window.setTimeout(() => {
      const words = button?.dataset["busy"] ?? form.dataset["busy"];
      button?.setAttribute("aria-disabled", "true");
      if (words) say(words);
      if (words && button) {
        const beside = document.createElement("span");
        beside.className = "live";
        beside.textContent = words;
        button.after(beside);
      }
    }, SILENT_MS);
  });
  // Coming back with Back must not find a dead button.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) release();
  });
}

function release(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sending]")) delete form.dataset["sending"];
  for (const button of document.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
  for (const words of document.querySelectorAll(".acts .live")) words.remove();
}
