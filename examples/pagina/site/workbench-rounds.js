// Work that is done at each pause of who writes: one thing at a time, and only the last.

const PAUSE = 400;

/** Work for which the text stood still for a moment; it hears when it has become stale. */
export class Rounds {
  /** @param {(isStale: () => boolean) => Promise<void>} work @param {number} [pause] in milliseconds */
  constructor(work, pause = PAUSE) {
    this.work = work;
    this.pause = pause;
    this.version = 0;
    this.isBusy = false;
    this.timer = 0;
  }

  /** Something changed: work when it has been still. */
  stir() {
    this.version++;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.begin(), this.pause);
  }

  async begin() {
    if (this.isBusy) return; // who is busy begins anew where something has changed
    this.isBusy = true;
    const { version } = this;
    try {
      await this.work(() => version !== this.version);
    } finally {
      this.isBusy = false;
    }
    if (version !== this.version) this.stir();
  }
}
