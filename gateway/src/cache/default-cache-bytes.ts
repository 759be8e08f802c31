/** Bytes of kept answers at most, unless something else is asked for: enough for some thousand of usual size. */
export const DEFAULT_CACHE_BYTES = 67_108_864;
