// The workbench: the files of who writes rules, what the library says of them, and what happens on every step.

import { choose, download, h } from "./dom.js";
import { Editor } from "./editor.js";
import { frame, letSkip, say, toHeading, workOffline } from "./frame.js";
import { InvalidInput } from "./library.js";
import { Workbench } from "./workbench.js";
import { tryOn } from "./workbench-asking.js";
import { fromBase64, inFolder, inZip, isName } from "./workbench-folder.js";
import { lookOn } from "./workbench-guide.js";
import { kept, STORE } from "./workbench-kept.js";
import { Player } from "./workbench-playing.js";
import { Rounds } from "./workbench-rounds.js";
import * as screens from "./workbench-screens.js";
import { WORDS } from "./workbench-words.js";

/** @typedef {import("./workbench.js").Files} Files */
/** @typedef {import("./workbench.js").Place} Place */
/** @typedef {import("./workbench-kept.js").Folder} Folder */

const STILL = 150;

/** What every part of the screen reads, and the steps that it can take. */
export class App {
  constructor() {
    this.kept = kept();
    this.library = new Workbench(this.kept.language);
    this.player = new Player(this.library);
    this.isReady = this.isBroken = false;
    this.isKept = true;
    /** @type {Files} */
    this.shipped = {};
    /** @type {import("./workbench.js").Checked | null} of the files as they are now */
    this.checked = null;
    /** @type {import("./workbench.js").Tested | null} the last that was played */
    this.tested = null;
    /** @type {import("./workbench.js").NamedCase[]} */
    this.cases = [];
    this.tried = "";
    this.rounds = new Rounds(isStale => this.look(isStale));
    this.spots = new Rounds(isStale => this.spot(isStale), STILL);
    this.keeping = new Rounds(async () => {
      if (this.folder) this.keep(); // it may be forgotten by now
    }, STILL);
    /** @type {Place | null} where the cursor is, in the one or the other editor */
    this.cursor = null;
    this.host = h("div", { class: "editor", lang: "nl" });
    this.viewHost = h("div", { class: "editor", lang: "nl" });
    const { phrases } = this.words;
    const describe = (/** @type {import("./editor.js").Mark} */ mark) => screens.described(this.words, mark);
    this.editor = new Editor(this.host, {
      label: this.words.editor, phrases, describe,
      changed: text => this.changed(text),
      moved: place => this.moved({ file: this.folder?.open ?? "", ...place }),
      complete: async place => this.folder && this.library.complete(this.folder.files, { file: this.folder.open, ...place }).catch(() => null),
    });
    this.viewer = new Editor(this.viewHost, {
      label: this.words.shippedText, phrases, describe, readOnly: true,
      moved: place => this.moved({ file: this.viewer.path, ...place }),
    });
    this.main = /** @type {HTMLElement} */ (document.querySelector("main"));
  }

  get words() {
    return WORDS[this.kept.language];
  }

  /** What its reader waits for. */
  get waiting() {
    const { loading, meanwhile } = this.words;
    return this.isReady || this.isBroken ? "" : this.folder ? `${loading} ${meanwhile}` : loading;
  }

  /** The folder that is shown: the one of the tour, as long as that lasts. @returns {Folder | null} */
  get folder() {
    return this.kept.tour ?? this.kept.own;
  }

  async start() {
    this.frame();
    letSkip();
    addEventListener("beforeunload", event => !this.isKept && this.folder && event.preventDefault());
    for (const leaving of ["pagehide", "visibilitychange"]) addEventListener(leaving, () => this.folder && this.keep());
    STORE.onChange(() => this.again());
    this.show();
    try {
      this.shipped = (await this.library.shipped()).files;
      this.isReady = true;
    } catch (error) {
      this.isBroken = true;
      this.show();
      return this.fail(error, this.words.broken);
    }
    this.show();
    await workOffline(() => this.words.offline);
  }

  frame() {
    frame(this.words, this.kept.language, h("a", { href: "index.html" }, this.words.toAdvice), other => this.speak(other), () => this.forget());
  }

  /** @param {"nl" | "en"} language */
  speak(language) {
    this.kept.language = this.library.language = language;
    this.editor.speak({ label: this.words.editor, phrases: this.words.phrases });
    this.viewer.speak({ label: this.words.shippedText, phrases: this.words.phrases });
    this.keep();
    this.frame();
    say("");
    this.show();
  }

  /** Show the screen for what there is: the beginning, or a folder. @param {boolean} [moved] whether its reader begins at the heading */
  show(moved = false) {
    const { folder } = this;
    this.main.replaceChildren(folder ? screens.bench(this, folder) : screens.beginning(this));
    document.body.classList.toggle("bench", Boolean(folder));
    document.title = this.words.title;
    if (folder) {
      this.open(folder.open, false);
      this.stir();
    }
    if (moved) toHeading(this.main);
  }

  // The files

  /** Open a file; one that is not the writer's own is shown beside. @param {string} path @param {boolean} [focus] */
  open(path, focus = true) {
    const { folder } = this;
    if (!folder) return;
    if (!(path in folder.files) && path in this.shipped) return screens.showShipped(this, path);
    folder.open = path in folder.files ? path : screens.inOrder(folder.files)[0] ?? "";
    this.editor.show(folder.open, folder.files[folder.open] ?? "");
    screens.fileList(this, folder);
    this.mark();
    this.keeping.stir();
    this.moved({ file: folder.open, ...this.editor.place() });
    if (focus) this.editor.view.focus();
  }

  /** Go to a place in a file. @param {{ file: string, line: number, column?: number | null }} place */
  go({ file, line, column = null }) {
    this.open(file, false);
    (this.folder && file in this.folder.files ? this.editor : this.viewer).go({ line, column });
  }

  /** @param {string} text */
  changed(text) {
    const { folder } = this;
    if (!folder || folder.files[folder.open] === text) return;
    folder.files[folder.open] = text;
    this.keeping.stir();
    this.stir();
  }

  /** Something in the files is other than before: what was said of them does not hold any more. */
  stir() {
    this.checked = null;
    screens.stale(this);
    if (this.isReady) this.rounds.stir();
  }

  /** @param {Place} place */
  moved(place) {
    this.cursor = place;
    this.spots.stir();
  }

  /** @param {string} path */
  make(path) {
    const { folder, words } = this;
    const name = path.trim();
    if (!folder || !isName(name) || name in folder.files) return screens.misnamed(this, true);
    screens.misnamed(this, false);
    folder.files[name] = name.endsWith(".feature") ? "# language: nl\n" : name.startsWith("casussen/") ? words.newCase : "";
    this.open(name);
    this.stir();
  }

  async remove() {
    const { folder, words } = this;
    if (!folder?.open || await choose(words.removeSure(folder.open), [words.removeNo, words.removeYes]) !== 1) return;
    delete folder.files[folder.open];
    this.open("");
    this.stir();
  }

  /** Whether nothing is lost by another folder. */
  async mayReplace() {
    const { words } = this;
    return !this.kept.own || await choose(words.replaceSure, [words.replaceNo, words.replaceYes]) === 1;
  }

  /** @param {Files} files */
  replace(files) {
    this.kept.own = { files, open: screens.inOrder(files)[0] ?? "" };
    this.fresh();
  }

  /** Another folder is shown than before. */
  fresh() {
    this.editor.clear();
    this.tested = null;
    this.tried = "";
    this.cases = [];
    say("");
    this.isKept = true;
    this.keep();
    this.show(true);
  }

  /** @param {boolean} extending */
  async begin(extending) {
    if (!await this.mayReplace()) return;
    await this.attempt(async () => this.replace((await this.library.begin(extending)).files));
  }

  /** Open a folder of the device, or a zip. @param {File[]} chosen @param {boolean} zipped */
  async bring(chosen, zipped) {
    const { words } = this;
    if (!chosen.length) return;
    try {
      const { files, left } = await (zipped ? inZip(this.library, chosen[0]) : inFolder(chosen));
      if (!Object.keys(files).length) return say(screens.leftOut(words, words.nothingThere, left), true);
      if (!await this.mayReplace()) return;
      this.replace(files);
      say(screens.leftOut(words, words.opened, left));
    } catch (error) {
      if (error instanceof RangeError) return say(words.tooLarge, true);
      this.fail(error, error instanceof InvalidInput ? words.wrongZip : words.failed);
    }
  }

  async download() {
    const { folder, words } = this;
    if (!folder) return;
    await this.attempt(async () => {
      const { data } = await this.library.pack(folder.files);
      download("eigen-regels.zip", fromBase64(data), "application/zip");
      say(words.downloaded);
    });
  }

  /** Save the file that is open: that needs nothing but the page. */
  saveFile() {
    const { folder } = this;
    if (folder) download(folder.open.split("/").at(-1) ?? "", folder.files[folder.open] ?? "", "text/plain");
  }

  // What the library says

  /** Look at the files as they are: first whether they are right, then what they do. @param {() => boolean} isStale */
  async look(isStale) {
    const { folder } = this;
    if (!folder) return;
    const files = { ...folder.files };
    await this.attempt(async () => {
      const checked = await this.library.check(files);
      if (isStale()) return;
      this.checked = checked;
      this.mark();
      screens.problems(this, checked);
      lookOn(this);
      if (!checked.problems.some(each => !each.warning)) {
        const tested = await this.player.play(files, folder.open, isStale, (done, of) => screens.playing(this, done, of));
        if (!tested || isStale()) return;
        this.tested = tested;
        await tryOn(this, isStale);
      }
      screens.scenarios(this);
      lookOn(this);
    });
  }

  mark() {
    const found = this.checked?.problems.filter(each => each.file === this.folder?.open && each.line);
    this.editor.mark((found ?? []).map(each => ({ ...each, line: each.line ?? 1, column: each.column ?? null })));
  }

  /** @param {() => boolean} isStale */
  async spot(isStale) {
    const { cursor, folder } = this;
    lookOn(this);
    if (!this.isReady || !cursor || !folder) return;
    const found = await this.library.at({ ...folder.files }, cursor).catch(() => null);
    if (!isStale()) screens.spot(this, found);
  }

  // What is kept, and what went wrong

  keep() {
    const wasKept = this.isKept;
    this.isKept = STORE.keep(this.kept);
    if (wasKept && !this.isKept && this.folder) say(screens.unkept(this), true);
  }

  /** What another tab kept. */
  again() {
    const { language } = this.kept;
    this.kept = { ...kept(), language };
    this.tested = null;
    this.show();
    say(this.words.otherTab);
  }

  async forget() {
    const { words } = this;
    if (await choose(words.forgetSure, [words.forgetNo, words.forgetYes]) !== 1) return;
    STORE.forget();
    this.kept = { own: null, tour: null, language: this.kept.language };
    this.isKept = true;
    this.editor.clear();
    this.show(true);
    say(words.forgotten);
  }

  /** Do something that can fail: it is told, and nothing is lost. @param {() => Promise<unknown>} step @param {() => void} [otherwise] */
  async attempt(step, otherwise) {
    try {
      await step();
    } catch (error) {
      this.fail(error, this.words.failed);
      otherwise?.();
    }
  }

  /** @param {unknown} error @param {string} told */
  fail(error, told) {
    const problems = error instanceof InvalidInput ? error.problems : [];
    if (!problems.length) console.error(error);
    say(screens.failure(this, told, problems), true);
  }
}

new App().start();
