// Files and links: answers and plans that come in, and that go out. Nothing that is here is lost by it.

import { InvalidInput } from "./adviser.js";
import { choose, download, h } from "./dom.js";
import { keyOf } from "./form.js";
import { BrokenLink, readLink } from "./link.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./adviser.js").Agreement} Agreement */

const LARGEST = 1_000_000;
/** Of a plan, as the library reads them. */
const MOST_STEPS = 2_000;
const LONGEST = 500;

/** The text of a file that a spreadsheet program may have written; null where it is too large. @param {App} app @param {File} file */
async function textOf(app, file) {
  if (file.size > LARGEST) {
    app.say(app.words.tooLarge, true);
    return null;
  }
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Open a case file or an action plan. @param {App} app @param {File} file */
export async function open(app, file) {
  const text = await textOf(app, file);
  if (text === null) return;
  if (/\.csv$/i.test(file.name)) await attempt(app, async () => takePlan(app, await app.adviser.readPlan(text, file.name), true));
  else await take(app, text, file.name);
}

/** Open what a link holds. @param {App} app @param {string} data */
export async function receive(app, data) {
  try {
    const sent = await readLink(data, LARGEST);
    if (!await take(app, JSON.stringify(sent.case), "link.json")) return;
    const plan = Array.isArray(sent.plan) ? sent.plan.slice(0, MOST_STEPS).filter(isAgreement) : [];
    if (plan.length) takePlan(app, plan);
  } catch (error) {
    if (!(error instanceof BrokenLink)) return app.tell(error);
    const { words } = app;
    app.say(h("div", {}, h("p", {}, error.isNewer ? words.linkNewer : words.linkBroken), h("p", {}, words.linkAgain)), true);
  }
}

/** Take in a case: beside what is here, or in its place; false where nothing was taken. @param {App} app @param {string} text @param {string} name */
async function take(app, text, name) {
  const { words } = app;
  const [add, replace] = [0, 1];
  const answers = [words.openJoin, words.openYes, words.openNo];
  const wanted = app.state ? await choose(words.openSure, answers)
    : app.kept.case && await choose(words.unfitSure, [words.openNo, words.openYes]) !== 1 ? -1 : replace;
  if (![add, replace].includes(wanted)) return false;
  return attempt(app, async () => {
    app.say(app.catalogue ? "" : words.loading);
    if (wanted === add) return join(app, text, name);
    app.set(await app.adviser.read(text, name));
    app.fresh(app.kept.language);
    if (app.isKept) app.say(words.opened);
    return true;
  });
}

/** Try to take something in; what is wrong with it is told. @param {App} app @param {() => Promise<boolean>} step */
async function attempt(app, step) {
  try {
    return await step();
  } catch (error) {
    const { words } = app;
    if (error instanceof InvalidInput) {
      app.say(h("div", {}, h("p", {}, words.wrongFile), h("p", {}, words.wrongFileWhy), app.problems(error),
        h("p", {}, words.wrongFileNewer)), true);
    } else app.tell(error);
    return false;
  }
}

/** Put what a file says beside what is here. @param {App} app @param {string} text @param {string} name */
async function join(app, text, name) {
  const { words } = app;
  const found = app.kept.case ?? { peildatum: "" };
  const { differs, remarks, name: other, ...state } = await app.adviser.join(found, text, name);
  const isOther = other && found.naam && other !== found.naam;
  if (isOther && await choose(words.joinOther(other, found.naam ?? ""), [words.joinNo, words.joinYes]) !== 1) return false;
  app.set(state);
  app.show();
  const asked = new Set(differs.map(([fact, ...below]) => worded(app, fact, below)));
  if (app.isKept) {
    app.say(h("div", {}, h("p", {}, words.joined),
      asked.size > 0 && h("p", {}, words.joinDiffers), asked.size > 0 && h("ul", {}, ...[...asked].map(each => h("li", {}, each))),
      !remarks && h("p", {}, words.joinRemarks)));
  }
  return true;
}

/** What two files say differently, in words. @param {App} app @param {string} fact @param {(string | undefined)[]} below */
function worded(app, fact, [party = "", organisation = ""]) {
  const keys = [keyOf(fact, party, true, organisation), keyOf(fact, null, false, party), keyOf(fact, null, false)];
  const question = keys.map(each => app.questions.get(each)).find(Boolean);
  return question?.text ?? app.catalogue?.parties.find(each => each.id === fact)?.full ?? fact;
}

/** Put what was agreed beside what is agreed here: what stands here stays. @param {App} app @param {Agreement[]} plan @param {boolean} [tell] */
async function takePlan(app, plan, tell = false) {
  for (const each of plan) {
    const here = app.agreed(each.rule, each.place, each.step);
    app.agree({ ...each, who: here?.who || each.who, when: here?.when || each.when, done: here?.done ?? each.done });
  }
  app.show();
  if (tell && app.isKept) app.say(app.words.planOpened);
  return true;
}

/** @param {any} found @returns {found is Agreement} */
function isAgreement(found) {
  const { rule, place, title, step, who, when, done } = found ?? {};
  return Number.isInteger(place) && [rule, title, step, who, when].every(each => typeof each === "string" && each.length <= LONGEST)
    && (done === null || typeof done === "boolean");
}

/** See what changed since a case file. @param {App} app @param {File} file */
export async function compare(app, file) {
  const text = await textOf(app, file);
  const found = app.kept.case;
  if (text === null || !found) return null;
  try {
    return await app.adviser.compare(found, text, file.name, app.kept.plan);
  } catch (error) {
    await attempt(app, () => Promise.reject(error));
    return null;
  }
}

/** What a file is called. @param {App} app @param {string} [of] whose answers */
function fileName(app, of = "") {
  const words = [app.kept.case?.naam || "samenwerking", of].filter(Boolean).join(" ");
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
}

/** Save a case file: of everything, or of what one party says. @param {App} app @param {string} [party] */
export async function save(app, party = "") {
  const found = app.kept.case;
  if (!found) return;
  try {
    const text = await app.adviser.write(party ? await app.adviser.part(found, party) : found);
    download(`${fileName(app, party)}.yaml`, text);
    app.say(app.words.saved);
  } catch (error) {
    app.tell(error);
  }
}

/** Save the action plan. @param {App} app */
export async function savePlan(app) {
  const found = app.kept.case;
  if (!found) return;
  try {
    download(`${fileName(app, "actieplan")}.csv`, await app.adviser.planFile(found, app.kept.plan), "text/csv");
    app.say(app.words.saved);
  } catch (error) {
    app.tell(error);
  }
}
