// Takes everything off the screen within the frame in which it is called.
export function blank(): void {
  document.title = "";
  document.body.replaceChildren();
  document.documentElement.style.background = "#fff";
}

// Takes the page off the screen and asks whether to go on; the page itself stays untouched below.
export function cover(words: string, button: string, on: () => void): HTMLElement {
  const sheet = document.createElement("div");
  sheet.className = "blank";
  sheet.setAttribute("role", "dialog");
  sheet.setAttribute("aria-modal", "true");
  sheet.setAttribute("aria-labelledby", "blank-words");
  const said = document.createElement("p");
  said.id = "blank-words";
  said.textContent = words;
  const go = document.createElement("button");
  go.type = "button";
  go.className = "utrecht-button utrecht-button--primary-action";
  go.textContent = button;
  const others = [...document.body.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
  const before = document.activeElement;
  others.forEach((child) => { child.inert = true; });
  go.addEventListener("click", () => {
    others.forEach((child) => { child.inert = false; });
    sheet.remove();
    if (before instanceof HTMLElement) before.focus();
    on();
  });
  sheet.append(said, go);
  document.body.append(sheet);
  go.focus();
  return sheet;
}
