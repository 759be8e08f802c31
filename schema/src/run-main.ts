/**
 * Runs a process's main function. A failure is one message on the standard error stream and exit code 1: no stack,
 * as what an operator can act on is in the message.
 */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message}\n`);
    process.exit(1);
  }
}
