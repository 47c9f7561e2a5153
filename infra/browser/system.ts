import type { Clock } from '#domain/ports.ts'

/** This phone's clock. Nothing is judged by it: what a row is dated by is the service's. */
export const phoneClock: Clock = () => new Date().toISOString()

/** Bytes as base64url. */
export const toText = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
