// The library in a worker of its own: calls go there, answers come back, and the page never waits.

/** @typedef {"nl" | "en"} Language */
/**
 * What is wrong with what was given, and the way out.
 * @typedef {{ code: string, message: string, expected?: string, hint?: string, place?: string, line?: number }} Problem
 */

/** What was given does not fit; `problems` holds everything that is wrong with it. */
export class InvalidInput extends Error {
  /** @param {Problem[]} problems */
  constructor(problems) {
    super(problems.map(each => each.message).join("\n"));
    this.problems = problems;
  }
}

/** It loads in the background; every call waits for that. */
export class Library {
  /** @param {Language} language of every text that it gives @param {string} [name] of what answers */
  constructor(language, name = "adviser") {
    this.language = language;
    this.calls = 0;
    this.name = name;
    /** @type {Map<number, { message: object, resolve: (found: any) => void, reject: (error: Error) => void }>} */
    this.waiting = new Map();
    /** @type {Error | null} why no call is answered any more */
    this.broken = null;
    this.worker = this.launch();
    // a browser keeps a page for who goes back to it: not with the memory of a library
    addEventListener("pagehide", () => this.worker.terminate());
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) this.worker = this.launch();
    });
  }

  /** Start the worker, and put to it what waits for an answer. */
  launch() {
    const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module", name: this.name });
    worker.addEventListener("message", ({ data }) => {
      const waiting = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.problems) waiting?.reject(new InvalidInput(data.problems));
      else if (data.failure) waiting?.reject(new Error(data.failure));
      else waiting?.resolve(data.result);
    });
    worker.addEventListener("error", event => {
      this.broken = new Error(event.message || "the library cannot be loaded");
      for (const { reject } of this.waiting.values()) reject(this.broken);
      this.waiting.clear();
    });
    for (const { message } of this.waiting.values()) worker.postMessage(message);
    return worker;
  }

  /** @param {string} name @param {Record<string, unknown>} given @returns {Promise<any>} */
  call(name, given) {
    if (this.broken) return Promise.reject(this.broken);
    const id = this.calls++;
    return new Promise((resolve, reject) => {
      const message = { id, name, given, language: this.language };
      this.waiting.set(id, { message, resolve, reject });
      this.worker.postMessage(message);
    });
  }
}
