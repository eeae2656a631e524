// What stands around every screen of a page: its name, its language, what matters now, and what stays on the device.

import { h } from "./dom.js";

/** @typedef {import("./library.js").Language} Language */
/** @typedef {{ skip: string, other: string, stays: string, forget: string, offline: string }} Words */

/** Whether the page opens without a network. */
let isOffline = false;

/**
 * @param {Words} words @param {Language} language @param {Node} name
 * @param {(other: Language) => void} speak @param {() => void} forget
 */
export function frame(words, language, name, speak, forget) {
  const other = language === "nl" ? "en" : "nl";
  document.documentElement.lang = language;
  document.querySelector(".skip")?.replaceChildren(words.skip);
  document.querySelector("header")?.replaceChildren(
    h("p", { class: "name" }, name),
    h("button", { type: "button", class: "plain", lang: other, click: () => speak(other) }, words.other));
  document.querySelector("footer")?.replaceChildren(
    h("p", {}, words.stays),
    h("button", { type: "button", class: "plain", click: forget }, words.forget),
    isOffline ? h("p", {}, words.offline) : "");
}

/** Let the first link of the page lead to what it is about; the address may say which screen is shown. */
export function letSkip() {
  document.querySelector(".skip")?.addEventListener("click", event => {
    event.preventDefault();
    document.querySelector("main")?.focus();
  });
}

/** Let its reader begin anew, at the heading. @param {HTMLElement} shown */
export function toHeading(shown) {
  const heading = shown.querySelector("h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
  scrollTo(0, 0);
}

/** Say something that matters now. @param {Node | string} text @param {boolean} [wrong] */
export function say(text, wrong = false) {
  const told = document.querySelector("#told");
  if (!told) return;
  told.className = wrong ? "wrong" : "";
  told.replaceChildren(text);
  if (text) told.scrollIntoView({ block: "nearest" });
}

/** Keep the files of the page on this device, and tell when it opens without a network. @param {() => string} told */
export async function workOffline(told) {
  try {
    await navigator.serviceWorker.register("service-worker.js");
    await navigator.serviceWorker.ready;
    isOffline = true;
    document.querySelector("footer")?.append(h("p", {}, told()));
  } catch {
    // a browser that does not do this: the page works with a network
  }
}
