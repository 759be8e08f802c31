/** Reads the stamp of an owner's data: equal stamps mean that nothing was committed in between. */
export type ReadStamp = () => Promise<string>;

/**
 * Tells an owner's stamp as of a moment after the question was asked, with as few reads as that allows.
 *
 * Questions that arrive while a read is under way share the next one: a read begun before a question may have missed a
 * change its asker already knows of, one begun after it cannot. So a thousand questions at once cost two reads.
 */
export class VersionClock {
  readonly #read: ReadStamp;
  #running: Promise<string> | null = null;
  #next: Promise<string> | null = null;

  constructor(read: ReadStamp) {
    this.#read = read;
  }

  /** Rejects when the owner does not answer. */
  current(): Promise<string> {
    if (this.#running === null) return this.#start();
    // A failed read says nothing about the next one.
    this.#next ??= this.#running.then(
      () => this.#start(),
      () => this.#start(),
    );
    return this.#next;
  }

  #start(): Promise<string> {
    this.#next = null;
    const read = this.#read();
    this.#running = read;
    const settled = () => {
      if (this.#running === read) this.#running = null;
    };
    read.then(settled, settled);
    return read;
  }
}
