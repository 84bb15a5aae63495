// Folds that lie over the page (menu, languages): Escape closes the innermost, and so does a click elsewhere.
export function drops(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const inner = document.activeElement?.closest("details.drop[open]") ?? document.querySelector("details.drop[open]");
    if (!(inner instanceof HTMLDetailsElement)) return;
    inner.open = false;
    inner.querySelector("summary")?.focus();
  });
  document.addEventListener("click", (event) => {
    for (const drop of document.querySelectorAll<HTMLDetailsElement>("details.drop[open]")) {
      if (event.target instanceof Node && !drop.contains(event.target)) drop.open = false;
    }
  });
}
