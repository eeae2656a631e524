// The screens that ask: one question at a time, or all on one page.

import { h } from "./dom.js";
import { asked, chosen, fields, key } from "./form.js";
import { everybody, nameOf, overview, partyName } from "./screens.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./adviser.js").Question} Question */

const RULES_SHOWN = 3;
const LONGEST_REMARK = 500;
/** How long somebody who types is left alone, in milliseconds. */
const PAUSE = 400;

/** One question at a time. @param {App} app @param {string} party */
export function one(app, party) {
  const { kept, words } = app;
  if (!everybody(app).includes(party)) return overview(app);
  const waits = app.left(party).filter(each => !kept.skipped.includes(key(each)));
  const question = app.questions.get(app.returned ?? "") ?? waits[0];
  if (!question) return done(app, party);
  const trail = (kept.trail[party] ?? []).filter(each => each !== key(question));
  const remark = remarkField(app, question, () => {});

  /** @param {() => Promise<boolean>} step */
  const go = async step => {
    if (!await step()) return;
    kept.trail[party] = [...trail, key(question)];
    app.returned = null;
    app.keep();
    app.show();
  };
  /** @param {import("./adviser.js").Answer | null} value */
  const answer = value => go(() => {
    kept.skipped = kept.skipped.filter(each => each !== key(question));
    return app.change(() => app.adviser.answer(app.state?.case ?? { peildatum: "" }, question, value, remark?.field.value));
  });
  const form = h("form", { class: "question", novalidate: true, submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    const value = chosen(question, form);
    if (value === undefined) app.say(words.empty, true);
    else answer(value);
  } },
    fields(question, app.known(question), words, h("h1", {}, question.text)),
    question.own && h("p", { class: "hint" }, words.ownView),
    h("p", { class: "buttons" },
      h("button", { type: "submit" }, words.next),
      h("button", { type: "button", class: "plain", click: () => answer(null) }, words.unknown),
      h("button", { type: "button", class: "plain", click: () => go(async () => {
        kept.skipped = [...new Set([...kept.skipped, key(question)])];
        return true;
      }) }, words.later),
      trail.length > 0 && h("button", { type: "button", class: "plain", click: () => {
        app.returned = trail.at(-1) ?? null;
        kept.trail[party] = trail.slice(0, -1);
        kept.skipped = kept.skipped.filter(each => each !== app.returned);
        app.keep();
        app.say("");
        app.show();
      } }, words.back)),
    why(app, question),
    remark?.part);
  return h("section", {},
    h("p", { class: "about" }, h("span", {}, question.organisation || partyName(app, party)), h("span", {}, words.left(waits.length))),
    form,
    h("p", {}, h("a", { href: "#/overzicht" }, words.toOverview)));
}

/** @param {App} app @param {string} party */
function done(app, party) {
  const { kept, words } = app;
  const skipped = app.left(party);
  return h("section", {},
    h("h1", {}, words.doneTitle),
    h("p", {}, skipped.length ? words.skippedLeft(skipped.length) : kept.quick ? words.quickDone : words.done),
    h("p", {}, words.forOther),
    h("p", { class: "buttons" },
      h("a", { class: "button", href: "#/overzicht" }, words.toOverview),
      h("a", { href: "#/advies" }, words.seeAdvice),
      skipped.length > 0 && h("button", { type: "button", class: "plain", click: () => {
        kept.skipped = kept.skipped.filter(each => !skipped.some(question => key(question) === each));
        app.keep();
        app.show();
      } }, words.showSkipped)));
}

/** Why a question is asked. @param {App} app @param {Question} question */
function why(app, question) {
  const { words } = app;
  const condition = app.catalogue?.conditions.find(each => each.number === question.condition);
  const rules = app.decides(question).map(rule => app.catalogue?.rules[rule] ?? rule);
  return h("details", {}, h("summary", {}, words.why),
    h("p", {}, condition ? words.whyCondition(condition.number, condition.title) : words.whyContext),
    h("p", {}, rules.length ? words.whyRules : words.whyNothing),
    rules.length > 0 && h("ul", {}, ...rules.slice(0, RULES_SHOWN).map(text => h("li", {}, text))),
    rules.length > RULES_SHOWN && h("p", {}, words.whyMore(rules.length - RULES_SHOWN)));
}

/**
 * A place for a remark, which is kept while it is typed; null where the case has a text of its own there.
 * @param {App} app @param {Question} question @param {() => void} kept
 */
function remarkField(app, question, kept) {
  if (typeof app.kept.case?.toelichting === "string") return null;
  const field = h("textarea", { id: `opmerking-${key(question)}`, rows: 2, maxlength: LONGEST_REMARK });
  field.value = app.remark(question);
  const keep = async () => {
    clearTimeout(waits);
    const found = app.state?.case;
    if (!found || field.value.split(/\s+/).join(" ").trim() === app.remark(question)) return;
    if (await app.change(() => app.adviser.note(app.state?.case ?? found, question, field.value))) kept();
  };
  let waits = 0;
  field.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(keep, PAUSE);
  });
  field.addEventListener("change", event => {
    event.stopPropagation(); // the answer did not change
    keep();
  });
  const part = h("details", { open: Boolean(field.value) }, h("summary", {}, app.words.remark),
    h("label", { for: field.id }, app.words.remarkLabel), field);
  return { field, part };
}

/** All questions to a party on one page; each answer is kept at once. @param {App} app @param {string} party */
export function all(app, party) {
  const { words } = app;
  if (!everybody(app).includes(party)) return overview(app);
  const questions = app.of(party);
  const titles = new Map((app.catalogue?.conditions ?? []).map(each => [/** @type {number | null} */ (each.number), each.title]));
  const groups = [null, ...titles.keys()].map(number => ({ number, found: questions.filter(each => each.condition === number) }));
  return h("section", {},
    h("h1", {}, `${partyName(app, party)}: ${nameOf(app)}`),
    h("p", {}, words.allHint),
    ...groups.filter(each => each.found.length).flatMap(({ number, found }) => [
      h("h2", {}, number === null ? words.general : `${number}. ${titles.get(number)}`),
      ...found.map(question => row(app, question)),
    ]),
    h("p", { class: "buttons" }, h("a", { class: "button", href: "#/overzicht" }, words.toOverview), h("a", { href: "#/advies" }, words.seeAdvice)));
}

/** @param {App} app @param {Question} question */
function row(app, question) {
  const { words } = app;
  const status = h("p", { class: "hint", role: "status" });
  const told = () => {
    status.textContent = words.kept;
  };
  const remark = remarkField(app, question, told);
  /** @param {() => Promise<import("./adviser.js").State>} step */
  const keep = async step => {
    if (await app.change(step)) told();
  };
  const current = () => app.state?.case ?? { peildatum: "" };
  /** Whether nobody knows. */
  const unknown = h("input", { type: "checkbox", checked: app.isUnknown(question) });
  const write = () => {
    const value = chosen(question, form);
    if (value !== undefined) unknown.checked = false;
    if (value !== undefined || unknown.checked) return keep(() => app.adviser.answer(current(), question, value ?? null, remark?.field.value));
    return keep(() => app.adviser.clear(current(), question, remark?.field.value));
  };
  unknown.addEventListener("change", event => {
    event.stopPropagation();
    if (unknown.checked) empty(form, unknown);
    write();
  });
  const form = h("form", { class: "question row", submit: (/** @type {Event} */ event) => event.preventDefault(), change: write },
    fields(question, app.known(question), words),
    h("p", { class: "buttons" }, h("label", { class: "choice plain" }, unknown, h("span", {}, words.unknown)), h("button", { type: "button", class: "plain", "aria-label": `${words.wipe}: ${asked(question)}`, click: () => {
      empty(form, null);
      write();
    } }, words.wipe)),
    remark?.part,
    status);
  return form;
}

/** Empty a form but for one box. @param {HTMLFormElement} form @param {HTMLInputElement | null} box */
function empty(form, box) {
  for (const input of form.querySelectorAll("input")) {
    if (input === box) continue;
    if (input.type === "radio" || input.type === "checkbox") input.checked = false;
    else input.value = "";
  }
}
