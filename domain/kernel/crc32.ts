const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1)
    value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1
  return value
})

/** CRC-32 as zip files have it: it finds what a camera or a copying hand got wrong, and proves nothing against anybody. */
export const crc32 = (bytes: Uint8Array): number => {
  let sum = 0xff_ff_ff_ff
  for (const byte of bytes) sum = (sum >>> 8) ^ table[(sum ^ byte) & 255]!
  return (sum ^ 0xff_ff_ff_ff) >>> 0
}
