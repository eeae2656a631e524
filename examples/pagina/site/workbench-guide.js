// The tour, on a folder of its own: it sees for itself what was done, and goes on.

import * as screens from "./workbench-screens.js";
import { after, STEPS } from "./workbench-tour.js";

/** @typedef {import("./workbench-app.js").App} App */

/** @param {App} app */
export function begin(app) {
  return app.attempt(async () => {
    const { files } = await app.library.begin(false);
    app.kept.tour = { files, open: "regels.yaml", step: 0 };
    app.fresh();
  });
}

/** Go on where the step that its reader is at has been done. @param {App} app */
export function lookOn(app) {
  const { checked, editor, kept: { tour }, tested } = app;
  if (!tour) return;
  const seen = { files: tour.files, open: tour.open, offset: editor.view.state.selection.main.head, checked, tested: checked && tested };
  const step = after(tour.step, seen);
  if (step === tour.step) return;
  tour.step = step;
  app.keep();
  screens.tour(app, true);
}

/** Show where the step asks for something. @param {App} app */
export function show(app) {
  const { tour } = app.kept;
  const { where, part } = STEPS[tour?.step ?? 0] ?? {};
  if (part) screens.showPart(part);
  const [file, find] = where ?? [];
  if (!tour || !file || !find) return;
  app.open(file, false);
  const found = find.exec(tour.files[file] ?? "");
  if (found) app.editor.goTo(found.index + found[0].length);
}

/** Do what the step asks for. @param {App} app */
export function act(app) {
  const { tour } = app.kept;
  const edit = tour && STEPS[tour.step]?.edit?.(tour.files);
  if (!tour || !edit) return show(app);
  app.open(edit.file, false);
  const from = (tour.files[edit.file] ?? "").indexOf(edit.find);
  app.editor.replace(from, from + edit.find.length, edit.text);
}

/** @param {App} app @param {boolean} own whether its folder becomes the writer's own */
export async function leave(app, own) {
  const { tour } = app.kept;
  if (own && tour) {
    if (!await app.mayReplace()) return;
    app.kept.own = { files: tour.files, open: tour.open };
  }
  app.kept.tour = null;
  app.fresh();
}
