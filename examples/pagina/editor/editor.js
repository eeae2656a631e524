// The editor of the workbench: CodeMirror, with the problems of the library at their place. The build bundles it.

import { autocompletion, closeCompletion, completionKeymap, selectedCompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, HighlightStyle, indentOnInput, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { gherkin } from "@codemirror/legacy-modes/mode/gherkin";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorSelection, EditorState, Prec, Text } from "@codemirror/state";
import { Decoration, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** Lines and columns count from 1; a column counts characters. @typedef {{ line: number, column: number | null }} Place */
/** @typedef {Place & { message: string, expected?: string | null, hint?: string | null, warning?: boolean }} Mark */
/** @typedef {{ from: number, items: { label: string, kind: string, detail?: string }[] }} Choices */
/**
 * What an editor is called and says, and who hears of it.
 * @typedef {{
 *   label: string, phrases: Record<string, string>, readOnly?: boolean, describe: (mark: Mark) => string,
 *   changed?: (text: string) => void, moved?: (place: Place) => void, complete?: (place: Place) => Promise<Choices | null>,
 * }} Settings
 */

const QUIET = "var(--sa-quiet)";
const COLOURS = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName, tags.keyword], color: "var(--sa-accent)", fontWeight: "600" },
  { tag: [tags.comment, tags.lineComment], color: QUIET, fontStyle: "italic" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--sa-strength)" },
  { tag: [tags.number, tags.bool, tags.atom], color: "var(--sa-high)" },
]);
const LINE = "1px solid var(--sa-line)";
const DEEPEST = 24;
const SHOWN = EditorView.theme({
  "&": { backgroundColor: "var(--sa-paper)", color: "var(--sa-text)", height: "100%" },
  "&.cm-focused": { outline: "3px solid var(--sa-accent)" },
  ".cm-scroller": { fontFamily: "ui-monospace, monospace", fontSize: "0.95rem", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--sa-text)", padding: "0.5rem 0" },
  ".cm-gutters": { backgroundColor: "var(--sa-soft)", color: QUIET, border: "none", borderRight: LINE },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--sa-accent) 10%, transparent)" },
  ".cm-selectionMatch": { backgroundColor: "color-mix(in srgb, var(--sa-accent) 22%, transparent)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "color-mix(in srgb, var(--sa-accent) 22%, transparent)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--sa-critical)", textUnderlineOffset: ".2em" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline dotted var(--sa-medium)", textUnderlineOffset: ".2em" },
  ".cm-lintPoint-error:after": { borderBottomColor: "var(--sa-critical)" },
  ".cm-lint-marker-error": { content: "normal", color: "var(--sa-critical)", fontWeight: "bold", textAlign: "center" },
  ".cm-lint-marker-warning": { content: "normal", color: "var(--sa-medium)", fontWeight: "bold", textAlign: "center" },
  ".cm-lint-marker-error::before": { content: "'!'" },
  ".cm-lint-marker-warning::before": { content: "'?'" },
  ".cm-tooltip": { backgroundColor: "var(--sa-paper)", color: "var(--sa-text)", border: LINE, maxWidth: "min(34rem, 90vw)" },
  ".cm-diagnostic": { whiteSpace: "pre-wrap", padding: ".4rem .7rem" },
  ".cm-diagnostic-error": { borderLeft: ".35rem solid var(--sa-critical)" },
  ".cm-diagnostic-warning": { borderLeft: ".35rem solid var(--sa-medium)" },
  ".cm-tooltip-autocomplete ul li": { padding: ".2rem .5rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--sa-accent)", color: "var(--sa-paper)" },
  ".cm-completionMatchedText": { fontWeight: "bold" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: ".85" },
  ".cm-panels": { backgroundColor: "var(--sa-soft)", color: "var(--sa-text)", borderColor: "var(--sa-line)" },
  ".cm-panel.cm-search": { fontSize: "1rem" },
  ".cm-textfield, .cm-button": { backgroundColor: "var(--sa-paper)", backgroundImage: "none", border: LINE, color: "inherit", fontSize: "1em" },
  ...Object.fromEntries(Array.from({ length: DEEPEST + 1 }, (_, deep) => [`.cm-line.deep-${deep}`, { paddingLeft: `calc(6px + ${deep}ch)`, textIndent: `-${deep}ch` }])),
  ".cm-searchMatch": { backgroundColor: "color-mix(in srgb, var(--sa-medium) 35%, transparent)" },
});

/** Texts in one frame, one at a time; what was undone in one stays apart from the others. */
export class Editor {
  /** @param {HTMLElement} host @param {Settings} settings */
  constructor(host, settings) {
    this.settings = settings;
    /** @type {Map<string, EditorState>} */
    this.states = new Map();
    this.path = "";
    this.speech = new Compartment();
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" }); // there, a policy that forbids inline styles lets it have its own
    this.view = new EditorView({ root, parent: root, state: this.made("", "") });
  }

  /** @param {string} path @param {string} text */
  made(path, text) {
    const { readOnly = false, complete } = this.settings;
    return EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), highlightActiveLineGutter(), highlightActiveLine(), highlightSpecialChars(), history(),
        bracketMatching(), indentOnInput(), highlightSelectionMatches(), search({ top: true }), lintGutter(),
        EditorView.lineWrapping, EditorView.decorations.of(hanging), syntaxHighlighting(COLOURS), SHOWN, EditorState.readOnly.of(readOnly),
        this.speech.of(this.spoken()),
        path.endsWith(".feature") ? StreamLanguage.define(gherkin) : yaml(),
        Prec.highest(keymap.of([{ key: "Enter", run: letThrough }])),
        complete ? autocompletion({ override: [context => this.choices(context, complete)] }) : [],
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap]), // no Tab: it moves on
        EditorView.updateListener.of(update => {
          if (update.docChanged) this.settings.changed?.(update.state.doc.toString());
          if (update.docChanged || update.selectionSet) this.settings.moved?.(this.place());
        }),
      ],
    });
  }

  spoken() {
    const { label, phrases, readOnly = false } = this.settings;
    return [
      EditorState.phrases.of(phrases),
      EditorView.contentAttributes.of({
        "aria-label": this.path ? `${label}: ${this.path}` : label, "aria-readonly": String(readOnly), tabindex: "0", spellcheck: "false", autocapitalize: "off",
      }),
    ];
  }

  /** Say everything in other words. @param {Partial<Settings>} settings */
  speak(settings) {
    Object.assign(this.settings, settings);
    this.view.dispatch({ effects: this.speech.reconfigure(this.spoken()) });
  }

  /** Show a text; where it was shown before and has stayed the same, as it was left. @param {string} path @param {string} text */
  show(path, text) {
    if (this.path) this.states.set(this.path, this.view.state);
    this.path = path;
    const left = this.states.get(path);
    const isSame = left?.doc.eq(Text.of(text.split(/\r\n?|\n/)));
    this.view.setState(left && isSame ? left : this.made(path, text));
    this.speak({});
    this.view.dispatch({ effects: EditorView.scrollIntoView(this.view.state.selection.main, { y: "center" }) });
  }

  /** Forget how texts were left. */
  clear() {
    this.states.clear();
    this.path = "";
  }

  /** Mark what is wrong in the text that is shown. @param {Mark[]} marks */
  mark(marks) {
    const { doc } = this.view.state;
    const found = marks.map(each => {
      const line = doc.line(Math.min(Math.max(each.line, 1), doc.lines));
      const from = each.column ? offset(this.view.state, each) : line.from + (/\S/.exec(line.text)?.index ?? 0);
      const word = /^(\p{N}+[.,]\p{N}+|[\p{L}\p{N}_]+)/u.exec(doc.sliceString(from, line.to))?.[0].length;
      return { from, to: each.column ? from + (word ?? Math.min(1, line.to - from)) : line.to, severity: /** @type {"warning" | "error"} */ (each.warning ? "warning" : "error"), message: this.settings.describe(each) };
    });
    this.view.dispatch(setDiagnostics(this.view.state, found));
  }

  /** Go to a place, and show it in the middle. @param {Place} place */
  go(place) {
    this.goTo(offset(this.view.state, place));
  }

  /** The same, by how many characters stand before it. @param {number} at */
  goTo(at) {
    this.view.dispatch({ selection: EditorSelection.cursor(at), effects: EditorView.scrollIntoView(at, { y: "center" }) });
    this.view.focus();
    this.view.dom.scrollIntoView({ block: "nearest" });
  }

  /** Write over what stands somewhere. @param {number} from @param {number} to @param {string} text */
  replace(from, to, text) {
    this.view.dispatch({ changes: { from, to, insert: text }, selection: EditorSelection.cursor(from + text.length), scrollIntoView: true });
  }

  /** @returns {Place} */
  place() {
    return placeOf(this.view.state, this.view.state.selection.main.head);
  }

  /**
   * @param {import("@codemirror/autocomplete").CompletionContext} context @param {NonNullable<Settings["complete"]>} complete
   * @returns {Promise<import("@codemirror/autocomplete").CompletionResult | null>}
   */
  async choices(context, complete) {
    if (!context.explicit && !context.matchBefore(/[\p{L}\p{N}_]+/u)) return null;
    const place = placeOf(context.state, context.pos);
    const found = await complete(place);
    if (!found?.items.length || context.aborted) return null;
    const from = offset(context.state, { line: place.line, column: found.from });
    return { from, options: found.items.map(({ label, detail }) => ({ label, detail, apply: fillIn })), validFor: /^[\p{L}\p{N}_]*$/u };
  }
}

/** @param {EditorState} state @param {number} at @returns {Place} */
function placeOf(state, at) {
  const line = state.doc.lineAt(at);
  return { line: line.number, column: [...line.text.slice(0, at - line.from)].length + 1 };
}

/** @param {EditorState} state @param {Place} place */
function offset({ doc }, place) {
  const line = doc.line(Math.min(Math.max(place.line, 1), doc.lines));
  return line.from + [...line.text].slice(0, (place.column ?? 1) - 1).join("").length;
}

/** A long line goes on below where its own text begins. @param {EditorView} view */
function hanging(view) {
  const { doc } = view.state;
  const found = [];
  for (const { from, to } of view.visibleRanges) {
    for (let line = doc.lineAt(from); line.from <= to; line = doc.line(line.number + 1)) {
      const deep = /^ *(# |- )?/.exec(line.text)?.[0].length ?? 0;
      if (deep) found.push(Decoration.line({ class: `deep-${Math.min(deep, DEEPEST)}` }).range(line.from));
      if (line.number === doc.lines) break;
    }
  }
  return Decoration.set(found);
}

/** Where what could be filled in already stands there, Enter begins a new line. @param {EditorView} view */
function letThrough(view) {
  const label = selectedCompletion(view.state)?.label ?? "";
  const { head } = view.state.selection.main;
  if (label && view.state.sliceDoc(head - label.length, head) === label) closeCompletion(view);
  return false;
}

/**
 * Write what was chosen, and select the first {part} that is to be filled in.
 * @param {EditorView} view @param {import("@codemirror/autocomplete").Completion} chosen @param {number} from @param {number} to
 */
function fillIn(view, chosen, from, to) {
  const part = /\{[^}]*\}/.exec(chosen.label);
  const start = from + (part?.index ?? chosen.label.length);
  view.dispatch({
    changes: { from, to, insert: chosen.label },
    selection: EditorSelection.range(start, start + (part?.[0].length ?? 0)),
    userEvent: "input.complete",
  });
}
