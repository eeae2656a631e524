// One question as a part of a form: its possible answers, and what its reader chose.

import { h } from "./dom.js";

/** @typedef {import("./adviser.js").Question} Question */
/** @typedef {import("./adviser.js").Answer} Answer */
/** @typedef {import("./words.js").Words} Words */

/**
 * What stands for one question among all; the same for the parties where they answer together.
 * @param {string} fact @param {string | null} party @param {boolean} own @param {string} [organisation]
 */
export function keyOf(fact, party, own, organisation = "") {
  return [fact, own && party, organisation && encodeURIComponent(organisation)].filter(Boolean).join(".");
}

/** @param {Question} question */
export function key(question) {
  return keyOf(question.fact, question.party, question.own, question.organisation);
}

/** A question in words, with the organisation that is asked. @param {Question} question */
export function asked(question) {
  return question.organisation ? `${question.text} (${question.organisation})` : question.text;
}

/**
 * The possible answers to a question, as a group with the question as its name.
 * @param {Question} question @param {Answer | undefined} known @param {Words} words @param {Node} [heading]
 */
export function fields(question, known, words, heading) {
  const name = key(question);
  const hint = hintOf(question, words);
  const described = hint ? `${name}-hint` : null;
  return h("fieldset", { class: "answers", "data-question": name, "aria-describedby": described },
    h("legend", {}, heading ?? asked(question)),
    hint && h("p", { class: "hint", id: `${name}-hint` }, hint),
    ...inputs(question, known, words, name));
}

/** @param {Question} question @param {Words} words */
function hintOf(question, words) {
  if (question.kind === "schaal") {
    const ends = [[question.lowest, question.lowest_label], [question.highest, question.highest_label]];
    return ends.filter(([, text]) => text).map(([number, text]) => `${number} = ${text}`).join(", ");
  }
  if (question.kind === "aantal") return question.decimals ? words.decimalsHint(question.decimals) : words.numberHint;
  return question.kind === "meerkeuze" ? words.several : "";
}

/** @param {Question} question @param {Answer | undefined} known @param {Words} words @param {string} name */
function inputs(question, known, words, name) {
  /** @param {Answer} value @param {string} label @param {string} [type] */
  const choice = (value, label, type = "radio") => h("label", { class: "choice" },
    h("input", { type, name, value: String(value), checked: Array.isArray(known) ? known.includes(String(value)) : known === value }), h("span", {}, label));
  switch (question.kind) {
    case "ja_nee":
      return [choice(true, words.yes), choice(false, words.no)];
    case "keuze":
      return question.options.map(([option, label]) => choice(option, label));
    case "meerkeuze":
      return [...question.options.map(([option, label]) => choice(option, label, "checkbox")),
        h("label", { class: "choice" },
          h("input", { type: "checkbox", name, value: "", checked: Array.isArray(known) && !known.length }), h("span", {}, words.none))];
    case "schaal": {
      const [low, high] = [question.lowest ?? 1, question.highest ?? 5];
      const scores = Array.from({ length: high - low + 1 }, (_, place) => low + place);
      return [h("div", { class: "scores" }, ...scores.map(score => choice(score, String(score))))];
    }
    case "datum":
      return [
        h("label", { class: "typed" }, h("span", { class: "hidden" }, question.text),
          h("input", { type: "date", name, value: typeof known === "string" && known !== "nooit" ? known : "" })),
        ...(question.may_be_never ? [choice("nooit", words.never, "checkbox")] : []),
      ];
    case "aantal":
      return [h("label", { class: "typed" },
        h("span", { class: "hidden" }, question.text),
        h("input", { type: "number", name, step: "any", min: question.lowest, inputmode: "decimal", value: known ?? "" }),
        h("span", {}, ` ${question.unit}`))];
    default:
      return [h("label", { class: "typed" }, h("span", { class: "hidden" }, question.text),
        h("input", { type: "text", name, value: known ?? "" }))];
  }
}

/**
 * What was chosen or typed; undefined: nothing yet.
 * @param {Question} question @param {ParentNode} form @returns {Answer | undefined}
 */
export function chosen(question, form) {
  /** @type {HTMLInputElement[]} */
  const found = [...form.querySelectorAll("input")].filter(each => each.name === key(question));
  const picked = found.find(each => each.checked)?.value;
  const typed = found.find(each => !["radio", "checkbox"].includes(each.type))?.value ?? "";
  switch (question.kind) {
    case "ja_nee":
      return picked === undefined ? undefined : picked === "true";
    case "schaal":
      return picked === undefined ? undefined : Number(picked);
    case "meerkeuze": {
      const picks = found.filter(each => each.checked).map(each => each.value);
      return picks.length ? picks.filter(Boolean) : undefined;
    }
    case "aantal":
      return typed === "" ? undefined : Number(typed);
    default:
      return picked ?? (typed || undefined);
  }
}
