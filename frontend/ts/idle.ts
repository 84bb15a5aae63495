// A screen that nobody touches is covered. Public and portal: the page waits underneath and then goes.
// The times stand on <body data-idle-minutes data-idle-gone-minutes>; none means never. While somebody is busy the site
// is told so at data-idle-keep, once a minute at most, or a session would end under the hands of who writes much.
import { blank, cover } from "./blank";

export function idle(): void {
  const { idleMinutes, idleGoneMinutes, idleWords, idleButton, idleTo, idleKeep } = document.body.dataset;
  const minutes = Number(idleMinutes ?? "0");
  if (!minutes || !idleWords || !idleButton) return;
  let covered: HTMLElement | null = null;
  let last = Date.now();
  let told = Date.now();
  const keep = (): void => {
    if (!idleKeep || last <= told) return;
    told = Date.now();
    fetch(idleKeep, { cache: "no-store", redirect: "error" }).catch(() => undefined);
  };
  const touched = (): void => { last = Date.now(); };
  for (const kind of ["keydown", "pointerdown", "scroll", "input", "touchstart"]) {
    document.addEventListener(kind, touched, { passive: true, capture: true });
  }
  const look = (): void => {
    if (Date.now() - told >= 60_000) keep();
    const idleFor = (Date.now() - last) / 60_000;
    if (idleFor >= minutes + Number(idleGoneMinutes ?? "20")) {
      window.dispatchEvent(new Event("waarborg:leaving"));
      blank();
      window.location.replace(idleTo ?? "/");
    } else if (idleFor >= minutes && !covered) {
      const since = last;
      covered = cover(idleWords, idleButton, () => { covered = null; touched(); keep(); });
      last = since; // Showing the cover moved the focus, which is not somebody's doing.
    }
  };
  setInterval(look, 5000);
  document.addEventListener("visibilitychange", look);
}
