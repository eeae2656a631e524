// The screen with the advice: the report of the library, the plan to fill in, and what is left to ask.

import { h, part } from "./dom.js";
import { save } from "./handing.js";
import { fillIn } from "./plan.js";
import { everybody, partyName } from "./screens.js";

/** @typedef {import("./app.js").App} App */

/** The report, with what is left to ask. @param {App} app */
export function advice(app) {
  const { words } = app;
  const report = h("div", { role: "status" }, h("p", {}, words.working));
  const left = everybody(app).map(party => [party, app.left(party).length]);
  if (app.state) {
    app.adviser.report(app.state.case).then(html => {
      report.removeAttribute("role");
      report.replaceChildren(...part(html));
      fillIn(app, report);
      report.dataset.ready = "";
    }, error => app.tell(error));
  }
  return h("section", {},
    h("h1", { class: "noprint" }, words.advice),
    h("p", { class: "buttons noprint" },
      h("button", { type: "button", click: () => print() }, words.print),
      h("button", { type: "button", class: "plain", click: () => save(app) }, words.saveFile),
      h("a", { href: "#/wat-als" }, words.whatIf),
      h("a", { href: "#/vergelijk" }, words.compare),
      h("a", { href: "#/overzicht" }, words.toOverview)),
    report,
    h("section", { class: "noprint" },
      h("h2", {}, words.adviceLeft),
      left.some(([, count]) => count)
        ? h("ul", {}, ...left.filter(([, count]) => count).map(([party, count]) => h("li", {},
            h("a", { href: `#/vragen/${party}` }, partyName(app, String(party))), `: ${count}`)))
        : h("p", {}, words.adviceDone)));
}
