import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import { sha256 } from '#infra/system/system.ts'
import { idOf } from '#test/contract/village-life.ts'

/** Numbers, links and hashes made anew by whoever can write the whole database. */
export const sealedAnew = (forged: readonly JournalRow[]): JournalRow[] => {
  let prevHash = ''
  return forged.map((row, i) => {
    const next = { ...row, seq: i + 1, prevHash }
    const hash = sha256(canonicalEntry(next))
    prevHash = hash
    return { ...next, hash }
  })
}

/** A different sum in both postings of an entry, so that it still adds up. */
const richer = (row: JournalRow): JournalRow => ({
  ...row,
  data: row.data.replaceAll(
    /"amount":(-?)(\d+)/g,
    (_, sign, digits) => `"amount":${sign}1${digits}`,
  ),
})

type Forgery = { readonly rows: JournalRow[]; readonly from: number }
export const forgeries = ['changed', 'left-out', 'put-in', 'swapped', 'cut', 'dated-anew'] as const
type Kind = (typeof forgeries)[number]

/** What an intruder makes of a book, and the first entry that is no longer what it was. */
export const forge = (rows: readonly JournalRow[], kind: Kind, at: number): Forgery => {
  const forged = [...rows]
  const one = rows[at]!
  if (kind === 'changed') forged[at] = richer(one)
  if (kind === 'dated-anew') forged[at] = { ...one, effectiveOn: '2020-01-01' }
  if (kind === 'left-out') forged.splice(at, 1)
  if (kind === 'put-in') forged.splice(at, 0, { ...one, id: idOf(999) })
  if (kind === 'swapped') [forged[at], forged[at - 1]] = [rows[at - 1]!, one]
  if (kind === 'cut') forged.splice(at)
  return { rows: forged, from: (kind === 'swapped' ? at - 1 : at) + 1 }
}
