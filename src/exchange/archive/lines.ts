import { ArchiveFault } from '#src/exchange/archive/faults.ts'
import { lineBytesMax } from '#src/exchange/archive/format.ts'

export type ByteSource = AsyncIterable<Uint8Array>

const pieceBytes = 64 * 1024
const lineEnd = 0x0a

/** Bytes as a stream that asks for the next piece when there is room for it. */
const streamOf = (source: ByteSource): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const pieces = source[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done === true) controller.close()
      else controller.enqueue(value as Uint8Array<ArrayBuffer>)
    },
    cancel: async () => {
      await pieces.return?.()
    },
  })
}

/** The pieces of a stream; whoever stops before its end lets its source go. */
async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  let isOver = false
  try {
    for (;;) {
      const { done, value } = await reader.read()
      isOver = done
      if (done) return
      yield value
    }
  } finally {
    if (!isOver) await reader.cancel().catch(() => undefined)
  }
}

/** Lines, each ending in a line feed, as bytes; many lines a piece, because each piece costs a turn. */
async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = ''
  for await (const line of lines) {
    text += `${line}\n`
    if (text.length < pieceBytes) continue
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(text)
}

export const gzipped = (lines: AsyncIterable<string>): ByteSource =>
  piecesOf(streamOf(encoded(lines)).pipeThrough(new CompressionStream('gzip')))

type RawLine = { readonly number: number; readonly bytes: Uint8Array }

const joined = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  if (left.length === 0) return right
  const both = new Uint8Array(left.length + right.length)
  both.set(left)
  both.set(right, left.length)
  return both
}

/**
 * The lines of a gzip file as they come, without their line feeds. No more than one line and one piece
 * is held, however much the file swells. Throws `ArchiveFault` where it is no gzip file, or breaks off.
 */
export async function* gunzippedLines(source: ByteSource): AsyncGenerator<RawLine> {
  let number = 1
  let rest: Uint8Array = new Uint8Array(0)
  const inflated = piecesOf(streamOf(source).pipeThrough(new DecompressionStream('gzip')))
  try {
    for await (const piece of inflated) {
      let from = 0
      for (let end = piece.indexOf(lineEnd); end >= 0; end = piece.indexOf(lineEnd, from)) {
        const bytes = joined(rest, piece.subarray(from, end))
        if (bytes.length > lineBytesMax)
          throw new ArchiveFault({ code: 'line-too-long', line: number })
        yield { number, bytes }
        rest = new Uint8Array(0)
        from = end + 1
        number += 1
      }
      rest = joined(rest, piece.subarray(from))
      if (rest.length > lineBytesMax)
        throw new ArchiveFault({ code: 'line-too-long', line: number })
    }
  } catch (error) {
    // What the web's own decompression throws for a broken file; a disk that fails throws otherwise.
    if (error instanceof TypeError) throw new ArchiveFault({ code: 'gzip-broken', line: number })
    throw error
  }
  if (rest.length > 0) throw new ArchiveFault({ code: 'end-missing', line: number })
}
