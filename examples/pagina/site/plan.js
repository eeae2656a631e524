// The action plan in the report, to fill in: fields on the screen, a table on paper.

import { h } from "./dom.js";
import { savePlan } from "./handing.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./adviser.js").Agreement} Agreement */

const LONGEST = 500;
const PAUSE = 400;

/** Put fields in the plan of a report. @param {App} app @param {HTMLElement} report */
export function fillIn(app, report) {
  const { words } = app;
  const section = report.querySelector(".plan");
  if (!section) return;
  const level = section.querySelector("h2, h3, h4")?.tagName === "H2" ? "h3" : "h4";
  const wide = section.querySelector(".wide");
  wide?.classList.add("onprint");
  /** @type {Set<Agreement | undefined>} */
  const shown = new Set();
  const cards = [...section.querySelectorAll("tbody")].map(body => {
    const rule = body.dataset.rule ?? "";
    const head = body.querySelector("th")?.textContent ?? "";
    const title = head.replace(/^\d+\. /, "");
    const steps = [...body.rows].map((row, place) => {
      const cells = row.querySelectorAll("td");
      const step = cells[0]?.textContent ?? "";
      const here = app.agreed(rule, place, step);
      shown.add(here);
      const onPaper = (/** @type {Agreement} */ found) => {
        cells[1]?.replaceChildren(found.who);
        cells[2]?.replaceChildren(whenAndDone(app, found));
      };
      return stepFields(app, here ?? { rule, place, title, step, who: "", when: "", done: null }, step, onPaper);
    });
    return h("section", { class: "card" }, h(level, {}, head), ...steps);
  });
  const earlier = app.kept.plan.filter(each => !shown.has(each));
  const status = h("p", { class: "hint", role: "status", id: "plan-bewaard" });
  wide?.after(h("div", { class: "noprint agreed" }, ...cards));
  if (earlier.length) {
    const list = h("ul", { class: "onprint" });
    section.append(h(level, {}, words.planEarlier), list, h("div", { class: "noprint agreed" }, ...earlier.map(each => {
      const line = h("li");
      list.append(line);
      const told = each.title ? `${each.title} ${each.step}` : each.step;
      const onPaper = (/** @type {Agreement} */ found) => line.replaceChildren([told, found.who, whenAndDone(app, found)].filter(Boolean).join(" – "));
      return stepFields(app, each, told, onPaper);
    })));
  }
  if (cards.length || earlier.length) {
    section.append(h("div", { class: "noprint" }, status,
      h("p", { class: "buttons" }, h("button", { type: "button", class: "plain", click: () => savePlan(app) }, words.planSave)),
      h("p", { class: "hint" }, words.planHint)));
  }
}

/** @param {App} app @param {Agreement} found */
function whenAndDone(app, found) {
  const done = found.done === null ? "" : found.done ? app.words.planDone : app.words.planNotDone;
  return [found.when, done].filter(Boolean).join(". ");
}

let fieldsMade = 0;

/**
 * Who, when and whether it was done, for one step; kept while it is typed.
 * @param {App} app @param {Agreement} found @param {string} told @param {(found: Agreement) => void} onPaper
 */
function stepFields(app, found, told, onPaper) {
  const { words } = app;
  /** @param {string} label @param {HTMLElement} field */
  const labelled = (label, field) => {
    field.id = `plan-${fieldsMade++}`;
    return h("div", {}, h("label", { for: field.id }, label), field);
  };
  const who = h("input", { type: "text", maxlength: LONGEST, value: found.who, autocomplete: "off" });
  const when = h("input", { type: "text", maxlength: LONGEST, value: found.when, autocomplete: "off" });
  const done = h("select", {}, ...[["", "–"], ["ja", words.yes], ["nee", words.no]].map(([value, label]) => h("option", { value }, label)));
  done.value = found.done === null ? "" : found.done ? "ja" : "nee";
  const plain = (/** @type {HTMLInputElement} */ field) => field.value.split(/\s+/).join(" ").trim();
  const keep = () => {
    clearTimeout(waits);
    const now = { ...found, who: plain(who), when: plain(when), done: done.value ? done.value === "ja" : null };
    app.agree(now);
    tell(now);
    if (app.isKept) document.getElementById("plan-bewaard")?.replaceChildren(words.kept);
  };
  let waits = 0;
  const short = h("span", { class: "hint" });
  /** @param {Agreement} now */
  const tell = now => {
    onPaper(now);
    short.textContent = [now.who, whenAndDone(app, now)].filter(Boolean).join(", ") || words.planNone;
  };
  tell(found);
  return h("details", {}, h("summary", {}, told, h("br"), short),
    h("div", { class: "agreement", role: "group", "aria-label": told, input: () => {
      clearTimeout(waits);
      waits = setTimeout(keep, PAUSE);
    }, change: keep },
      labelled(words.planWho, who), labelled(words.planWhen, when), labelled(words.planIsDone, done)));
}
