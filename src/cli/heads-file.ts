import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { MarkFault, Marks, TableCount } from '#domain/access/marks.ts'
import { callersPath, exitCodes, placeOf, stop } from '#src/cli/context.ts'

type Line = TableCount & { readonly mark: string }

const textOf = ({ scope, kind, changes, digest }: TableCount): string =>
  lengthPrefixed(['village-fund/kept/1', scope, kind, `${changes}`, digest])

/** Where heads are kept, from the settings; never beside the database, where whoever writes it could write them too. */
export const headsPath = (file: string | undefined, url: string): string | undefined => {
  if (file === undefined || file === '') return undefined
  const path = callersPath(file)
  const place = placeOf(url)
  if (place.kind === 'file' && dirname(resolve(place.path)) === dirname(resolve(path)))
    throw stop(
      'HEADS_FILE must lie in another folder than the database: whoever can write there could write both',
      exitCodes.broken,
    )
  return path
}

/** What a file keeps; lines that bear no mark of ours, or are none, are told and not believed. */
export const readHeads = (
  path: string,
  marks: Marks,
): { readonly kept: readonly TableCount[]; readonly foreign: number } | undefined => {
  if (!existsSync(path)) return undefined
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  const kept = lines.flatMap((text): TableCount[] => {
    try {
      const { mark, ...line } = JSON.parse(text) as Line
      return marks.ageOf(textOf(line), mark) === undefined ? [] : [line]
    } catch {
      return []
    }
  })
  return { kept, foreign: lines.length - kept.length }
}

/** Writes all or nothing: a machine that stops half-way leaves what was kept before. */
export const writeHeads = (path: string, marks: Marks, counts: readonly TableCount[]): void => {
  const lines = counts.map(({ scope, kind, changes, digest }) => {
    const line = { scope, kind, changes, digest }
    return `${JSON.stringify({ ...line, mark: marks.mark(textOf(line)) })}\n`
  })
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.new`, lines.join(''), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

const journals: Readonly<Record<string, string>> = {
  entry: 'the journal of fund',
  network_entry: 'the journal of network',
}

/** In words for whoever has the machine. */
export const saidOfKept = ({ scope, kind, key, fault }: MarkFault): string => {
  const what = journals[kind] ?? `table ${kind} of`
  return fault === 'not-complete'
    ? `${what} ${scope} stood further when it was kept (${key}): an older copy was put back, or its end was cut off`
    : `${what} ${scope} is another one than was kept (${key}): it was written anew`
}
