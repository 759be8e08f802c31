// Loaded into each service before its own program: a service whose launcher is gone, killed for instance, stops too.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
