// Builds what is committed under src/waarborg/faces/shell/static/shell: two style sheets, the scripts, and BUILT.json
// with the version, licence and hash of everything that went in or came out. Running Waarborg needs none of this.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync, copyFileSync, rmSync } from "node:fs";
import { build } from "esbuild";
import { colours, measures } from "./tokens.mjs";

const out = new URL("../src/waarborg/faces/shell/static/shell/", import.meta.url).pathname;
rmSync(out, { recursive: true, force: true });
mkdirSync(`${out}licences`, { recursive: true });

const declared = (index) =>
  Object.entries(colours).map(([name, pair]) => `  --${name}: ${pair[index]};`).join("\n") +
  `\n  color-scheme: ${["light", "dark"][index]};`;
const block = (selector, body) => `${selector} {\n${body}\n}\n`;
const indented = (css) => css.replace(/^(?=.)/gm, "  ");
writeFileSync(`${out}tokens.css`, [
  "/* Waarborg's own design tokens, free to use under the EUPL-1.2. Written by frontend/build.mjs from tokens.mjs. */\n",
  block(":root", declared(0) + "\n" + Object.entries(measures).map(([name, value]) => `  --${name}: ${value};`).join("\n")),
  "/* Dark follows the system. */\n",
  `@media (prefers-color-scheme: dark) {\n${indented(block(":root", declared(1)))}}\n`,
  "/* The switch in the footer overrides it: by itself, or from page to page where scripts run. */\n",
  block(':root:is([data-colours="light"], :has(#colours-light:checked))', declared(0)),
  block(':root:is([data-colours="dark"], :has(#colours-dark:checked))', declared(1)),
  "/* Paper is white, whatever the screen was. */\n",
  `@media print {\n${indented(block(":root:is(:root, #print)", declared(0)))}}\n`,
].join("\n"));

// Style attributes are forbidden by our content security policy, so places in a drawing are classes.
const places = (count, property, letter) =>
  Array.from({ length: count }, (_, i) => `.${letter}${i + 1}{${property}:${i + 1}}`).join("\n");
const placesCss = [
  places(46, "grid-column-start", "f"),
  places(46, "grid-column-end", "t"),
  places(22, "grid-row-start", "r"),
  places(22, "grid-row-end", "d"),
  Array.from({ length: 46 }, (_, i) => `.n${i + 1}{grid-template-columns:repeat(${i + 1},minmax(0,1fr))}`).join("\n"),
].join("\n");
const made = {
  name: "made",
  setup(setup) {
    setup.onResolve({ filter: /^places$/ }, () => ({ path: "places", namespace: "made" }));
    setup.onLoad({ filter: /.*/, namespace: "made" }, () => ({ contents: placesCss, loader: "css" }));
  },
};
await build({
  entryPoints: ["css/waarborg.css"], outfile: `${out}waarborg.css`, bundle: true, minify: true, plugins: [made],
  target: ["chrome109", "firefox115", "safari16"], legalComments: "inline", logLevel: "info",
});
for (const entry of ["first", "person", "desk"]) {
  await build({
    entryPoints: [`ts/${entry}.ts`], outfile: `${out}${entry}.js`, bundle: true, minify: true, format: "iife",
    target: ["chrome109", "firefox115", "safari16"], logLevel: "info",
    banner: { js: `/* Waarborg, EUPL-1.2. Source: frontend/ts/${entry}.ts */` },
  });
}
copyFileSync("node_modules/htmx.org/dist/htmx.min.js", `${out}htmx.min.js`);
copyFileSync("mark.svg", `${out}mark.svg`);

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const wanted = JSON.parse(readFileSync("package.json", "utf8")).devDependencies;
const sources = {};
for (const name of Object.keys(wanted).sort()) {
  const of = lock[`node_modules/${name}`];
  const shipped = name === "htmx.org" || name.startsWith("@utrecht/");
  sources[name] = { version: of.version, licence: of.license, integrity: of.integrity, shipped };
}
copyFileSync("node_modules/@utrecht/button-css/LICENSE.md", `${out}licences/utrecht-EUPL-1.2.md`);
copyFileSync("node_modules/htmx.org/LICENSE", `${out}licences/htmx-0BSD.txt`);
const files = {};
for (const name of readdirSync(out).filter((name) => /\.(css|js)$/.test(name)).sort()) {
  files[name] = createHash("sha256").update(readFileSync(out + name)).digest("hex");
}
writeFileSync(`${out}BUILT.json`, JSON.stringify({ files, sources }, null, 2) + "\n");
