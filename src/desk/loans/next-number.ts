import type { Loan } from '#domain/loans/loan.ts'

/** The last digits of a number, with what stands before them. */
const parts = /^(.*?)(\d+)$/

/** The number that follows that of the newest loan, written as it is; undefined where none ends in digits. */
export const nextNumberOf = (
  loans: readonly Pick<Loan, 'number' | 'origin'>[],
): string | undefined => {
  const inOrder = loans.toSorted((a, b) =>
    `${a.origin.on} ${a.number}` < `${b.origin.on} ${b.number}` ? -1 : 1,
  )
  const last = inOrder.findLast(({ number }) => parts.test(number))
  const [, head, digits] = last === undefined ? [] : parts.exec(last.number)!
  if (head === undefined || digits === undefined) return undefined
  const taken = new Set(loans.map(({ number }) => number))
  // Numbers may have more digits than can be counted on otherwise.
  for (let next = BigInt(digits) + 1n; ; next += 1n) {
    const number = `${head}${String(next).padStart(digits.length, '0')}`
    if (!taken.has(number)) return number
  }
}
