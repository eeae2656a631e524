// The screens around the questions, and what all screens share: each is made anew from what is known.

import { h } from "./dom.js";
import { open, save } from "./handing.js";

/** @typedef {import("./app.js").App} App */

const TOGETHER = "samen";

/** @param {App} app */
export function waiting(app) {
  return h("section", {}, h("h1", {}, app.words.title), h("p", { role: "status" }, app.words.loading));
}

/** @param {App} app */
export function welcome(app) {
  const { words } = app;
  return h("section", {},
    h("h1", {}, words.title),
    ...words.welcome.map(text => h("p", {}, text)),
    h("h2", {}, words.beginNew),
    about(app, words.begin, "", today(), (name, day) => app.begin(name, day)),
    h("h2", {}, words.openTitle),
    opener(app),
    h("h2", {}, words.writers),
    h("p", {}, words.writersHint),
    h("p", {}, h("a", { href: "werkplaats.html" }, words.writersGo)));
}

/**
 * The name and the day of a partnership. @param {App} app @param {string} done @param {string} name @param {string} day
 * @param {(name: string, day: string, organisations: Record<string, string[]>) => void} then
 */
function about(app, done, name, day, then) {
  const { words } = app;
  const named = h("input", { type: "text", id: "naam", maxlength: 120, value: name, autocomplete: "off", "aria-describedby": "naam-hint" });
  const dated = h("input", { type: "date", id: "peildatum", value: day, required: true });
  const several = manyOf(app);
  return h("form", { class: "card", submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    then(named.value, dated.value, Object.fromEntries(several.map(([party, field]) => [party, linesOf(field)]).filter(([, found]) => found?.length)));
  } },
    h("label", { for: "naam" }, words.name), h("p", { class: "hint", id: "naam-hint" }, words.nameHint), named,
    h("label", { for: "peildatum" }, words.day), dated,
    ...several.flatMap(([, field, label]) => [label, h("p", { class: "hint", id: `${field.id}-hint` }, words.severalHint), field]),
    h("p", { class: "buttons" }, h("button", { type: "submit" }, done)));
}

/**
 * A field for the names of the organisations of each party of which several can take part. @param {App} app
 * @returns {[string, HTMLTextAreaElement, HTMLElement][]}
 */
function manyOf(app) {
  const parties = (app.state && app.catalogue?.parties.filter(each => each.several)) || [];
  return parties.map(({ id, full }) => {
    const field = h("textarea", { id: `wie-van-${id}`, rows: 3, "aria-describedby": `wie-van-${id}-hint` });
    field.value = (app.kept.case?.organisaties?.[id] ?? []).join("\n");
    return [id, field, h("label", { for: field.id }, app.words.manyOf(full))];
  });
}

/** @param {HTMLTextAreaElement} field */
function linesOf(field) {
  return field.value.split("\n").map(each => each.trim()).filter(Boolean);
}

/** @param {App} app */
function opener(app) {
  const chooser = h("input", { type: "file", id: "bestand", accept: ".yaml,.yml,.json,.csv", "aria-describedby": "bestand-hint", change: async () => {
    const file = chooser.files?.[0];
    if (file) await open(app, file);
    chooser.value = "";
  } });
  return h("div", { class: "card" }, h("label", { for: "bestand" }, app.words.openLabel),
    h("p", { class: "hint", id: "bestand-hint" }, app.words.openHint), chooser);
}

function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** A day in words. @param {App} app @param {string} day */
export function dayOf(app, day) {
  return new Intl.DateTimeFormat(app.kept.language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day || 0));
}

/** @param {App} app */
export function nameOf(app) {
  return app.kept.case?.naam || app.words.unnamed;
}

/** @param {App} app @param {string} party */
export function partyName(app, party) {
  const full = app.catalogue?.parties.find(each => each.id === party)?.full ?? app.words.together;
  return full.charAt(0).toUpperCase() + full.slice(1);
}

/** Everybody who can be asked something. @param {App} app */
export function everybody(app) {
  return [...(app.catalogue?.parties.map(each => each.id) ?? []), TOGETHER].filter(party => app.of(party).length);
}

/** @param {App} app */
export function overview(app) {
  const { words } = app;
  const found = app.kept.case;
  const note = typeof found?.toelichting === "string" ? found.toelichting : "";
  return h("section", {},
    h("h1", {}, nameOf(app)),
    h("p", { class: "hint" }, words.onDay(dayOf(app, found?.peildatum ?? ""))),
    h("h2", {}, words.who),
    quickBox(app),
    h("ul", { class: "cards" }, ...everybody(app).map(party => card(app, party))),
    h("h2", {}, words.advice),
    h("p", {}, words.adviceHint),
    h("p", { class: "buttons" },
      h("a", { class: "button", href: "#/advies" }, words.seeAdvice),
      h("a", { href: "#/wat-als" }, words.whatIf),
      h("a", { href: "#/vergelijk" }, words.compare)),
    h("h2", {}, words.fileTitle),
    h("p", {}, words.fileHint),
    h("p", { class: "buttons" },
      h("button", { type: "button", click: () => save(app) }, words.saveFile),
      h("a", { href: "#/delen" }, words.share)),
    note && noteCard(app, note),
    h("details", {}, h("summary", {}, words.change),
      about(app, words.save, found?.naam ?? "", found?.peildatum ?? "", async (name, day, organisaties) => {
        const named = { ...(name.trim() && { naam: name.trim() }), peildatum: day, ...(Object.keys(organisaties).length && { organisaties }) };
        const changed = () => {
          const { naam, organisaties: _, ...rest } = app.kept.case ?? { peildatum: "" };
          return app.adviser.look({ ...rest, ...named });
        };
        if (await app.change(changed)) app.show();
      })),
    h("details", {}, h("summary", {}, words.openTitle), opener(app)));
}

/** Whether the quick scan comes first; nothing where the rules have none. @param {App} app */
function quickBox(app) {
  const asked = app.catalogue?.quick ?? 0;
  const box = h("input", { type: "checkbox", id: "snel", checked: app.kept.quick, change: async () => {
    await app.hurry(box.checked);
    app.show();
    document.getElementById("snel")?.focus();
  } });
  return asked > 0 && h("label", { class: "choice plain" }, box, h("span", {}, app.words.quick(asked)));
}

/** @param {App} app @param {string} party */
function card(app, party) {
  const { kept, words } = app;
  const done = app.of(party).filter(each => app.known(each) !== undefined || app.isUnknown(each)).length;
  const name = partyName(app, party);
  return h("li", { class: "card" },
    h("h3", { id: `wie-${party}` }, name),
    party === TOGETHER && h("p", { class: "hint" }, words.togetherHint),
    h("p", {}, words.progress(done, app.left(party).length, kept.quick)),
    h("p", { class: "buttons" },
      h("a", { class: "button", href: `#/vragen/${party}`, "aria-describedby": `wie-${party}` }, words.oneByOne),
      h("a", { href: `#/alles/${party}`, "aria-describedby": `wie-${party}` }, words.allOnOne)));
}

/** @param {App} app @param {string} note */
function noteCard(app, note) {
  const text = h("textarea", { id: "toelichting", rows: 3, "aria-describedby": "toelichting-hint" });
  text.value = note;
  return h("form", { class: "card", submit: async (/** @type {Event} */ event) => {
    event.preventDefault();
    const { toelichting, ...rest } = app.kept.case ?? { peildatum: "" };
    if (await app.change(() => app.adviser.look({ ...rest, ...(text.value.trim() && { toelichting: text.value }) }))) app.show();
  } },
    h("label", { for: "toelichting" }, app.words.note), h("p", { class: "hint", id: "toelichting-hint" }, app.words.noteHint), text,
    h("p", { class: "buttons" }, h("button", { type: "submit", class: "plain" }, app.words.save)));
}
