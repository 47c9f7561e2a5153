import { fileNames, fundFile } from '#src/exchange/paper-book/columns.ts'
import { type BookFault, type FaultCode, fault } from '#src/exchange/paper-book/faults.ts'
import { type BookSource, fileBytesMax } from '#src/exchange/paper-book/files.ts'
import { filesOfZip } from '#src/exchange/workbook/parts.ts'

/** The files of a book by their names. */
export type BookFiles = ReadonlyMap<string, Uint8Array>

export const bookFileNames: readonly string[] = [fundFile, ...fileNames]

/** Where the files of a book are read from, once they are here. */
export const sourceOf =
  (files: BookFiles): BookSource =>
  async (file) => {
    const bytes = files.get(file)
    return bytes === undefined ? 'missing' : bytes.length > fileBytesMax ? 'too-large' : bytes
  }

const zipFaults: Readonly<Record<string, FaultCode>> = {
  'workbook-encrypted': 'zip-encrypted',
  'workbook-too-large': 'zip-too-large',
  'name-twice': 'zip-name-twice',
}

/** The files of a book in a zip, in folders or not, or what is wrong with it; undefined where it is no such zip. */
export const zippedBook = async (
  bytes: Uint8Array,
): Promise<{ files: BookFiles } | { faults: readonly BookFault[] } | undefined> => {
  const files = await filesOfZip(bytes, bookFileNames)
  if (files === undefined) return undefined
  if (typeof files === 'string')
    return { faults: [fault('zip', {}, zipFaults[files] ?? 'zip-broken')] }
  return files.size === 0 ? { faults: [fault('zip', {}, 'book-not-there')] } : { files }
}
