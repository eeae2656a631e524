// Every text of the page itself, by language.

import { en } from "./words-en.js";
import { nl } from "./words-nl.js";

/** @typedef {typeof nl} Words */

export const WORDS = { nl, en };
