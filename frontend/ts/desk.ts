// The desk.
import { clock } from "./clock";
import { copying } from "./copy";
import { drops } from "./drops";
import { idle } from "./idle";
import { keyboard } from "./keyboard";
import { partial } from "./partial";
import { progress } from "./progress";
import { sending } from "./sending";
import { unsaved } from "./unsaved";

idle();
unsaved();
copying();
clock();
progress();
sending();
drops();
keyboard();
partial();
