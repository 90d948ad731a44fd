/** A new Idempotency-Key. (`randomUUID` exists on https only; offices also use this inside their own network.) */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
