// A file on its way: how far it is, in words and as a bar, for <form data-progress="Locking and keeping…">. Without
// scripts the form is sent as any other. The answer is the page that the server gives, wherever that is.
import { say } from "./copy";

export function progress(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    const words = form.dataset["progress"];
    if (!words || !form.querySelector<HTMLInputElement>("input[type=file]")?.files?.length) return;
    event.preventDefault();
    if (form.dataset["sending"]) return;
    form.dataset["sending"] = "yes";
    event.submitter?.setAttribute("aria-disabled", "true");
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.setAttribute("aria-label", words);
    const beside = document.createElement("p");
    beside.className = "live";
    beside.textContent = words;
    form.append(bar, beside);
    say(words);
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (sent) => {
      if (!sent.lengthComputable) return;
      bar.value = sent.loaded / sent.total;
      beside.textContent = `${words} ${Math.round(100 * bar.value)}%`;
    });
    request.addEventListener("load", () => {
      window.dispatchEvent(new Event("waarborg:leaving"));
      // The page that came is shown as it is: fetched once more, it would no longer say what was done.
      window.history.replaceState(null, "", request.responseURL);
      document.open();
      document.write(request.responseText);
      document.close();
    });
    request.addEventListener("error", () => {
      bar.remove();
      beside.remove();
      // The browser says best itself what became of the line.
      form.removeAttribute("data-progress");
      form.submit();
    });
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
}
