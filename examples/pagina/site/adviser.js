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
 * @typedef {{ naam?: string, peildatum: string, feiten?: Record<string, unknown>, toelichting?: string | Remarks }} Case
 */
/** @typedef {import("./library.js").Problem} Problem */
/**
 * One question, with all that a form needs. `own`: each party answers it for itself.
 * @typedef {{
 *   fact: string, party: string | null, text: string, kind: string, options: [string, string][],
 *   lowest: number | null, highest: number | null, lowest_label: string, highest_label: string, unit: string,
 *   decimals: number, may_be_never: boolean, condition: number | null, past: boolean, own: boolean,
 * }} Question
 */
/**
 * @typedef {{
 *   parties: { id: string, name: string, full: string }[], conditions: { number: number, title: string }[],
 *   questions: Question[], rules: Record<string, string>, quick: number,
 * }} Catalogue
 */
/** @typedef {boolean | number | string | string[]} Answer */
/**
 * How far a case is. `open`: fact, who is asked, and the rules that an answer could decide; the most telling first.
 * @typedef {{
 *   case: Case, known: [string, string | null, Answer][], unknown: [string, string | null][],
 *   open: [string, string | null, string[]][],
 * }} State
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
    const given = { case: found, fact: question.fact, party: question.party, quick: this.quick };
    return this.call("answer", { ...given, value, remark });
  }

  /** How far a case is without an answer. @param {Case} found @param {Question} question @returns {Promise<State>} */
  clear(found, question) {
    return this.call("clear", { case: found, fact: question.fact, party: question.party, quick: this.quick });
  }

  /** How far the case in a case file is. @param {string} text @param {string} name @returns {Promise<State>} */
  read(text, name) {
    return this.call("read", { text, name, quick: this.quick });
  }

  /**
   * How far a case is with what another file of it says besides; where both say something else, the case stays as it is.
   * @param {Case} found @param {string} text @param {string} name
   * @returns {Promise<State & { differs: [string, string?][], remarks: boolean, name: string }>}
   */
  join(found, text, name) {
    return this.call("join", { case: found, text, name, quick: this.quick });
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
}
