/**
 * Objects whose members are made when they are first read: a request uses few of the loaders there are.
 *
 * `lazily<Source>()(makers)` gives the way to make such an object of a source; what that costs does not grow with the
 * members it may have.
 */
export function lazily<Source>() {
  return <Members extends object>(makers: {
    readonly [Name in keyof Members]: (source: Source) => Members[Name];
  }): ((source: Source) => Readonly<Members>) => {
    class Lazy {
      readonly #source: Source;

      constructor(source: Source) {
        this.#source = source;
      }

      static {
        for (const name of Object.keys(makers) as (keyof Members & string)[]) {
          Object.defineProperty(Lazy.prototype, name, {
            get(this: Lazy) {
              const value = makers[name](this.#source);
              Object.defineProperty(this, name, { value });
              return value;
            },
          });
        }
      }
    }
    return (source) => new Lazy(source) as unknown as Readonly<Members>;
  };
}
