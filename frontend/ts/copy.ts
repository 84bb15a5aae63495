// A button that copies what stands in another element: <button data-copies="id" data-said="Copied." hidden>.
export function copying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copies]")) {
    const source = document.getElementById(button.dataset["copies"] ?? "");
    if (!source || !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      void navigator.clipboard.writeText(source.textContent?.replace(/\s+/g, " ").trim() ?? "").then(() => {
        say(button.dataset["said"] ?? "");
      });
    });
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-prints]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      document.documentElement.classList.toggle("only-card", button.dataset["prints"] === "card");
      window.print();
    });
  }
}

// The one polite live region of the page.
export function say(words: string): void {
  const region = document.getElementById("said");
  if (region && words) region.textContent = words;
}
