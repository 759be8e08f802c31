// Both benchmarks, one after the other, with the same flags; --only, --folder and --operations are for one alone.
await import("./main.js");
await import("./county-main.js");
