// The page: what is known, which screen shows it, and what happens on every step.

import { Adviser, InvalidInput } from "./adviser.js";
import { advice } from "./advice.js";
import { all, one } from "./asking.js";
import { comparing, whatIf } from "./changed.js";
import { choose, download, h } from "./dom.js";
import { key, keyOf } from "./form.js";
import { frame, letSkip, say, workOffline } from "./frame.js";
import { receive } from "./handing.js";
import { taken } from "./link.js";
import * as screens from "./screens.js";
import { sharing } from "./sharing.js";
import * as store from "./store.js";
import { WORDS } from "./words.js";

/** @typedef {import("./adviser.js").Case} Case */
/** @typedef {import("./adviser.js").Question} Question */
/** @typedef {import("./adviser.js").State} State */
/** @typedef {import("./adviser.js").Answer} Answer */

/** @typedef {import("./adviser.js").Agreement} Agreement */

/** @type {Record<string, (app: App, party: string) => HTMLElement>} by the name in the address */
const SCREENS = { vragen: one, alles: all, advies: advice, "wat-als": whatIf, vergelijk: comparing, delen: sharing };

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
    /** @type {string | null} what came in a link, and is not open yet */
    this.sent = null;
    /** @type {Promise<unknown>} the last step that changes the case: the next one waits for it */
    this.turn = Promise.resolve();
    /** Whether something was shown before: its reader then moves on, to the next heading. */
    this.isShown = false;
    this.main = /** @type {HTMLElement} */ (document.querySelector("main"));
  }

  get words() {
    return WORDS[this.kept.language];
  }

  async start() {
    this.frame();
    this.sent = taken();
    addEventListener("hashchange", () => {
      this.returned = null;
      this.sent = taken() ?? this.sent;
      this.say("");
      this.show();
      this.open();
    });
    addEventListener("beforeunload", event => {
      if (!this.isKept && this.state) event.preventDefault();
    });
    letSkip();
    store.onChange(() => this.again(this.words.otherTab));
    this.show();
    await this.load();
    this.show();
    this.open();
    await workOffline(() => this.words.offline);
  }

  /** Load the questions, and how far the kept case is. */
  async load() {
    try {
      this.catalogue = await this.adviser.catalogue();
      this.state = this.kept.case && await this.adviser.look(this.kept.case);
      this.lineUp();
    } catch (error) {
      this.state = null;
      if (error instanceof InvalidInput) this.unfit(error);
      else this.say(this.words.broken, true);
    }
  }

  /** Put the questions in line, of each organisation where several of a party take part. */
  lineUp() {
    const names = this.kept.case?.organisaties ?? {};
    const every = (this.catalogue?.questions ?? []).flatMap(each =>
      (names[each.party ?? ""] ?? [""]).map(organisation => ({ ...each, organisation })));
    this.questions = new Map(every.map(each => [key(each), each]));
  }

  /** What was kept does not fit these rules: it can be saved as it is. @param {InvalidInput} error */
  unfit(error) {
    const found = this.kept.case;
    this.say(h("div", {}, h("p", {}, this.words.unfit), this.problems(error),
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
    this.open();
  }

  /** Open what came in a link, once the questions are there. */
  open() {
    const { sent } = this;
    if (sent === null || !this.catalogue) return;
    this.sent = null;
    receive(this, sent);
  }

  /** Show the screen that the address names. */
  show() {
    const [, name = "", party = ""] = location.hash.split("/");
    const waits = !this.catalogue && (name || this.kept.case);
    const screen = waits ? screens.waiting(this)
      : !this.state ? screens.welcome(this)
      : (SCREENS[name] ?? screens.overview)(this, party);
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
    this.lineUp();
    this.say("");
    this.keep();
  }

  /** Take a step that changes the case; what is wrong with it is told, and nothing is lost. @param {() => Promise<State>} step */
  change(step) {
    const taking = this.turn.then(async () => {
      try {
        this.set(await step());
        return true;
      } catch (error) {
        this.tell(error);
        return false;
      }
    });
    this.turn = taking;
    return taking;
  }

  /** What was agreed on a step of an advice. @param {string} rule @param {number} place @param {string} step */
  agreed(rule, place, step) {
    return this.kept.plan.find(each => each.rule === rule && each.place === place && (place >= 0 || each.step === step));
  }

  /** Keep what is agreed on a step; nothing where nothing is filled in. @param {Agreement} agreement */
  agree(agreement) {
    const before = this.agreed(agreement.rule, agreement.place, agreement.step);
    const isAny = agreement.who || agreement.when || agreement.done !== null;
    const rest = this.kept.plan.filter(each => each !== before);
    this.kept.plan = isAny ? [...rest, agreement] : rest;
    this.keep();
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
    const { words } = this;
    if (this.kept.case && await choose(words.unfitSure, [words.openNo, words.openYes]) !== 1) return;
    this.say(this.catalogue ? "" : words.loading);
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

  /** Ask the first looks first, or everything. @param {boolean} quick */
  async hurry(quick) {
    this.kept.quick = this.adviser.quick = quick;
    this.keep();
    const found = this.kept.case;
    if (found) await this.change(() => this.adviser.look(found));
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
    const found = open.map(([fact, asked, organisation]) =>
      [true, false].map(own => this.questions.get(keyOf(fact, asked, own, organisation))).find(Boolean));
    return found.filter(each => each !== undefined);
  }

  /** @param {Question} question @returns {Answer | undefined} */
  known(question) {
    return this.state?.known.find(([fact, party, organisation]) => isOf(question, fact, party, organisation))?.[3];
  }

  /** @param {Question} question */
  isUnknown(question) {
    return this.state?.unknown.some(([fact, party, organisation]) => isOf(question, fact, party, organisation)) ?? false;
  }

  /** The rules that an answer could decide. @param {Question} question */
  decides(question) {
    const open = this.state?.open ?? [];
    return open.find(([fact, party, organisation]) => party === question.party && isOf(question, fact, party, organisation))?.[3] ?? [];
  }

  /** @param {Question} question */
  remark(question) {
    const remarks = this.kept.case?.toelichting;
    if (typeof remarks !== "object") return "";
    const path = [question.fact, question.own && question.party, question.organisation].filter(each => typeof each === "string" && each !== "");
    /** @type {any} */
    let found = remarks;
    for (const name of path) found = found?.[/** @type {string} */ (name)];
    return typeof found === "string" ? found : "";
  }
}

export const TOGETHER = "samen";

/** @param {Question} question @param {string} fact @param {string | null} party @param {string} organisation */
function isOf(question, fact, party, organisation) {
  return fact === question.fact && (!question.own || party === question.party) && organisation === (question.organisation ?? "");
}

new App().start();
