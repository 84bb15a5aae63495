// The desk's four shortcuts, Alt+Shift with a letter; read from the links that carry data-key, listed under Keyboard.
const OFF = "keyboard-off";

export function keyboard(): void {
  const box = document.getElementById("keyboard-on");
  if (box instanceof HTMLInputElement) {
    box.checked = localStorage.getItem(OFF) === null;
    box.addEventListener("change", () => {
      if (box.checked) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "yes");
    });
  }
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || localStorage.getItem(OFF)) return;
    const letter = event.code.replace(/^Key/, "").toLowerCase();
    const link = document.querySelector<HTMLAnchorElement>(`a[data-key="${CSS.escape(letter)}"]`);
    if (!link) return;
    event.preventDefault();
    link.click();
  });
}
