// What this browser keeps of the workbench. Nothing leaves the device.

import { place } from "./store.js";

/** A folder, and which of its files is open. @typedef {{ files: import("./workbench.js").Files, open: string }} Folder */
/** @typedef {{ own: Folder | null, tour: (Folder & { step: number }) | null, language: "nl" | "en" }} Kept */

export const STORE = /** @type {ReturnType<typeof place<Kept>>} */ (place("samenwerkadvies werkplaats"));
const INTERVIEW = /** @type {ReturnType<typeof place<{ language: string }>>} */ (place("samenwerkadvies"));

/** What was kept before, in the language of the rest of the page. @returns {Kept} */
export function kept() {
  const found = STORE.kept();
  const language = found?.language ?? INTERVIEW.kept()?.language;
  const [own, tour] = [found?.own, found?.tour].map(each => isFolder(each) ? each : null);
  return { own: own ?? null, tour: /** @type {Kept["tour"]} */ (tour ?? null), language: language === "en" ? "en" : "nl" };
}

/** Whether it is a folder, and not something else that was kept here. @param {any} found @returns {found is Folder} */
function isFolder(found) {
  return typeof found?.open === "string" && Object.values(found.files ?? [0]).every(text => typeof text === "string");
}
