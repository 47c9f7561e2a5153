/** A UUID, any version, as the journal writes it. */
export const isUuid = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value)

/** The UUIDv8 of a SHA-256 in hexadecimal: the same content has the same id, wherever it is read. */
export const uuidOfHash = (hash: string): string => {
  const variant = '89ab'[Number.parseInt(hash[16]!, 16) & 3]
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
