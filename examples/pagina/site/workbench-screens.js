// What the workbench shows: made once for a folder, and filled in as the library answers.

import { h, part } from "./dom.js";
import { offerCases, prove, tryOn } from "./workbench-asking.js";
import * as guide from "./workbench-guide.js";
import { STEPS } from "./workbench-tour.js";

/** @typedef {import("./workbench-app.js").App} App */
/** @typedef {import("./workbench-kept.js").Folder} Folder */
/** @typedef {import("./workbench-words.js").Words} Words */
/** @typedef {import("./workbench.js").Problem} Problem */
/** @typedef {import("./dom.js").Child} Child */

/** Fill a part of the screen, where it is shown. @param {string} id @param {...Child} children */
function fill(id, ...children) {
  document.getElementById(id)?.replaceChildren(...h("div", {}, ...children).childNodes);
}

/** @param {string} words @param {() => void} click @param {Record<string, unknown>} [more] */
const button = (words, click, more = {}) => h("button", { type: "button", click, ...more }, words);
/** @param {string} words @param {() => void} click @param {Record<string, unknown>} [more] */
const plain = (words, click, more = {}) => button(words, click, { class: "plain", ...more });

// The beginning

/** @param {App} app */
export function beginning(app) {
  const { words } = app;
  return h("section", {},
    h("h1", {}, words.title),
    ...words.welcome.map(text => h("p", {}, text)),
    app.waiting && h("p", { role: "status" }, app.waiting),
    ways(app, true));
}

/** The ways to begin. @param {App} app @param {boolean} withTour */
function ways(app, withTour) {
  const { words } = app;
  /** @param {string} id @param {string} title @param {string} why @param {...Child} buttons */
  const way = (id, title, why, ...buttons) => h("li", { class: "card" },
    h("h2", { id }, title), h("p", {}, why), h("p", { class: "buttons" }, ...buttons));
  return h("ul", { class: "cards" },
    withTour && way("rondleiding", words.tourTitle, words.tourWhy, button(words.tourBegin, () => guide.begin(app))),
    way("aanvulling", words.extendTitle, words.extendWhy, button(words.extendBegin, () => app.begin(true))),
    way("eigen", words.wholeTitle, words.wholeWhy, button(words.wholeBegin, () => app.begin(false))),
    way("verder", words.openTitle, words.openWhy,
      opener(app, words.openFolder, { webkitdirectory: true }), opener(app, words.openZip, { accept: ".zip" })));
}

/** @param {App} app @param {string} words @param {Record<string, unknown>} kind */
function opener(app, words, kind) {
  const chooser = h("input", { type: "file", class: "hidden", tabindex: -1, "aria-label": words, ...kind, change: async () => {
    await app.bring([...chooser.files ?? []], !("webkitdirectory" in kind));
    chooser.value = "";
  } });
  return h("span", {}, chooser, button(words, () => chooser.click()));
}

/** What was opened, or not, and what was left out. @param {Words} words @param {string} told @param {string[]} left */
export function leftOut(words, told, left) {
  const shown = left.slice(0, 20);
  return h("div", {}, h("p", {}, told, " ", left.length > 0 && words.left(left.length)),
    left.length > 0 && h("ul", {}, ...shown.map(each => h("li", {}, each)), left.length > shown.length && h("li", {}, "…")));
}

// A folder

/** @param {App} app @param {Folder} folder */
export function bench(app, folder) {
  const { words } = app;
  return h("section", {},
    h("h1", {}, words.title),
    h("section", { id: "rondleiding", "aria-label": words.tour, hidden: !app.kept.tour }, ...tourCard(app, false)),
    h("div", { class: "columns" },
      h("section", { class: "desk" },
        h("h2", {}, words.files),
        h("nav", { id: "bestanden", "aria-label": words.files }),
        h("p", { id: "stand", role: "status" }, app.waiting),
        app.host,
        h("section", { id: "fouten" }),
        h("p", { class: "hint" }, words.keys),
        folderActions(app, folder)),
      h("section", { class: "side" },
        h("h2", {}, words.side),
        h("details", { open: true }, h("summary", {}, words.spot), h("div", { id: "plek", class: "spot" }, h("p", { class: "hint" }, words.spotNone))),
        h("details", { open: true }, h("summary", {}, h("span", { id: "scenarios-kop" }, words.scenarios)), h("p", { id: "gespeeld", class: "hint" }), h("div", { id: "scenarios" })),
        h("details", { toggle: () => offerCases(app) }, h("summary", {}, words.tryOn), trying(app)),
        h("details", {}, h("summary", {}, words.proof), proving(app)),
        h("details", { id: "meegeleverd", toggle: () => app.viewer.path || showShipped(app, Object.keys(app.shipped)[0] ?? "") }, h("summary", {}, words.shipped), shippedFiles(app)))));
}

/** The names of files: rules, then scenarios, then the rest. @param {import("./workbench.js").Files} files */
export function inOrder(files) {
  const rank = (/** @type {string} */ name) => name.endsWith(".md") ? 2 : name.endsWith(".feature") ? 1 : 0;
  return Object.keys(files).sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

/** @param {App} app @param {Folder} folder */
export function fileList(app, folder) {
  fill("bestanden", h("ul", {}, ...inOrder(folder.files).map(each => h("li", {},
    plain(each, () => app.open(each), { "aria-current": each === folder.open ? "true" : null })))));
}

/** @param {App} app @param {Folder} folder */
function folderActions(app, folder) {
  const { words } = app;
  const named = h("input", { type: "text", id: "nieuw", autocomplete: "off", "aria-describedby": "nieuw-hint" });
  return h("div", { class: "actions" },
    h("p", { class: "buttons" }, button(words.download, () => app.download())),
    h("details", {}, h("summary", {}, words.newFile),
      h("form", { submit: (/** @type {Event} */ event) => {
        event.preventDefault();
        app.make(named.value);
      } },
        h("label", { for: "nieuw" }, words.newName), h("p", { class: "hint", id: "nieuw-hint" }, words.newHint), named,
        h("div", { id: "nieuw-fout", role: "alert" }),
        h("p", { class: "buttons" }, h("button", { type: "submit" }, words.make))),
      h("p", {}, plain(words.remove, () => app.remove()))),
    !app.kept.tour && h("details", {}, h("summary", {}, words.another), h("p", { class: "buttons" }, plain(words.tourBegin, () => guide.begin(app))), ways(app, false)));
}

/** @param {App} app @param {boolean} isWrong */
export function misnamed(app, isWrong) {
  fill("nieuw-fout", isWrong && h("p", { class: "wrong" }, app.words.newWrong));
}

// What the library says

/** @param {Words} words @param {Problem | import("./editor.js").Mark} each */
export function described(words, each) {
  return [`${each.message}.`, each.expected && `${words.expected}: ${each.expected}.`, each.hint && `${words.meant}: ${each.hint}?`]
    .filter(Boolean).join(" ");
}

/** Nothing that was said holds any more. @param {App} app */
export function stale(app) {
  fill("stand", app.isReady ? app.words.checking : app.waiting);
  const told = document.getElementById("bewijs-oud");
  if (told) told.hidden = false;
}

/** @param {App} app @param {import("./workbench.js").Checked} checked */
export function problems(app, checked) {
  const { words } = app;
  const wrong = checked.problems.filter(each => !each.warning);
  const doubts = checked.problems.filter(each => each.warning);
  fill("stand", wrong.length ? mark(words.wrong(wrong.length), false) : mark(words.right, true), " ",
    !wrong.length && checked.counts && `${words.counts(checked.counts)}.`);
  fill("fouten",
    wrong.length > 0 && h("h3", {}, words.problems), wrong.length > 0 && problemList(app, wrong),
    doubts.length > 0 && h("h3", {}, words.doubts), doubts.length > 0 && problemList(app, doubts),
    checked.changes.length > 0 && h("details", {}, h("summary", {}, words.changes), h("pre", { lang: "nl" }, checked.changes.join("\n"))));
}

/** @param {App} app @param {Problem[]} found */
function problemList(app, found) {
  const { words } = app;
  return h("ul", { class: "problems" }, ...found.map(each => {
    const { file, line, column } = each;
    const where = file ? `${file}${line ? `, ${words.line} ${line}` : ""}` : each.place;
    return h("li", {}, where && h("strong", {}, where, ": "), described(words, each), " ",
      file && line ? plain(words.goThere, () => app.go({ file, line, column }), { "aria-label": `${words.goThere}: ${where}` }) : null);
  }));
}

/** Good or not, in words and in colour. @param {string} words @param {boolean} isGood */
function mark(words, isGood) {
  return h("span", { class: isGood ? "good" : "wrong" }, isGood ? "✓ " : "✗ ", words);
}

/** @param {App} app @param {import("./workbench.js").Spot | null} found */
export function spot(app, found) {
  const { words } = app;
  const id = app.cursor && app.folder && app.cursor.file in app.folder.files ? "plek" : "plek-meegeleverd";
  if (!found) return fill(id, h("p", { class: "hint" }, words.spotNone));
  const { where } = found;
  const isHere = where?.file === app.cursor?.file && where?.line === app.cursor?.line;
  /** @param {string} title @param {Child} told */
  const row = (title, told) => told && h("div", {}, h("dt", {}, title), h("dd", {}, told));
  fill(id,
    h("h3", {}, `${words.kinds[found.kind] ?? found.kind}: ${found.title}`),
    h("p", {}, h("code", {}, found.id)),
    found.sentence && h("p", { class: "when", lang: "nl" }, found.sentence),
    h("dl", {}, row(words.origin, found.origin), row(words.changed, found.changed),
      row(words.partOf, found.part_of.length > 0 && h("span", {}, ...codes(found.part_of))),
      row(words.uses, found.uses.length > 0 && h("span", {}, ...codes(found.uses)))),
    where && !isHere && h("p", {}, plain(words.whereItStands, () => app.go(where))));
}

/** @param {string[]} names */
function codes(names) {
  return names.flatMap((each, place) => [place ? ", " : "", h("code", {}, each)]);
}

/** @param {App} app @param {number} done @param {number} of */
export function playing(app, done, of) {
  if (of > 1) fill("gespeeld", app.words.playing(done, of));
}

/** @param {App} app */
export function scenarios(app) {
  const { words, tested } = app;
  const isOld = app.checked?.problems.some(each => !each.warning) ?? false;
  const all = tested?.features.flatMap(({ file, scenarios: each }) => each.map(found => ({ file, ...found }))) ?? [];
  const failing = all.filter(each => !each.passed);
  const passed = all.filter(each => each.passed);
  fill("gespeeld");
  fill("scenarios-kop", tested && all.length ? mark(words.played(all.length, failing.length), !failing.length) : words.scenarios);
  fill("scenarios",
    isOld && h("p", { class: "hint" }, tested ? words.waitsForRight : words.waitsFirst),
    tested && !all.length && h("p", { class: "hint" }, words.scenariosNone),
    failing.length > 0 && h("ul", { class: "played", lang: "nl" }, ...failing.map(each => h("li", {},
      mark(words.failing, false), ` ${each.name} `, there(app, each), each.told && h("pre", { lang: "nl" }, each.told)))),
    passed.length > 0 && h("details", {}, h("summary", {}, words.passedAll(passed.length)),
      h("ul", { class: "played", lang: "nl" }, ...passed.map(each => h("li", {}, mark(words.passed, true), ` ${each.name} `, there(app, each))))));
}

/** @param {App} app @param {{ file: string, line: number, name: string }} place */
function there(app, place) {
  return plain(app.words.goThere, () => app.go(place), { "aria-label": `${app.words.goThere}: ${place.name}` });
}

// Trying on

/** @param {App} app */
function trying(app) {
  const { words } = app;
  return h("div", {}, h("label", { for: "casus" }, words.tryWhich), h("p", { class: "hint", id: "casus-hint" }, words.tryHint),
    h("select", { id: "casus", "aria-describedby": "casus-hint", change: (/** @type {Event} */ event) => {
      app.tried = /** @type {HTMLSelectElement} */ (event.target).value;
      app.attempt(() => tryOn(app, () => false));
    } }),
    h("div", { id: "geprobeerd", role: "status" }));
}

/** @param {App} app */
export function offered(app) {
  if (app.tried && !app.cases.some(each => each.name === app.tried)) app.tried = "";
  fill("casus", h("option", { value: "" }, app.words.tryNone),
    ...app.cases.map(({ name }) => h("option", { value: name, selected: name === app.tried }, name)));
  fill("casus-hint", app.cases.length ? app.words.tryHint : app.words.tryNoCase);
}

/** @param {App} app @param {import("./workbench.js").Tried | null} found */
export function tried(app, found) {
  const { words } = app;
  if (!found) return fill("geprobeerd");
  /** @param {string} title @param {string[]} texts */
  const list = (title, texts) => texts.length > 0 && h("div", {}, h("h3", {}, title), h("ul", {}, ...texts.map(text => h("li", {}, text))));
  fill("geprobeerd", list(words.appeared, found.appeared), list(words.gone, found.gone),
    found.compared && h("p", {}, found.appeared.length + found.gone.length ? words.same(found.same) : words.tryNothing),
    h("details", { open: !found.compared }, h("summary", {}, words.tryAll), h("div", { class: "beside", tabindex: 0, role: "region", "aria-label": words.tryAll }, ...part(found.html))));
}

/** @param {App} app */
function proving(app) {
  const { words } = app;
  return h("div", {}, h("p", {}, words.proofWhy),
    h("p", { class: "buttons" }, button(words.coverage, () => prove(app, "coverage")), button(words.slips, () => prove(app, "slips"))),
    h("div", { id: "bewijs", role: "status" }));
}

/** @param {App} app @param {{ lines: string[], left?: number } | null} found @param {boolean} [isOld] */
export function proof(app, found, isOld = false) {
  const { words } = app;
  if (!found) return fill("bewijs", h("p", {}, words.working));
  fill("bewijs", h("p", { id: "bewijs-oud", class: "hint", hidden: !isOld }, words.old),
    found.lines.length > 0 && h("pre", { lang: "nl" }, found.lines.join("\n")),
    found.left ? h("p", {}, words.slipsLeft(found.left)) : null);
}

// The shipped rules

/** @param {App} app */
function shippedFiles(app) {
  const { words } = app;
  return h("div", {}, h("p", { class: "hint", id: "meegeleverd-hint" }, words.shippedHint),
    h("label", { for: "welk" }, words.shippedWhich),
    h("select", { id: "welk", "aria-describedby": "meegeleverd-hint", change: (/** @type {Event} */ event) => {
      showShipped(app, /** @type {HTMLSelectElement} */ (event.target).value);
    } }, ...Object.keys(app.shipped).map(each => h("option", { value: each, selected: each === app.viewer.path }, each))),
    app.viewHost, h("div", { id: "plek-meegeleverd", class: "spot" }));
}

/** @param {App} app @param {string} path */
export function showShipped(app, path) {
  const place = /** @type {HTMLDetailsElement | null} */ (document.getElementById("meegeleverd"));
  const which = /** @type {HTMLSelectElement | null} */ (document.getElementById("welk"));
  if (!place || !which) return;
  place.open = true;
  which.value = path;
  app.viewer.show(path, app.shipped[path] ?? "");
}

// The tour

/** @param {App} app @param {boolean} isDone whether the step before this was just done @returns {Node[]} */
function tourCard(app, isDone) {
  const { words, kept: { tour: found, language } } = app;
  const step = found && STEPS[found.step];
  if (!found || !step) return [];
  const [title, ...texts] = step[language];
  const isLast = found.step === STEPS.length - 1;
  return [h("div", { class: "card" },
    h("div", { role: "status" },
      h("h2", {}, isDone && words.tourDone, title, " ", h("small", {}, words.tourStep(found.step + 1, STEPS.length))),
      ...texts.map(text => h("p", {}, ...coded(text)))),
    isLast
      ? h("p", { class: "buttons" }, button(words.tourLeave, () => guide.leave(app, false)), plain(words.tourOwn, () => guide.leave(app, true)))
      : h("p", { class: "buttons" },
        (step.where || step.part) && button(words.tourShow, () => guide.show(app)),
        step.edit && plain(words.tourDo, () => guide.act(app)),
        plain(words.tourStop, () => guide.leave(app, false))))];
}

/** Bring a part of the screen into view, and begin there. @param {string} id */
export function showPart(id) {
  const found = document.getElementById(id);
  found?.scrollIntoView({ block: "start" });
  found?.querySelector("button")?.focus();
}

/** Text with `names` in it. @param {string} text */
function coded(text) {
  return text.split("`").map((each, place) => place % 2 ? h("code", {}, each) : each);
}

/** @param {App} app @param {boolean} isDone */
export function tour(app, isDone) {
  fill("rondleiding", ...tourCard(app, isDone));
  document.getElementById("rondleiding")?.scrollIntoView({ block: "nearest" });
}

// What went wrong

/** @param {App} app */
export function unkept(app) {
  return h("div", {}, h("p", {}, app.words.cannotKeep), saver(app));
}

/** @param {App} app @param {string} told @param {import("./library.js").Problem[]} found */
export function failure(app, told, found) {
  return h("div", {}, h("p", {}, told), h("ul", {}, ...found.map(each => h("li", {}, described(app.words, each)))), app.folder && saver(app));
}

/** Saves the file that is open, with no need of the library. @param {App} app */
function saver(app) {
  return app.folder && plain(app.words.saveFile, () => app.saveFile());
}
