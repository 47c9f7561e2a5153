import { latinDigits } from '#domain/kernel/money.ts'

const partsOf = (card: string): readonly (string | number)[] =>
  latinDigits(card)
    .split(/(\d+)/)
    .filter((part) => part !== '')
    .map((part) => (/^\d/.test(part) ? Number(part) : part))

const compared = (a: string | number | undefined, b: string | number | undefined): number => {
  if (a === b) return 0
  if (a === undefined) return -1
  if (b === undefined) return 1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : 1
}

/** Cards as they lie on the table: M2 before M10, whatever the script of the digits. */
export const inCardOrder = (a: { readonly card: string }, b: { readonly card: string }): number => {
  const [left, right] = [partsOf(a.card), partsOf(b.card)]
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const order = compared(left[i], right[i])
    if (order !== 0) return order
  }
  return a.card < b.card ? -1 : a.card > b.card ? 1 : 0
}
