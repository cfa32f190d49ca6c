// The search in Node: every phrase of the golden file gives the same ids, points and doubts as in Python.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import vm from "node:vm";
import { repository } from "./helpers.mjs";

const PYTHON = process.env.PYTHON ?? join(repository, ".venv", "bin", "python");
const python = (code, input) =>
  execFileSync(PYTHON, ["-c", code], { cwd: repository, encoding: "utf8", input, maxBuffer: 1 << 28 });

/** The index of the shipped base as the site has it, and the built script that searches it. */
export function searchIn(index) {
  const context = vm.createContext({ TextEncoder });
  vm.runInContext("globalThis.self = globalThis;", context);
  vm.runInContext(index, context);
  vm.runInContext(readFileSync(join(repository, "templates", "websted", "soeg.js"), "utf8"), context);
  return context;
}

const index = python(
  "import tempfile, pathlib\n" +
    "from bench.golden_site import public_base\nfrom blanket.search.browser import as_scripts\n" +
    "print(''.join(as_scripts(public_base(pathlib.Path(tempfile.mkdtemp())))))",
);
const context = searchIn(index);

test("two thousand phrases are answered as in Python: ids, points, sure or weak", () => {
  // The file's own answers; with a base that was edited since it was written, what Python answers now.
  const now = execFileSync(PYTHON, ["-m", "bench.golden_site", "--nu"], { cwd: repository, encoding: "utf8", maxBuffer: 1 << 26 });
  const [, ...lines] = now.trimEnd().split("\n");
  assert.equal(lines.length, 2000);
  const different = [];
  for (const line of lines) {
    const [query, half, hits] = line.split("\t");
    const found = context.blanketRang(query, 8, half === "h");
    const now = found.map((hit) => `${hit.id} ${hit.points.toFixed(1)} ${hit.weak ? "u" : "s"}`).join(";");
    if (now !== hits) different.push(`${query}\n  python ${hits}\n  here   ${now}`);
  }
  assert.deepEqual(different.slice(0, Number(process.env.MANY ?? 5)), [], `${different.length} differ`);
});

test("what looks like a CPR number is cut as in Python, and so are its doubtful cases", () => {
  const cases = [
    "skifte læge 010150-1234", "0101501234", "01.01.1950 1234", "1950-01-01-1234", "1/1-50 1234", "01 01 50 12 34", "12345678",
    "010150-1234 020260-4321", "ring 70 12 80 63", "3112991234,50", "610150–1234", "a010150-1234b", "２０１０１５０1234", "19500101 1234",
  ];
  const said = JSON.parse(python("import sys, json\nfrom blanket.cpr import cut_cpr\nprint(json.dumps([cut_cpr(t) for t in json.load(sys.stdin)]))", JSON.stringify(cases)));
  const here = cases.map((text) => Array.from(context.blanketCpr(text)));
  assert.deepEqual(here, said);
});

test("every word of the base has the same stem as in Python", () => {
  const code =
    "import json\nfrom blanket.paths import shipped\nfrom blanket.search.words import word, words\n" +
    "found = {t.shown for f in shipped('kb').rglob('*') if f.suffix in ('.yaml', '.txt') for t in words(f.read_text(encoding='utf-8'))}\n" +
    "print(json.dumps({one: [word(one).folded, word(one).stem, word(one).bare] for one in sorted(found)}))";
  const said = JSON.parse(python(code));
  const different = Object.entries(said).filter(([shown, forms]) => {
    const { folded, stem, bare } = context.blanketOrd(shown);
    return folded !== forms[0] || stem !== forms[1] || bare !== forms[2];
  });
  assert.ok(Object.keys(said).length > 50000);
  assert.deepEqual(different, []);
});

test("the list leaves out what the desk's leaves out, whole and half typed", () => {
  const code =
    "import json, pathlib, tempfile\nfrom types import SimpleNamespace\nfrom bench.golden_site import public_base, read\n" +
    "from blanket.desk.finding import quiet\nfrom blanket.desk.listing import _seemly\nfrom blanket.search.engine import guesses, search\n" +
    "base = SimpleNamespace(db=public_base(pathlib.Path(tempfile.mkdtemp())))\nsaid = []\n" +
    "for line in read()[1][::4]:\n" +
    "    query, half, _ = line.split('\\t')\n" +
    "    found = search(base.db, query, limit=20, half_typed=half == 'h')\n" +
    "    hits = _seemly(base, found if half == 'h' else quiet(found), query)[:8]\n" +
    "    said.append([query, half, [hit.id for hit in hits or _seemly(base, guesses(base.db, query), query)], len(found) - len(hits)])\n" +
    "print(json.dumps(said))";
  const said = JSON.parse(python(code));
  assert.ok(said.length >= 500);
  assert.ok(said.some((row) => row[1] === "h" && row[3] > 0));
  const here = said.map(([query, half]) => Array.from(context.blanketSoeg(half === "h" ? query : `${query} `, 8).hits, (hit) => hit.path.replace(/.*#|\/.*/g, "")));
  const different = said.filter((row, at) => row[2].join() !== here[at].join()).map((row) => [row[0], row[2], here[said.indexOf(row)]]);
  assert.deepEqual(different.slice(0, 3), [], `${different.length} differ`);
});
