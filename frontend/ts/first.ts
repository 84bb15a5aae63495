// Loaded in the head of every page, before anything is drawn.
import { colours } from "./colours";

document.documentElement.classList.add("scripts");
colours();
