// Scenarios are played file by file, so that who writes on is not kept waiting; what stayed the same is not played again.

/** @typedef {import("./workbench.js").Files} Files */
/** @typedef {import("./workbench.js").Tested} Tested */

/** @param {string} path */
const isFeature = path => path.endsWith(".feature");

/** Plays scenarios, and remembers what came out. */
export class Player {
  /** @param {import("./workbench.js").Workbench} library */
  constructor(library) {
    this.library = library;
    this.rules = "";
    /** @type {Map<string, { text: string, tested: Tested }>} what came out of each file, by the rules as they were then */
    this.played = new Map();
  }

  /**
   * Play every scenario, those of one file first; null where that became stale.
   * @param {Files} files @param {string} first @param {() => boolean} isStale @param {(done: number, of: number) => void} tell
   * @returns {Promise<Tested | null>}
   */
  async play(files, first, isStale, tell) {
    const others = Object.fromEntries(Object.entries(files).filter(([path]) => !isFeature(path)).sort());
    const rules = JSON.stringify(others);
    if (rules !== this.rules) this.played.clear();
    this.rules = rules;
    const paths = Object.keys(files).filter(isFeature).sort();
    const order = [...paths].sort((one, other) => Number(other === first) - Number(one === first));
    for (const [done, path] of order.entries()) {
      const text = files[path] ?? "";
      if (this.played.get(path)?.text === text) continue;
      tell(done, order.length);
      const tested = await this.library.test({ ...others, [path]: text });
      if (this.rules === rules) this.played.set(path, { text, tested });
      if (isStale()) return null;
    }
    return { features: paths.flatMap(path => this.played.get(path)?.tested.features ?? []) };
  }
}
