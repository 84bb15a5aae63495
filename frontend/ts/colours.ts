// Light, dark or as the device says. Chosen with the radio buttons in the footer, which work by themselves (see
// tokens.css); this only carries the choice from page to page: in this tab alone, or on the desk for good.
const KEY = "colours";

function store(): Storage | null {
  try {
    return document.documentElement.dataset["site"] === "desk" ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}

function apply(choice: string): void {
  if (choice === "light" || choice === "dark") document.documentElement.dataset["colours"] = choice;
  else delete document.documentElement.dataset["colours"];
}

export function colours(): void {
  const chosen = store()?.getItem(KEY) ?? "system";
  apply(chosen);
  document.addEventListener("DOMContentLoaded", () => {
    const radio = document.getElementById(`colours-${chosen}`);
    if (radio instanceof HTMLInputElement) radio.checked = true;
  });
  document.addEventListener("change", (event) => {
    const radio = event.target;
    if (!(radio instanceof HTMLInputElement) || radio.name !== "colours") return;
    apply(radio.value);
    if (radio.value === "system") store()?.removeItem(KEY);
    else store()?.setItem(KEY, radio.value);
  });
}
