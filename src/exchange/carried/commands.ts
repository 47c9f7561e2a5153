import { carriedMax, joined, partsOf } from '#src/exchange/carried/parts.ts'

/*
 * A list of commands on its way without a line: what the fund's address takes as JSON, packed. It is not sealed: whoever reads
 * it reads the sums of a meeting, so a phone shows it to the desk and to nobody else, or seals it first. It proves nothing
 * either: whoever brings it in sends it as their own, and each command is judged as if it came by the line.
 */

const format = 'village-fund/commands/1'

export type CarriedCommands = { readonly fundId: string; readonly commands: readonly unknown[] }

/** How many commands a list may have, as the API takes them at once. */
export const carriedCommandsMax = 500
const unpackedMax = 4 * 1024 * 1024

/** What of an item was closed to the service; undefined for a command that can be read. */
export const sealedIn = (item: unknown): string | undefined => {
  const { sealed } = (item ?? {}) as { readonly sealed?: unknown }
  return typeof sealed === 'string' ? sealed : undefined
}

/** Whether any of a list comes from a phone whose book is shut: it was sealed there, and nobody has looked at it since. */
export const isLeftBehind = ({ commands }: CarriedCommands): boolean =>
  commands.some((item) => sealedIn(item) !== undefined)

/** Runs bytes through a packer of the runtime; undefined for what it cannot unpack, or what would be too much. */
const through = async (
  bytes: Uint8Array,
  stream: { readonly readable: ReadableStream; readonly writable: WritableStream },
): Promise<Uint8Array | undefined> => {
  const writer = stream.writable.getWriter()
  const written = writer.write(bytes).then(() => writer.close())
  written.catch(() => undefined)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream.readable as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > unpackedMax) return undefined
      chunks.push(chunk)
    }
  } catch {
    return undefined
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** Packs commands into bytes, to be sealed or made into parts. */
export const packedCommands = async (carried: CarriedCommands): Promise<Uint8Array> => {
  const text = JSON.stringify({ format, ...carried })
  const packed = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'))
  if (!packed || packed.length > carriedMax) throw new RangeError('Too much to be carried at once.')
  return packed
}

/** Reads bytes back into commands; undefined for anything else, and for a list that is empty or too long. */
export const commandsIn = async (bytes: Uint8Array): Promise<CarriedCommands | undefined> => {
  const unpacked = await through(bytes, new DecompressionStream('deflate-raw'))
  if (!unpacked) return undefined
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(unpacked))
    if (typeof read !== 'object' || read === null) return undefined
    const { format: of, fundId, commands } = read as Readonly<Record<string, unknown>>
    if (of !== format || typeof fundId !== 'string' || !Array.isArray(commands)) return undefined
    const isList = commands.length > 0 && commands.length <= carriedCommandsMax
    return isList ? { fundId, commands } : undefined
  } catch {
    return undefined
  }
}

/** The lines that carry commands: each for one square code, all together for a file. */
export const linesOfCommands = async (carried: CarriedCommands): Promise<readonly string[]> =>
  partsOf(await packedCommands(carried))

/** What lines that were read carry, or why they carry nothing yet. */
export const commandsInLines = async (
  lines: readonly string[],
): Promise<CarriedCommands | Exclude<ReturnType<typeof joined>, { bytes: Uint8Array }>> => {
  const whole = joined(lines)
  if (!('bytes' in whole)) return whole
  return (await commandsIn(whole.bytes)) ?? { why: 'spoilt' }
}
