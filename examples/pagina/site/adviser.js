// The library for a page of your own: everything is worked out on this device.
//
//   import { Adviser } from "./adviser.js";
//   const adviser = new Adviser("en");
//   const assessment = await adviser.assess({ peildatum: "2026-01-01", feiten: { dragers_mo: 1 } });

import { InvalidInput, Library } from "./library.js";

export { InvalidInput };

/** @typedef {import("./library.js").Language} Language */
/** @typedef {Record<string, unknown>} Remarks */
/**
 * A case, as in a case file.
 * @typedef {{
 *   naam?: string, peildatum: string, feiten?: Record<string, unknown>, toelichting?: string | Remarks,
 *   organisaties?: Record<string, string[]>,
 * }} Case
 */
/** @typedef {import("./library.js").Problem} Problem */
/**
 * One question, with all that a form needs. `own`: each party answers it for itself. `organisation`: the one that is
 * asked, where several of the party take part.
 * @typedef {{
 *   fact: string, party: string | null, text: string, kind: string, options: [string, string][],
 *   lowest: number | null, highest: number | null, lowest_label: string, highest_label: string, unit: string,
 *   decimals: number, may_be_never: boolean, condition: number | null, past: boolean, own: boolean, organisation?: string,
 * }} Question
 */
/**
 * @typedef {{
 *   parties: { id: string, name: string, full: string, several: boolean }[], conditions: { number: number, title: string }[],
 *   questions: Question[], rules: Record<string, string>, quick: number,
 * }} Catalogue
 */
/** @typedef {boolean | number | string | string[]} Answer */
/**
 * How far a case is: what is known, what nobody knows, and what is worth asking with the rules that an answer could
 * decide, the most telling first. Each with its fact, who is asked, and the organisation ("" where a party is one).
 * @typedef {{
 *   case: Case, known: [...Place, Answer][], unknown: Place[], open: [...Place, string[]][],
 * }} State
 */
/** @typedef {[fact: string, party: string | null, organisation: string]} Place */
/**
 * What was agreed on one step of an advice; `place`: which step of its rule, -1: of another set of rules.
 * @typedef {{
 *   rule: string, place: number, title: string, step: string, who: string, when: string, done: boolean | null,
 * }} Agreement
 */

/** Assesses partnerships by the shipped rules. It loads in the background; every call waits for that. */
export class Adviser extends Library {
  /** @param {Language} [language] of every text that it gives */
  constructor(language = "nl") {
    super(language);
    /** Whether the first looks are asked first, and then only about where it pinches. */
    this.quick = false;
  }

  /** The parties, the conditions and every question. @returns {Promise<Catalogue>} */
  catalogue() {
    return this.call("catalogue", {});
  }

  /** How far a case is. @param {Case} found @returns {Promise<State>} */
  look(found) {
    return this.call("look", { case: found, quick: this.quick });
  }

  /**
   * How far a case is with one more answer; null: nobody knows.
   * @param {Case} found @param {Question} question @param {Answer | null} value @param {string} [remark]
   * @returns {Promise<State>}
   */
  answer(found, question, value, remark) {
    return this.call("answer", { case: found, at: at(question), value, remark, quick: this.quick });
  }

  /**
   * How far a case is without an answer, and with this remark beside the question.
   * @param {Case} found @param {Question} question @param {string} [remark] @returns {Promise<State>}
   */
  clear(found, question, remark = "") {
    return this.call("clear", { case: found, at: at(question), remark, quick: this.quick });
  }

  /**
   * How far a case is with a remark beside a question, whether that has an answer or not.
   * @param {Case} found @param {Question} question @param {string} remark @returns {Promise<State>}
   */
  note(found, question, remark) {
    return this.call("note", { case: found, at: at(question), remark, quick: this.quick });
  }

  /** How far the case in a case file is. @param {string} text @param {string} name @returns {Promise<State>} */
  read(text, name) {
    return this.call("read", { text, name, quick: this.quick });
  }

  /**
   * How far a case is with what another file of it says besides; where both say something else, the case stays as it is.
   * @param {Case} found @param {string} text @param {string} name
   * @returns {Promise<State & { differs: [string, string?, string?][], remarks: boolean, name: string }>}
   */
  join(found, text, name) {
    return this.call("join", { case: found, text, name, quick: this.quick });
  }

  /** A case with only what one party says. @param {Case} found @param {string} party @returns {Promise<Case>} */
  part(found, party) {
    return this.call("part", { case: found, party });
  }

  /** A case as the case file of the command line. @param {Case} found @returns {Promise<string>} */
  write(found) {
    return this.call("write", { case: found });
  }

  /** The assessment: see docs/json.md. @param {Case} found @returns {Promise<Record<string, unknown>>} */
  assess(found) {
    return this.call("assess", { case: found });
  }

  /** The report, as a part of a page. @param {Case} found @returns {Promise<string>} */
  report(found) {
    return this.call("report", { case: found });
  }

  /**
   * What other answers would change, as a part of a page.
   * @param {Case} found @param {Record<string, unknown>} changes @returns {Promise<string>}
   */
  whatIf(found, changes) {
    return this.call("what_if", { case: found, changes });
  }
  /**
   * What changed between a case and that in a file, by their days, and what became of what was agreed.
   * @param {Case} found @param {string} text @param {string} name @param {Agreement[]} [plan]
   * @returns {Promise<{ html: string, name: string, days: [string, string] }>}
   */
  compare(found, text, name, plan = []) {
    return this.call("compare", { case: found, text, name, plan });
  }

  /**
   * The action plan as a text file for a spreadsheet program.
   * @param {Case} found @param {Agreement[]} plan @returns {Promise<string>}
   */
  planFile(found, plan) {
    return this.call("plan_file", { case: found, plan });
  }

  /** What was agreed, from such a file. @param {string} text @param {string} name @returns {Promise<Agreement[]>} */
  readPlan(text, name) {
    return this.call("read_plan", { text, name });
  }
}

/** @param {Question} question @returns {Place} */
function at(question) {
  return [question.fact, question.party, question.organisation ?? ""];
}
