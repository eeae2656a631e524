// Elements of a page, made from plain values; text is always text.

/** @typedef {Node | string | null | false | undefined} Child */

/**
 * Make an element. A function as a value listens; `true` is an attribute without a value; false and null are left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name @param {Record<string, unknown>} [attributes] @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, /** @type {EventListener} */ (value));
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...children.filter(child => child !== null && child !== false && child !== undefined).map(child => child ?? ""));
  return made;
}

/** A part of a page that the library made, without its style: the page has that already. @param {string} html */
export function part(html) {
  const bare = html.replace(/<style>[^]*?<\/style>/g, "");
  const found = new DOMParser().parseFromString(bare, "text/html").body.firstElementChild;
  return [...(found?.childNodes ?? [])];
}

/** Hand something to the reader as a file. @param {string} name @param {BlobPart} found @param {string} [type] */
export function download(name, found, type = "application/x-yaml") {
  const url = URL.createObjectURL(new Blob([found], { type }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Ask what to do before something is lost; -1: nothing was chosen.
 * @param {string} question @param {string[]} answers @returns {Promise<number>}
 */
export function choose(question, answers) {
  return new Promise(resolve => {
    const close = (/** @type {number} */ answer) => () => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    const buttons = answers.map((answer, place) =>
      h("button", { type: "button", class: place ? "plain" : null, click: close(place) }, answer));
    const dialog = h("dialog", { "aria-labelledby": "asked", cancel: close(-1) },
      h("p", { id: "asked" }, question), h("p", { class: "buttons" }, ...buttons));
    document.body.append(dialog);
    dialog.showModal();
  });
}
