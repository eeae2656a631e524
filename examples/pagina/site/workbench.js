// The library for who writes rules: every call brings all files, as text by their path.

import { Library } from "./library.js";

/** @typedef {Record<string, string>} Files */
/** Lines and columns count from 1. @typedef {{ file: string, line: number, column: number | null }} Place */
/**
 * What is wrong, with the way out; with `warning` the rules work, but it is worth a look. Without a file, `place` says where.
 * @typedef {{
 *   code: string, message: string, expected?: string, hint?: string, place?: string, warning?: boolean,
 *   file?: string | null, line?: number | null, column?: number | null,
 * }} Problem
 */
/** @typedef {{ problems: Problem[], changes: string[], counts: Record<"facts" | "rules" | "thresholds" | "scenarios", number> | null }} Checked */
/**
 * What stands somewhere: its sentence, where it comes from, what it is part of.
 * @typedef {{
 *   kind: "rule" | "fact" | "threshold" | "condition" | "party" | "option", id: string, title: string, sentence: string,
 *   origin: string | null, changed: string | null, part_of: string[], uses: string[], where: { file: string, line: number } | null,
 * }} Spot
 */
/** @typedef {{ name: string, line: number, passed: boolean, told: string | null }} Scenario */
/** @typedef {{ features: { file: string, name: string, scenarios: Scenario[] }[] }} Tested */
/** @typedef {{ html: string, compared: boolean, appeared: string[], gone: string[], same: number }} Tried */
/** @typedef {{ name: string, case: Record<string, unknown> }} NamedCase */

/** Checks rules and plays scenarios. */
export class Workbench extends Library {
  /** @param {import("./library.js").Language} language */
  constructor(language) {
    super(language, "workbench");
  }

  /** The rules that the library comes with, and their scenarios. @returns {Promise<{ files: Files }>} */
  shipped() {
    return this.call("shipped", {});
  }

  /** Rules to begin with. @param {boolean} extending whether they add to the shipped ones @returns {Promise<{ files: Files }>} */
  begin(extending) {
    return this.call("start", { extends: extending });
  }

  /** The files in a zip (base64), and what was left out. @param {string} data @returns {Promise<{ files: Files, left: string[] }>} */
  unpack(data) {
    return this.call("unpack", { data });
  }

  /** A zip (base64) of files. @param {Files} files @returns {Promise<{ data: string }>} */
  pack(files) {
    return this.call("pack", { files });
  }

  /** Everything that is wrong, and what changes for the shipped rules. @param {Files} files @returns {Promise<Checked>} */
  check(files) {
    return this.call("check", { files });
  }

  /** @param {Files} files @param {Place} place @returns {Promise<Spot | null>} */
  at(files, place) {
    return this.call("at", { files, ...place });
  }

  /** @param {Files} files @param {Place} place @returns {Promise<import("./editor.js").Choices>} */
  complete(files, place) {
    return this.call("complete", { files, ...place });
  }

  /** Cases to try the rules on. @param {Files} files @returns {Promise<NamedCase[]>} */
  cases(files) {
    return this.call("cases", { files });
  }

  /** What the rules change about the advice on a case. @param {Files} files @param {NamedCase} found @returns {Promise<Tried>} */
  tryOn(files, found) {
    return this.call("try_on", { files, case: found.case });
  }

  /** Play every scenario. @param {Files} files @returns {Promise<Tested>} */
  test(files) {
    return this.call("test", { files });
  }

  /** How much of the rules the scenarios see. @param {Files} files @returns {Promise<{ lines: string[] }>} */
  coverage(files) {
    return this.call("coverage", { files });
  }

  /** Slips in the rules that no scenario notices. @param {Files} files @returns {Promise<{ lines: string[], left: number }>} */
  slips(files) {
    return this.call("slips", { files });
  }
}
