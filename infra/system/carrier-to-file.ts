import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Carrier } from '#domain/fund/messages.ts'

const onlyForUs = { mode: 0o600 } as const

/**
 * Leaves each text as a file of its own, `out/<id>.json`, for a program beside a phone or a modem that sends it and
 * takes the file away. A file is there whole or not at all, and the same text again is the same file.
 */
export const carrierToFiles =
  (folder: string): Carrier =>
  async ({ id, to, text }) => {
    try {
      const out = join(folder, 'out')
      await mkdir(out, { recursive: true, mode: 0o700 })
      const unfinished = join(out, `.${id}`)
      await writeFile(unfinished, `${JSON.stringify({ id, to, text })}\n`, onlyForUs)
      await rename(unfinished, join(out, `${id}.json`))
      return 'taken'
    } catch {
      // A full or missing disk is a gateway that takes nothing just now.
      return 'not-taken'
    }
  }

type IncomingFile = { readonly name: string; readonly from: string; readonly text: string }

const textMax = 2000

const incomingOf = (name: string, written: string): IncomingFile | undefined => {
  try {
    const { from, text } = JSON.parse(written) as { from?: unknown; text?: unknown }
    return typeof from === 'string' && typeof text === 'string' && text.length <= textMax
      ? { name, from, text }
      : undefined
  } catch {
    return undefined
  }
}

/** Texts that came in, `in/<name>.json` with `from` and `text`, by name; what cannot be read is named and left there. */
export const incomingFiles = async (
  folder: string,
): Promise<{ readonly texts: readonly IncomingFile[]; readonly unreadable: readonly string[] }> => {
  const names = await readdir(join(folder, 'in')).catch(() => [])
  const texts: IncomingFile[] = []
  const unreadable: string[] = []
  for (const name of names.filter((one) => /^\w[\w.-]*\.json$/.test(one)).toSorted()) {
    const found = incomingOf(name, await readFile(join(folder, 'in', name), 'utf8'))
    if (found) texts.push(found)
    else unreadable.push(name)
  }
  return { texts, unreadable }
}

/** Takes an incoming file away once it is answered. */
export const dropIncoming = (folder: string, name: string): Promise<void> =>
  rm(join(folder, 'in', name), { force: true })
