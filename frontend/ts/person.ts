// Public and portal.
import { copying } from "./copy";
import { drops } from "./drops";
import { quickExit } from "./exit";
import { idle } from "./idle";
import { sending } from "./sending";
import { unsaved } from "./unsaved";

quickExit();
idle();
unsaved();
copying();
sending();
drops();
