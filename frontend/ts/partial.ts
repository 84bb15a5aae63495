// After a partial reload (desk): the focus stays, or goes to the changed heading where its element is gone; what
// changed is said once in the live region, in the words that the new piece carries in data-say.
import { say } from "./copy";

export function partial(): void {
  document.addEventListener("htmx:after:swap", (event) => {
    const detail: unknown = (event as CustomEvent).detail?.ctx;
    const given = typeof detail === "object" && detail !== null && "target" in detail ? detail.target : event.target;
    // A piece that was replaced as a whole is found again by its id.
    const found = given instanceof Element && !given.isConnected ? document.getElementById(given.id) : given;
    if (!(found instanceof Element)) return;
    const words = found.getAttribute("data-say") ?? found.querySelector("[data-say]")?.getAttribute("data-say");
    if (words) say(words);
    if (document.activeElement && document.activeElement !== document.body) return;
    const heading = found.querySelector<HTMLElement>("h1, h2, h3");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  });
}
