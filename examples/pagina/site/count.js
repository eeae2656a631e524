/** How many there are, in words. @param {number} n @param {string} one @param {string} more */
export const count = (n, one, more) => `${n} ${n === 1 ? one : more}`;
