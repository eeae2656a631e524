// A tour of five minutes: a rule read, broken and mended; a threshold changed, a scenario that fails, and then passes.

/** @typedef {import("./workbench.js").Files} Files */
/**
 * What is seen when a step asks whether it is done; null: not looked at since the last change.
 * @typedef {{
 *   files: Files, open: string, offset: number, checked: import("./workbench.js").Checked | null, tested: import("./workbench.js").Tested | null,
 * }} Seen
 */
/** A text to stand in the place of another. @typedef {{ file: string, find: string, text: string }} Edit */
/**
 * `where`: what to look for, and in which file; `part`: which part of the screen to look at; `edit`: what the step asks for, where it can be done for the reader.
 * @typedef {{
 *   nl: [string, ...string[]], en: [string, ...string[]], where?: [string, RegExp], part?: string, edit?: (files: Files) => Edit | null, done: (seen: Seen) => boolean,
 * }} Step
 */

const RULES = "regels.yaml", FEATURE = "regels.feature";
const READ = /\n {2}weinig_overleg:\n[^]*?\n(?=\n)/;
const WHEN = /als: vast_mome?n?t?/;
const THRESHOLD = /genoeg_overleggen:\s+waarde: *(\d+)/;
const FIRST = "6";
const ROWS = /( *\| *nee *\|) *\d+( *\| *geldt *\|\n *\| *nee *\|) *\d+( *\| *geldt niet *\|\n *\| *ja *\|) *\d+( *\| *geldt niet *\|\n *\| *onbekend *\|) *\d+( *\| *onbekend *\|)/;

/** @param {Files} files */
const number = files => THRESHOLD.exec(files[RULES] ?? "")?.[1] ?? FIRST;
/** @param {Seen} seen */
const wrong = seen => seen.checked?.problems.filter(each => !each.warning).length;
/** @param {Seen} seen */
const failing = seen => seen.tested?.features.flatMap(each => each.scenarios).filter(each => !each.passed).length;

/** @param {string} file @param {string} find @param {string} text @returns {(files: Files) => Edit | null} */
const swap = (file, find, text) => files => files[file]?.includes(find) ? { file, find, text } : null;

/** Rows that say the same of the number that the threshold has now. @param {Files} files @returns {Edit | null} */
function rows(files) {
  const found = ROWS.exec(files[FEATURE] ?? "");
  if (!found) return null;
  const now = Number(number(files));
  const [find, one = "", two = "", three = "", four = "", five = ""] = found;
  return { file: FEATURE, find, text: `${one} ${now - 1}${two} ${now}${three} ${now - 1}${four} ${now - 1}${five}` };
}

/** @type {Step[]} */
export const STEPS = [
  {
    nl: ["Lees een regel", "Hieronder staat een bestand met regels. Zoek de regel `weinig_overleg`, en klik erop."],
    en: ["Read a rule", "Below is a file with rules. Find the rule `weinig_overleg`, and click on it."],
    where: [RULES, /\n {2}weinig_overleg:/],
    done: seen => {
      const found = READ.exec(seen.files[RULES] ?? "");
      return seen.open === RULES && found !== null && seen.offset > found.index + 1 && seen.offset <= found.index + found[0].length;
    },
  },
  {
    nl: ["Maak een fout", "Bij ‘Op deze plek’ lees je de regel nu als een zin.",
      "Haal achter `als:` de laatste letter van `vast_moment` weg. Kijk wat er gebeurt."],
    en: ["Make a mistake", "At ‘At this place’ you now read the rule as a sentence.",
      "Behind `als:`, take away the last letter of `vast_moment`. See what happens."],
    where: [RULES, WHEN],
    edit: swap(RULES, "als: vast_moment ", "als: vast_momen "),
    done: seen => (wrong(seen) ?? 0) > 0,
  },
  {
    nl: ["Maak het weer goed", "Onder de tekst staat wat er niet klopt, op welke regel, en wat je waarschijnlijk bedoelde.", "Zet de letter terug: `vast_moment`."],
    en: ["Put it right", "Under the text it says what is wrong, on which line, and what you probably meant.", "Put the letter back: `vast_moment`."],
    where: [RULES, WHEN],
    edit: swap(RULES, "als: vast_momen ", "als: vast_moment "),
    done: seen => wrong(seen) === 0,
  },
  {
    nl: ["Verander een grens", "Met 6 overleggen in een jaar is het hier genoeg. Stel: jullie vinden 8 genoeg.",
      "Zoek onder `grenzen:` de grens `genoeg_overleggen`. Maak van de 6 een 8."],
    en: ["Change a threshold", "Here 6 meetings a year are enough. Suppose you think it should be 8.",
      "Under `grenzen:`, find the threshold `genoeg_overleggen`. Change the 6 into an 8."],
    where: [RULES, THRESHOLD],
    edit: swap(RULES, "genoeg_overleggen:\n    waarde: 6", "genoeg_overleggen:\n    waarde: 8"),
    done: seen => number(seen.files) !== FIRST && (failing(seen) ?? 0) > 0,
  },
  {
    nl: ["Een scenario merkt het", "Er is niets stuk. Een scenario zegt nog wat jullie eerst vonden: met 6 overleggen is het genoeg.",
      "Kijk bij ‘Scenario's’, en druk bij het foute scenario op ‘Ga erheen’."],
    en: ["A scenario notices", "Nothing is broken. A scenario still says what you thought first: 6 meetings are enough.",
      "Look at ‘Scenarios’, and press ‘Go there’ with the scenario that failed."],
    part: "scenarios",
    done: seen => seen.open === FEATURE,
  },
  {
    nl: ["Pas het scenario aan", "Jullie meenden het. Laat het scenario zeggen wat jullie nu vinden.",
      "Zoek in de tabel de rij `| nee | 6 | geldt niet |`. Maak van de 6 een 8."],
    en: ["Change the scenario", "You meant it. Let the scenario say what you think now.",
      "In the table, find the row `| nee | 6 | geldt niet |`. Change the 6 into an 8."],
    where: [FEATURE, ROWS],
    edit: rows,
    done: seen => number(seen.files) !== FIRST && failing(seen) === 0,
  },
  {
    nl: ["Klaar!", "Alle scenario's zijn weer goed. Zo verander je een regel: je past een getal aan, een scenario merkt het, en je kijkt of je het zo bedoelt.",
      "Wil je meer zien? Bij ‘Probeer het op een samenwerking’ zie je welk advies je regels geven."],
    en: ["Done!", "All scenarios pass again. This is how you change a rule: you change a number, a scenario notices, and you see whether you meant it so.",
      "Do you want to see more? At ‘Try it on a partnership’ you see which advice your rules give."],
    done: () => false,
  },
];

/** The step that comes after those that are done. @param {number} step @param {Seen} seen */
export function after(step, seen) {
  const found = STEPS[step];
  return found?.done(seen) ? step + 1 : step;
}
