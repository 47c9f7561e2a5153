import { sha256Digest } from '#infra/system/system.ts'

/** SHA-256 of bytes, in hexadecimal digits. */
export const digestOfBytes = (bytes: Uint8Array): string => {
  const digest = sha256Digest()
  digest.take(bytes)
  return digest.hex()
}
