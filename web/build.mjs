// Builds the scripts of the site from web/src into templates/websted. The same sources give the same bytes.
//
//   node build.mjs           writes them
//   node build.mjs --se      writes nothing; ends with 1 when what is there differs

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "templates", "websted");
const only_look = process.argv.includes("--se");
let differs = false;

for (const name of ["side", "soeg", "sw"]) {
  const made = await build({
    absWorkingDir: here,
    entryPoints: [`src/${name}.ts`],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["es2020", "safari15"],
    charset: "utf8",
    legalComments: "inline",
    banner: { js: "/* Built from web/src by web/build.mjs. */" },
  });
  const file = join(target, `${name}.js`);
  const text = made.outputFiles[0].text;
  if (!only_look) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) {
    console.log(`${name}.js differs from its sources: run npm run build in web/`);
    differs = true;
  }
  console.log(`${name}.js: ${text.length} letters`);
}
process.exitCode = differs ? 1 : 0;
