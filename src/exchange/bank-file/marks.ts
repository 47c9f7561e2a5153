import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { HeldElsewhere } from '#domain/fund/bank.ts'
import type { BankLine } from '#domain/fund/bank-lines.ts'
import type { Hasher, Signer } from '#domain/ports.ts'
import type { FileLine } from '#src/exchange/bank-file/read.ts'

/** What a line is known again by. */
export type MarkNeeds = { readonly hash: Hasher; readonly signer: Pick<Signer, 'mark'> }

/** A reference however it was typed: without spaces at the ends, in one case. */
const plain = (reference: string): string =>
  reference.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toUpperCase()

const saidBy = ({ on, amount, reference, balance }: FileLine): string[] => [
  on,
  String(amount),
  plain(reference),
  // Where the bank gives no reference, what was there after it tells two like sums of a day apart.
  reference === '' && balance !== undefined ? String(balance) : '',
]

/**
 * The mark of each line, in their order: the same line has the same one in every file. It is a hash of a signature
 * with the fund's own key, so that nobody who reads the journal can try out names, days and sums until one fits. The
 * bank's description is not in it.
 */
export const marksOf = (
  { hash, signer }: MarkNeeds,
  { fundId, place }: { readonly fundId: string; readonly place: HeldElsewhere },
  lines: readonly FileLine[],
): readonly string[] => {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const said = saidBy(line)
    const key = lengthPrefixed(said)
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    const text = lengthPrefixed(['village-fund/bank-line/1', fundId, place, ...said, String(nth)])
    return hash(signer.mark(fundId, text))
  })
}

/**
 * The id of the command that confirms a line: the same line confirmed twice is one entry. What was taken back makes
 * room for the next id.
 */
export const matchIdOf = (
  hash: Hasher,
  { fundId, mark }: { readonly fundId: string; readonly mark: string },
  known: (id: string) => boolean,
): string => {
  let place = 0
  for (;;) {
    const id = uuidOfHash(hash(lengthPrefixed([fundId, 'bank-line', mark, String(place)])))
    if (!known(id)) return id
    place += 1
  }
}

/** The lines that were confirmed and stand, by their mark. */
export const confirmedBy = (
  bankLines: readonly BankLine[],
  place: HeldElsewhere,
): ReadonlyMap<string, BankLine> =>
  new Map(bankLines.filter((line) => line.place === place).map((line) => [line.mark, line]))
