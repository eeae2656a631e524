// The screen to hand answers on: as a link that holds them, or as a file.

import { h } from "./dom.js";
import { save } from "./handing.js";
import { linkTo, LONG } from "./link.js";
import { everybody, partyName } from "./screens.js";

/** @typedef {import("./app.js").App} App */

const TOGETHER = "samen";

/** @param {App} app */
export function sharing(app) {
  const { words } = app;
  let party = "";
  const link = h("textarea", { id: "link", rows: 4, readonly: true, spellcheck: "false", "aria-describedby": "link-uitleg", focus: () => link.select() });
  const long = h("div", { role: "status" });
  const copied = h("p", { class: "hint", role: "status" });
  const make = async () => {
    const found = app.kept.case;
    if (!found) return;
    const wanted = party;
    try {
      const sent = wanted ? { case: await app.adviser.part(found, wanted) }
        : { case: found, ...(app.kept.plan.length && { plan: app.kept.plan }) };
      const made = await linkTo(sent);
      if (wanted !== party) return; // something else was chosen meanwhile
      link.value = made;
      copied.replaceChildren();
      long.replaceChildren(made.length > LONG ? h("p", { class: "warning" }, words.linkLong(made.length)) : "");
    } catch (error) {
      app.tell(error);
    }
  };
  const copy = async () => {
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
      copied.textContent = words.linkCopied;
    } catch {
      copied.textContent = words.linkSelected; // a browser that forbids it
    }
  };
  /** @param {string} value @param {string} label */
  const choice = (value, label) => h("label", { class: "choice" },
    h("input", { type: "radio", name: "wie", value, checked: value === party, change: () => {
      party = value;
      make();
    } }), h("span", {}, label));
  make();
  return h("section", {},
    h("h1", {}, words.shareTitle),
    h("p", {}, words.shareWhy),
    h("fieldset", {}, h("legend", {}, h("h2", {}, words.shareWhat)),
      choice("", words.shareAll),
      ...everybody(app).filter(each => each !== TOGETHER).map(each => choice(each, words.shareOnly(partyName(app, each))))),
    h("p", { class: "hint" }, words.shareToo, app.kept.plan.length > 0 && ` ${words.sharePlan}`),
    h("h2", {}, words.shareLink),
    h("div", { id: "link-uitleg" }, h("p", {}, words.linkStays), h("p", {}, words.linkWho)),
    h("label", { for: "link" }, words.linkLabel), link,
    long,
    h("p", { class: "buttons" }, h("button", { type: "button", click: copy }, words.linkCopy)), copied,
    h("h2", {}, words.shareFile),
    h("p", {}, words.shareFileHint),
    h("p", { class: "buttons" }, h("button", { type: "button", click: () => save(app, party) }, words.saveFile)),
    h("p", {}, h("a", { href: "#/overzicht" }, words.toOverview)));
}
