// The screens: each is made anew from what is known.

import { h, part } from "./dom.js";
import { chosen, fields, key } from "./form.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./adviser.js").Question} Question */

const TOGETHER = "samen";
const RULES_SHOWN = 3;
const LONGEST_REMARK = 500;

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
 * @param {(name: string, day: string) => void} then
 */
function about(app, done, name, day, then) {
  const { words } = app;
  const named = h("input", { type: "text", id: "naam", maxlength: 120, value: name, autocomplete: "off", "aria-describedby": "naam-hint" });
  const dated = h("input", { type: "date", id: "peildatum", value: day, required: true });
  return h("form", { class: "card", submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    then(named.value, dated.value);
  } },
    h("label", { for: "naam" }, words.name), h("p", { class: "hint", id: "naam-hint" }, words.nameHint), named,
    h("label", { for: "peildatum" }, words.day), dated,
    h("p", { class: "buttons" }, h("button", { type: "submit" }, done)));
}

/** @param {App} app */
function opener(app) {
  const chooser = h("input", { type: "file", id: "bestand", accept: ".yaml,.yml,.json", "aria-describedby": "bestand-hint", change: async () => {
    const file = chooser.files?.[0];
    if (file) await app.open(file);
    chooser.value = "";
  } });
  return h("div", { class: "card" }, h("label", { for: "bestand" }, app.words.openLabel),
    h("p", { class: "hint", id: "bestand-hint" }, app.words.openHint), chooser);
}

function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** @param {App} app */
function nameOf(app) {
  return app.kept.case?.naam || app.words.unnamed;
}

/** @param {App} app @param {string} party */
function partyName(app, party) {
  const full = app.catalogue?.parties.find(each => each.id === party)?.full ?? app.words.together;
  return full.charAt(0).toUpperCase() + full.slice(1);
}

/** Everybody who can be asked something. @param {App} app */
function everybody(app) {
  return [...(app.catalogue?.parties.map(each => each.id) ?? []), TOGETHER].filter(party => app.of(party).length);
}

/** @param {App} app */
export function overview(app) {
  const { words } = app;
  const found = app.kept.case;
  const note = typeof found?.toelichting === "string" ? found.toelichting : "";
  return h("section", {},
    h("h1", {}, nameOf(app)),
    h("p", { class: "hint" }, words.onDay(new Intl.DateTimeFormat(app.kept.language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(found?.peildatum ?? 0)))),
    h("h2", {}, words.who),
    quickBox(app),
    h("ul", { class: "cards" }, ...everybody(app).map(party => card(app, party))),
    h("h2", {}, words.advice),
    h("p", {}, words.adviceHint),
    h("p", { class: "buttons" }, h("a", { class: "button", href: "#/advies" }, words.seeAdvice)),
    h("h2", {}, words.fileTitle),
    h("p", {}, words.fileHint),
    h("p", { class: "buttons" }, h("button", { type: "button", click: () => app.save() }, words.saveFile)),
    note && noteCard(app, note),
    h("details", {}, h("summary", {}, words.change),
      about(app, words.save, found?.naam ?? "", found?.peildatum ?? "", async (name, day) => {
        const { naam, ...rest } = found ?? { naam: "", peildatum: "" };
        if (await app.change(() => app.adviser.look({ ...(name.trim() && { naam: name.trim() }), ...rest, peildatum: day }))) app.show();
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

/** One question at a time. @param {App} app @param {string} party */
export function one(app, party) {
  const { kept, words } = app;
  if (!everybody(app).includes(party)) return overview(app);
  const waits = app.left(party).filter(each => !kept.skipped.includes(key(each)));
  const question = app.questions.get(app.returned ?? "") ?? waits[0];
  if (!question) return done(app, party);
  const trail = (kept.trail[party] ?? []).filter(each => each !== key(question));
  const remark = remarkField(app, question);

  /** @param {() => Promise<boolean>} step */
  const go = async step => {
    if (!await step()) return;
    kept.trail[party] = [...trail, key(question)];
    app.returned = null;
    app.keep();
    app.show();
  };
  /** @param {import("./adviser.js").Answer | null} value */
  const answer = value => go(() => {
    kept.skipped = kept.skipped.filter(each => each !== key(question));
    return app.change(() => app.adviser.answer(app.state?.case ?? { peildatum: "" }, question, value, remark?.value));
  });
  const form = h("form", { class: "question", novalidate: true, submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    const value = chosen(question, form);
    if (value === undefined) app.say(words.empty, true);
    else answer(value);
  } },
    fields(question, app.known(question), words, h("h1", {}, question.text)),
    question.own && h("p", { class: "hint" }, words.ownView),
    h("p", { class: "buttons" },
      h("button", { type: "submit" }, words.next),
      h("button", { type: "button", class: "plain", click: () => answer(null) }, words.unknown),
      h("button", { type: "button", class: "plain", click: () => go(async () => {
        kept.skipped = [...new Set([...kept.skipped, key(question)])];
        return true;
      }) }, words.later),
      trail.length > 0 && h("button", { type: "button", class: "plain", click: () => {
        app.returned = trail.at(-1) ?? null;
        kept.trail[party] = trail.slice(0, -1);
        kept.skipped = kept.skipped.filter(each => each !== app.returned);
        app.keep();
        app.say("");
        app.show();
      } }, words.back)),
    why(app, question),
    remark && h("details", { open: Boolean(remark.value) }, h("summary", {}, words.remark),
      h("label", { for: remark.id }, words.remarkLabel), remark));
  return h("section", {},
    h("p", { class: "about" }, h("span", {}, partyName(app, party)), h("span", {}, words.left(waits.length))),
    form,
    h("p", {}, h("a", { href: "#/overzicht" }, words.toOverview)));
}

/** @param {App} app @param {string} party */
function done(app, party) {
  const { kept, words } = app;
  const skipped = app.left(party);
  return h("section", {},
    h("h1", {}, words.doneTitle),
    h("p", {}, skipped.length ? words.skippedLeft(skipped.length) : kept.quick ? words.quickDone : words.done),
    h("p", {}, words.forOther),
    h("p", { class: "buttons" },
      h("a", { class: "button", href: "#/overzicht" }, words.toOverview),
      h("a", { href: "#/advies" }, words.seeAdvice),
      skipped.length > 0 && h("button", { type: "button", class: "plain", click: () => {
        kept.skipped = kept.skipped.filter(each => !skipped.some(question => key(question) === each));
        app.keep();
        app.show();
      } }, words.showSkipped)));
}

/** Why a question is asked. @param {App} app @param {Question} question */
function why(app, question) {
  const { words } = app;
  const condition = app.catalogue?.conditions.find(each => each.number === question.condition);
  const rules = app.decides(question).map(rule => app.catalogue?.rules[rule] ?? rule);
  return h("details", {}, h("summary", {}, words.why),
    h("p", {}, condition ? words.whyCondition(condition.number, condition.title) : words.whyContext),
    h("p", {}, rules.length ? words.whyRules : words.whyNothing),
    rules.length > 0 && h("ul", {}, ...rules.slice(0, RULES_SHOWN).map(text => h("li", {}, text))),
    rules.length > RULES_SHOWN && h("p", {}, words.whyMore(rules.length - RULES_SHOWN)));
}

/** A place for a remark; null where the case has a text of its own there. @param {App} app @param {Question} question */
function remarkField(app, question) {
  if (typeof app.kept.case?.toelichting === "string") return null;
  const made = h("textarea", { id: `opmerking-${key(question)}`, rows: 2, maxlength: LONGEST_REMARK });
  made.value = app.remark(question);
  return made;
}

/** All questions to a party on one page; each answer is kept at once. @param {App} app @param {string} party */
export function all(app, party) {
  const { words } = app;
  if (!everybody(app).includes(party)) return overview(app);
  const asked = app.of(party);
  const titles = new Map((app.catalogue?.conditions ?? []).map(each => [/** @type {number | null} */ (each.number), each.title]));
  const groups = [null, ...titles.keys()].map(number => ({ number, found: asked.filter(each => each.condition === number) }));
  return h("section", {},
    h("h1", {}, `${partyName(app, party)}: ${nameOf(app)}`),
    h("p", {}, words.allHint),
    ...groups.filter(each => each.found.length).flatMap(({ number, found }) => [
      h("h2", {}, number === null ? words.general : `${number}. ${titles.get(number)}`),
      ...found.map(question => row(app, question)),
    ]),
    h("p", { class: "buttons" }, h("a", { class: "button", href: "#/overzicht" }, words.toOverview), h("a", { href: "#/advies" }, words.seeAdvice)));
}

/** @param {App} app @param {Question} question */
function row(app, question) {
  const { words } = app;
  const status = h("p", { class: "hint", role: "status" });
  const remark = remarkField(app, question);
  /** @param {() => Promise<import("./adviser.js").State>} step */
  const keep = async step => {
    if (await app.change(step)) status.textContent = words.kept;
  };
  const current = () => app.state?.case ?? { peildatum: "" };
  /** Whether nobody knows. */
  const unknown = h("input", { type: "checkbox", checked: app.isUnknown(question) });
  const write = () => {
    const value = chosen(question, form);
    if (value !== undefined) unknown.checked = false;
    if (value !== undefined || unknown.checked) return keep(() => app.adviser.answer(current(), question, value ?? null, remark?.value));
    return keep(() => app.adviser.clear(current(), question));
  };
  unknown.addEventListener("change", event => {
    event.stopPropagation();
    if (unknown.checked) empty(form, unknown);
    write();
  });
  const form = h("form", { class: "question row", submit: (/** @type {Event} */ event) => event.preventDefault(), change: write },
    fields(question, app.known(question), words),
    h("p", { class: "buttons" }, h("label", { class: "choice plain" }, unknown, h("span", {}, words.unknown)), h("button", { type: "button", class: "plain", "aria-label": `${words.wipe}: ${question.text}`, click: () => {
      empty(form, null);
      write();
    } }, words.wipe)),
    remark && h("details", { open: Boolean(remark.value) }, h("summary", {}, words.remark), h("label", { for: remark.id }, words.remarkLabel), remark),
    status);
  return form;
}

/** Empty a form but for one box. @param {HTMLFormElement} form @param {HTMLInputElement | null} box */
function empty(form, box) {
  for (const input of form.querySelectorAll("input")) {
    if (input === box) continue;
    if (input.type === "radio" || input.type === "checkbox") input.checked = false;
    else input.value = "";
  }
}

/** The report, with what is left to ask. @param {App} app */
export function advice(app) {
  const { words } = app;
  const report = h("div", { role: "status" }, h("p", {}, words.working));
  const left = everybody(app).map(party => [party, app.left(party).length]);
  if (app.state) {
    app.adviser.report(app.state.case).then(html => {
      report.removeAttribute("role");
      report.replaceChildren(...part(html));
      report.dataset.ready = "";
    }, error => app.tell(error));
  }
  return h("section", {},
    h("h1", { class: "noprint" }, words.advice),
    h("p", { class: "buttons noprint" },
      h("button", { type: "button", click: () => print() }, words.print),
      h("button", { type: "button", class: "plain", click: () => app.save() }, words.saveFile),
      h("a", { href: "#/overzicht" }, words.toOverview)),
    report,
    h("section", { class: "noprint" },
      h("h2", {}, words.adviceLeft),
      left.some(([, count]) => count)
        ? h("ul", {}, ...left.filter(([, count]) => count).map(([party, count]) => h("li", {},
            h("a", { href: `#/vragen/${party}` }, partyName(app, String(party))), `: ${count}`)))
        : h("p", {}, words.adviceDone)));
}
