// The desk.
import { copying } from "./copy";
import { drops } from "./drops";
import { idle } from "./idle";
import { keyboard } from "./keyboard";
import { partial } from "./partial";
import { sending } from "./sending";
import { unsaved } from "./unsaved";

idle();
unsaved();
copying();
sending();
drops();
keyboard();
partial();
