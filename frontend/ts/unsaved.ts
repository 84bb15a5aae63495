// A page that would lose text asks once. Marked by the page: <form data-keeps-nothing>.
export function unsaved(): void {
  let typed = false;
  const done = (): void => { typed = false; };
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (field instanceof Element && field.closest("form[data-keeps-nothing]")) typed = true;
  });
  document.addEventListener("submit", done);
  window.addEventListener("waarborg:leaving", done);
  window.addEventListener("beforeunload", (event) => {
    if (typed) event.preventDefault();
  });
}
