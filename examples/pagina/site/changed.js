// The screens that show what changes: with another answer, and since last time.

import { h, part } from "./dom.js";
import { asked, chosen, fields, key } from "./form.js";
import { compare } from "./handing.js";
import { dayOf, everybody, partyName } from "./screens.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./adviser.js").Question} Question */
/** @typedef {import("./adviser.js").Answer} Answer */

/** What another answer would change; the case stays as it is until somebody keeps the answer. @param {App} app */
export function whatIf(app) {
  const { words } = app;
  const chooser = h("select", { id: "welke", change: () => ask(app.questions.get(chooser.value)) },
    h("option", { value: "" }, words.whatIfChoose), ...everybody(app).flatMap(party => groups(app, party)));
  const place = h("div");
  /** @param {Question | undefined} question */
  const ask = question => {
    app.say("");
    place.replaceChildren(question ? trial(app, question) : "");
  };
  return h("section", {},
    h("h1", {}, words.whatIfTitle),
    h("p", {}, words.whatIfWhy),
    h("label", { for: "welke" }, words.whatIfWhich), chooser,
    place,
    leave(app));
}

/** The questions to a party to choose from, by condition. @param {App} app @param {string} party */
function groups(app, party) {
  const found = app.of(party);
  const conditions = [null, ...(app.catalogue?.conditions ?? [])];
  return conditions.map(condition => {
    const some = found.filter(each => each.condition === (condition?.number ?? null));
    const title = condition ? `${condition.number}. ${condition.title}` : app.words.general;
    return some.length > 0 && h("optgroup", { label: `${partyName(app, party)} – ${title}` },
      ...some.map(each => h("option", { value: key(each) }, asked(each))));
  });
}

/** One question with another answer, and what that would change. @param {App} app @param {Question} question */
function trial(app, question) {
  const { words } = app;
  const known = app.known(question);
  const result = h("div", { role: "status" });
  const form = h("form", { class: "question card", novalidate: true, input: () => result.replaceChildren(), submit: async (/** @type {Event} */ event) => {
    event.preventDefault();
    const value = chosen(question, form);
    if (value === undefined) return app.say(words.whatIfEmpty, true);
    app.say("");
    if (String(value) === String(known)) return result.replaceChildren(h("p", {}, words.whatIfSame));
    try {
      const html = await app.adviser.whatIf(app.state?.case ?? { peildatum: "" }, changeOf(question, value));
      result.replaceChildren(h("div", { class: "card" }, ...part(html)), h("p", { class: "buttons" },
        h("button", { type: "button", click: () => keep(value) }, words.whatIfKeep),
        h("button", { type: "button", class: "plain", click: () => place() }, words.whatIfLeave)));
      result.scrollIntoView({ block: "nearest" });
    } catch (error) {
      app.tell(error);
    }
  } },
    fields(question, known, words, h("h2", {}, asked(question))),
    h("p", { class: "buttons" }, h("button", { type: "submit" }, words.whatIfSee)));
  /** @param {Answer} value */
  const keep = async value => {
    const isTaken = await app.change(() => app.adviser.answer(app.state?.case ?? { peildatum: "" }, question, value));
    if (!isTaken) return;
    place();
    if (app.isKept) app.say(words.whatIfKept);
  };
  const place = () => whole.replaceWith(trial(app, question));
  const whole = h("div", {}, form, result);
  return whole;
}

/** @param {Question} question @param {Answer} value */
function changeOf(question, value) {
  const path = [question.fact, question.own && question.party, question.organisation].filter(each => typeof each === "string" && each !== "");
  return /** @type {Record<string, unknown>} */ (path.reduceRight((/** @type {unknown} */ made, name) => ({ [String(name)]: made }), value));
}

/** What changed since a case file of last time. @param {App} app */
export function comparing(app) {
  const { words } = app;
  const result = h("div", { role: "status" });
  const chooser = h("input", { type: "file", id: "toen", accept: ".yaml,.yml,.json", "aria-describedby": "toen-hint", change: async () => {
    const file = chooser.files?.[0];
    chooser.disabled = true;
    const found = file && await compare(app, file);
    chooser.disabled = false;
    chooser.value = "";
    if (!found) return;
    app.say("");
    const { html, name, days: [older, newer] } = found;
    const mine = app.kept.case?.naam ?? "";
    result.replaceChildren(
      older === newer ? h("p", { class: "warning" }, words.compareSame(dayOf(app, older))) : "",
      name && mine && name !== mine ? h("p", { class: "warning" }, words.compareOther(name, mine)) : "",
      h("div", { class: "card" }, ...part(html)),
      h("p", { class: "buttons noprint" }, h("button", { type: "button", class: "plain", click: () => print() }, words.print)));
  } });
  return h("section", {},
    h("h1", { class: "noprint" }, words.compareTitle),
    h("p", { class: "noprint" }, words.compareWhy),
    h("div", { class: "card noprint" }, h("label", { for: "toen" }, words.compareLabel),
      h("p", { class: "hint", id: "toen-hint" }, words.compareHint), chooser),
    result,
    leave(app));
}

/** @param {App} app */
function leave(app) {
  return h("p", { class: "buttons noprint" },
    h("a", { href: "#/advies" }, app.words.seeAdvice), h("a", { href: "#/overzicht" }, app.words.toOverview));
}
