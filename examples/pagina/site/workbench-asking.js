// What is done only where it is asked for: trying rules on a case, and seeing what the scenarios see.

import * as screens from "./workbench-screens.js";

/** @typedef {import("./workbench-app.js").App} App */

/** Offer the cases that can be tried; what is wrong with files is told where they are checked. @param {App} app */
export async function offerCases(app) {
  if (!app.folder || !app.isReady) return;
  app.cases = await app.library.cases({ ...app.folder.files }).catch(() => []);
  screens.offered(app);
}

/** Try the rules on the case that is chosen, if one is. @param {App} app @param {() => boolean} isStale */
export async function tryOn(app, isStale) {
  const found = app.cases.find(each => each.name === app.tried);
  if (!found || !app.folder) return screens.tried(app, null);
  const tried = await app.library.tryOn({ ...app.folder.files }, found);
  if (!isStale()) screens.tried(app, tried);
}

/** See how much the scenarios see: that takes longer. @param {App} app @param {"coverage" | "slips"} what */
export async function prove(app, what) {
  if (!app.folder) return;
  const files = { ...app.folder.files };
  const { version } = app.rounds;
  screens.proof(app, null);
  await app.attempt(
    async () => screens.proof(app, await app.library[what](files), version !== app.rounds.version),
    () => screens.proof(app, { lines: [] }));
}
