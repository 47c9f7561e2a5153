import type { Currency } from '#domain/kernel/money.ts'
import { type Pieces, notesOf, worthOf } from '#domain/fund/meeting/banknotes.ts'
import type { Count } from '#domain/fund/meeting/meetings.ts'
import { amountIn, sharesIn } from '#src/desk/entered.ts'

/** What is wrong with a count: a note's pieces, the sum, or nothing at all that was counted. */
export type CountFault = 'pieces' | 'digits' | 'nothing' | 'differs'
export type CountFaults = ReadonlyMap<string, CountFault>

export const noteField = (note: number): string => `n-${note}`
export const sumName = 'sum'

type Of = (name: string) => string

const piecesIn = (of: Of, currency: Currency, faults: Map<string, CountFault>): Pieces[] =>
  notesOf(currency).flatMap((note) => {
    const read = sharesIn(of(noteField(note)))
    if (read === 'not-digits' || read === 'too-large') faults.set(noteField(note), 'pieces')
    return typeof read === 'number' ? [{ note, pieces: read }] : []
  })

const sumIn = (of: Of, currency: Currency, faults: Map<string, CountFault>): number | undefined => {
  const read = amountIn(of(sumName), currency)
  if (typeof read === 'number') return read
  if (read === 'zero') return 0
  if (read !== 'missing') faults.set(sumName, 'digits')
  return undefined
}

export type CountRead = { readonly count: Count; readonly faults: CountFaults }

/** Reads a count of the box, in digits of either script: notes, a sum, or both where they agree. */
export const countIn = (of: Of, currency: Currency): CountRead => {
  const faults = new Map<string, CountFault>()
  const notes = piecesIn(of, currency, faults)
  const sum = sumIn(of, currency, faults)
  const worth = worthOf(notes)
  if (faults.size === 0 && notes.length === 0 && sum === undefined) faults.set(sumName, 'nothing')
  if (faults.size === 0 && notes.length > 0 && sum !== undefined && sum !== worth)
    faults.set(sumName, 'differs')
  const amount = sum ?? worth
  const counted = notes.length === 0 ? {} : { notes }
  return { count: { amount, isByNote: true, ...counted }, faults }
}
