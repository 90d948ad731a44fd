/** How files of each accepted type begin. */
const SIGNATURES = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
} as const;

/** Whether the content begins as files of the stated type do. What a browser says about a file proves nothing. */
export function isOfType(content: Uint8Array, mediaType: string): boolean {
  if (!Object.hasOwn(SIGNATURES, mediaType)) return false;
  return SIGNATURES[mediaType as keyof typeof SIGNATURES].every((byte, index) => content[index] === byte);
}
