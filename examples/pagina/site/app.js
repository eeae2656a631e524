// The page: what is known, which screen shows it, and what happens on every step.

import { Adviser, InvalidInput } from "./adviser.js";
import { choose, download, h } from "./dom.js";
import { key, keyOf } from "./form.js";
import { frame, letSkip, say, workOffline } from "./frame.js";
import * as screens from "./screens.js";
import * as store from "./store.js";
import { WORDS } from "./words.js";

/** @typedef {import("./adviser.js").Case} Case */
/** @typedef {import("./adviser.js").Question} Question */
/** @typedef {import("./adviser.js").State} State */
/** @typedef {import("./adviser.js").Answer} Answer */

const LARGEST = 1_000_000;

/** What every screen reads, and the steps that it can take. */
export class App {
  constructor() {
    this.kept = store.kept();
    this.adviser = new Adviser(this.kept.language);
    this.adviser.quick = this.kept.quick;
    /** @type {import("./adviser.js").Catalogue | null} */
    this.catalogue = null;
    /** @type {State | null} */
    this.state = null;
    /** @type {Map<string, Question>} */
    this.questions = new Map();
    /** @type {string | null} the question that was gone back to */
    this.returned = null;
    this.isKept = true;
    /** Whether something was shown before: its reader then moves on, to the next heading. */
    this.isShown = false;
    this.main = /** @type {HTMLElement} */ (document.querySelector("main"));
  }

  get words() {
    return WORDS[this.kept.language];
  }

  async start() {
    this.frame();
    addEventListener("hashchange", () => {
      this.returned = null;
      this.say("");
      this.show();
    });
    addEventListener("beforeunload", event => {
      if (!this.isKept && this.state) event.preventDefault();
    });
    letSkip();
    store.onChange(() => this.again(this.words.otherTab));
    this.show();
    await this.load();
    this.show();
    await workOffline(() => this.words.offline);
  }

  /** Load the questions, and how far the kept case is. */
  async load() {
    try {
      this.catalogue = await this.adviser.catalogue();
      this.questions = new Map(this.catalogue.questions.map(each => [key(each), each]));
      this.state = this.kept.case && await this.adviser.look(this.kept.case);
    } catch (error) {
      this.state = null;
      if (error instanceof InvalidInput) this.unfit(error);
      else this.say(this.words.broken, true);
    }
  }

  /** What was kept does not fit these rules: it can be saved as it is. @param {InvalidInput} error */
  unfit(error) {
    const found = this.kept.case;
    this.say(h("div", {}, h("p", {}, this.words.wrongFile), this.problems(error),
      h("button", { type: "button", click: () => download("samenwerking.json", JSON.stringify(found, null, 2)) }, this.words.saveFile)), true);
  }

  /** What stands around every screen. */
  frame() {
    const { language } = this.kept;
    frame(this.words, language, h("a", { href: "#/" }, this.words.title), other => this.speak(other), () => this.forget());
  }

  /** @param {"nl" | "en"} language */
  async speak(language) {
    this.kept.language = language;
    this.adviser.language = language;
    this.keep();
    this.catalogue = null;
    this.frame();
    this.say("");
    this.show();
    await this.load();
    this.show();
  }

  /** Show the screen that the address names. */
  show() {
    const [, name = "", party = ""] = location.hash.split("/");
    const waits = !this.catalogue && (name || this.kept.case);
    const screen = waits ? screens.waiting(this)
      : !this.state ? screens.welcome(this)
      : name === "vragen" ? screens.one(this, party)
      : name === "alles" ? screens.all(this, party)
      : name === "advies" ? screens.advice(this)
      : screens.overview(this);
    this.main.replaceChildren(screen);
    const heading = this.main.querySelector("h1");
    document.title = `${heading?.textContent} – ${this.words.title}`;
    if (heading && this.isShown) {
      heading.tabIndex = -1;
      heading.focus();
    }
    this.isShown = !waits;
  }

  /** Say something that matters now. @param {Node | string} text @param {boolean} [wrong] */
  say(text, wrong) {
    say(text, wrong);
  }

  /** @param {unknown} error */
  tell(error) {
    if (!(error instanceof InvalidInput)) console.error(error);
    this.say(error instanceof InvalidInput
      ? h("div", {}, h("p", {}, this.words.wrong), this.problems(error))
      : this.words.failed, true);
  }

  /** @param {InvalidInput} error */
  problems(error) {
    const words = this.words;
    return h("ul", {}, ...error.problems.map(each => h("li", {},
      each.line ? `${words.line} ${each.line}: ` : "", each.message, ". ",
      each.expected ? `${words.expected}: ${each.expected}. ` : "",
      each.hint ? `${words.meant}: ${each.hint}?` : "")));
  }

  keep() {
    this.isKept = store.keep(this.kept);
    if (!this.isKept) this.say(this.words.cannotKeep, true);
  }

  /** @param {State} state */
  set(state) {
    this.state = state;
    this.kept.case = state.case;
    this.say("");
    this.keep();
  }

  /** Take a step that changes the case; what is wrong with it is told, and nothing is lost. @param {() => Promise<State>} step */
  async change(step) {
    try {
      this.set(await step());
      return true;
    } catch (error) {
      this.tell(error);
      return false;
    }
  }

  /** Show what another tab kept. @param {string} why */
  async again(why) {
    const { language } = this.kept;
    this.kept = { ...store.kept(), language };
    this.adviser.quick = this.kept.quick;
    await this.load();
    this.show();
    this.say(why);
  }

  /** @param {string} name @param {string} day */
  async begin(name, day) {
    this.say(this.catalogue ? "" : this.words.loading);
    const { language } = this.kept;
    const made = await this.change(() => this.adviser.look({ ...(name.trim() && { naam: name.trim() }), peildatum: day, feiten: {} }));
    if (made) this.fresh(language);
  }

  /** A case that is new here: nothing has been skipped or answered in it. @param {"nl" | "en"} language */
  fresh(language) {
    this.kept = { ...store.nothing(language), case: this.kept.case, quick: this.kept.quick };
    history.pushState(null, "", "#/overzicht");
    this.show();
    this.keep();
  }

  /** @param {File} file */
  async open(file) {
    const words = this.words;
    if (file.size > LARGEST) return this.say(words.tooLarge, true);
    const [add, replace] = [0, 1];
    const wanted = this.state ? await choose(words.openSure, [words.openJoin, words.openYes, words.openNo]) : replace;
    if (![add, replace].includes(wanted)) return;
    try {
      this.say(this.catalogue ? "" : words.loading);
      if (wanted === add) return await this.join(await file.text(), file.name);
      this.set(await this.adviser.read(await file.text(), file.name));
      this.fresh(this.kept.language);
      if (this.isKept) this.say(words.opened);
    } catch (error) {
      if (!(error instanceof InvalidInput)) return this.tell(error);
      this.say(h("div", {}, h("p", {}, words.wrongFile), h("p", {}, words.wrongFileWhy), this.problems(error),
        h("p", {}, words.wrongFileNewer)), true);
    }
  }

  /** Put what a file says beside what is here. @param {string} text @param {string} name */
  async join(text, name) {
    const { words } = this;
    const found = this.kept.case ?? { peildatum: "" };
    const { differs, remarks, name: other, ...state } = await this.adviser.join(found, text, name);
    const isOther = other && found.naam && other !== found.naam;
    if (isOther && await choose(words.joinOther(other, found.naam ?? ""), [words.joinNo, words.joinYes]) !== 1) return;
    this.set(state);
    this.show();
    const asked = differs.map(([fact, party]) => this.questions.get(keyOf(fact, party ?? null, Boolean(party)))?.text ?? fact);
    this.say(h("div", {}, h("p", {}, words.joined),
      asked.length > 0 && h("p", {}, words.joinDiffers), asked.length > 0 && h("ul", {}, ...asked.map(each => h("li", {}, each))),
      !remarks && h("p", {}, words.joinRemarks)));
  }

  /** Ask the first looks first, or everything. @param {boolean} quick */
  async hurry(quick) {
    this.kept.quick = this.adviser.quick = quick;
    this.keep();
    const found = this.kept.case;
    if (found) await this.change(() => this.adviser.look(found));
  }

  async save() {
    const found = this.kept.case;
    if (!found) return;
    try {
      const text = await this.adviser.write(found);
      const name = (found.naam ?? "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
      download(`${name || "samenwerking"}.yaml`, text);
      this.say(this.words.saved);
    } catch (error) {
      this.tell(error);
    }
  }

  async forget() {
    const words = this.words;
    if (await choose(words.forgetSure, [words.forgetNo, words.forgetYes]) !== 1) return;
    store.forget();
    this.kept = store.nothing(this.kept.language);
    this.adviser.quick = false;
    this.state = null;
    this.isKept = true;
    history.replaceState(null, "", location.pathname);
    this.show();
    this.say(words.forgotten);
  }

  // What is known of questions

  /** The questions that are put to a party, in the order of the rules; "samen": to all together. @param {string} party */
  of(party) {
    return [...this.questions.values()].filter(each => (each.party ?? TOGETHER) === party);
  }

  /** The questions that are left for a party, the most telling first, and those that were skipped last. @param {string} party */
  left(party) {
    const open = (this.state?.open ?? []).filter(([, asked]) => (asked ?? TOGETHER) === party);
    const found = open.map(([fact, asked]) => this.questions.get(keyOf(fact, asked, true)) ?? this.questions.get(fact));
    return found.filter(each => each !== undefined);
  }

  /** @param {Question} question @returns {Answer | undefined} */
  known(question) {
    return this.state?.known.find(([fact, party]) => isOf(question, fact, party))?.[2];
  }

  /** @param {Question} question */
  isUnknown(question) {
    return this.state?.unknown.some(([fact, party]) => isOf(question, fact, party)) ?? false;
  }

  /** The rules that an answer could decide. @param {Question} question */
  decides(question) {
    return this.state?.open.find(([fact, party]) => fact === question.fact && party === question.party)?.[2] ?? [];
  }

  /** @param {Question} question */
  remark(question) {
    const remarks = this.kept.case?.toelichting;
    if (typeof remarks !== "object") return "";
    const found = remarks[question.fact];
    const own = typeof found === "object" && found !== null ? Object.entries(found).find(([name]) => name === question.party)?.[1] : found;
    return typeof own === "string" ? own : "";
  }
}

export const TOGETHER = "samen";

/** @param {Question} question @param {string} fact @param {string | null} party */
function isOf(question, fact, party) {
  return fact === question.fact && (!question.own || party === question.party);
}

new App().start();
