const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Width and height in pixels of a PNG, read from its header; nulls for anything else. */
export function pngSize(
  bytes: Uint8Array,
): { width: number; height: number } | { width: null; height: null } {
  if (bytes.length < 24 || SIGNATURE.some((byte, at) => bytes[at] !== byte))
    return { width: null, height: null }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
