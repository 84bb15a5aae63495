// Quick exit: the link works by itself; with scripts the page is blank in the same frame, and Back does not return to it.
import { blank } from "./blank";

const PRESSES = 3;
const WITHIN_MS = 5000;

function leave(address: string): void {
  try {
    sessionStorage.clear();
  } catch {
    // Storage may be forbidden; then there is nothing to wipe.
  }
  window.dispatchEvent(new Event("waarborg:leaving"));
  blank();
  window.location.replace(address);
}

export function quickExit(): void {
  const link = document.querySelector<HTMLAnchorElement>("a[data-exit]");
  if (!link) return;
  const address = link.href;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave(address);
  });
  let presses: number[] = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      presses = []; // Writing capitals is no wish to leave.
      return;
    }
    if (event.repeat) return;
    const now = Date.now();
    presses = [...presses.filter((then) => now - then < WITHIN_MS), now];
    if (presses.length >= PRESSES) leave(address);
  });
  // A page that the browser kept whole must not come back by itself after leaving.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && document.body.childElementCount === 0) window.location.replace(address);
  });
}
