/** Ends what global setup started. */
export default async function teardown(): Promise<void> {
  await globalThis.stopSharedServers?.();
}
