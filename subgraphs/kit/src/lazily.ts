/**
 * Objects whose members are made when they are first read: a request uses few of the loaders there are.
 *
 * `lazily<Source>()(makers)` gives the way to make such an object of a source.
 */
export function lazily<Source>() {
  return <Members extends object>(makers: {
    readonly [Name in keyof Members]: (source: Source) => Members[Name];
  }): ((source: Source) => Readonly<Members>) => {
    const names = Object.keys(makers) as (keyof Members & string)[];

    class Lazy {
      readonly #source: Source;
      // By place, not as properties: objects whose members come one by one would take a shape for every order.
      readonly #made: unknown[] = [];

      constructor(source: Source) {
        this.#source = source;
      }

      static {
        for (const [place, name] of names.entries()) {
          const make = makers[name];
          Object.defineProperty(Lazy.prototype, name, {
            get(this: Lazy) {
              return (this.#made[place] ??= make(this.#source));
            },
          });
        }
      }
    }
    return (source) => new Lazy(source) as unknown as Readonly<Members>;
  };
}
