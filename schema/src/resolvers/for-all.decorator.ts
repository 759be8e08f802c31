const methods = new WeakMap<Function, Set<string>>();

/**
 * Says of a field resolver that it takes all parents at one time, as its `@Root()`: it gives, or promises, a list with
 * the value of each in their order, or the Error it fails with. A throw fails the field of every parent.
 *
 * Its parameters must be ones that are handed over as they are: parents, context, scalar and enum arguments. Parents may
 * lie anywhere in a response; a parent may come twice.
 */
export function ForAll(): MethodDecorator {
  return ({ constructor }, name) => {
    const known = methods.get(constructor) ?? new Set();
    methods.set(constructor, known.add(name as string));
  };
}

/** Whether a method of a resolver class is marked with {@link ForAll}. */
export function takesAll({ target, methodName }: { readonly target: Function; readonly methodName: string }): boolean {
  return methods.get(target)?.has(methodName) ?? false;
}
