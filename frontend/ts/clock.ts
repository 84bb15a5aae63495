// The clock of the control room: <time data-clock datetime="…"> goes on from the server's moment, a minute at a time.
export function clock(): void {
  for (const shown of document.querySelectorAll<HTMLTimeElement>("time[data-clock]")) {
    const began = Date.parse(shown.dateTime);
    if (Number.isNaN(began)) continue;
    const ahead = began - Date.now();
    const tell = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
    setInterval(() => { shown.textContent = tell.format(Date.now() + ahead); }, 1000);
  }
}
