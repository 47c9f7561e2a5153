/** Files of a zip file in which nothing is packed, by their names (APPNOTE.TXT 4.3.7). */
export const filesInZip = (bytes: Buffer): Map<string, Uint8Array> => {
  const files = new Map<string, Uint8Array>()
  for (let at = 0; bytes.readUInt32LE(at) === 0x04_03_4b_50;) {
    const [size, nameLength, moreLength] = [
      bytes.readUInt32LE(at + 18),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ]
    const from = at + 30 + nameLength + moreLength
    const name = bytes.toString('utf8', at + 30, at + 30 + nameLength)
    files.set(name, new Uint8Array(bytes.subarray(from, from + size)))
    at = from + size
  }
  return files
}
