import type { SupportFile } from '#domain/grants/files.ts'
import type { SupportKind } from '#domain/grants/kinds.ts'
import { type Support, paidOn } from '#domain/grants/support.ts'
import type { GrantSource } from '#src/app/support/grant-source.ts'

type Line = { readonly windowId: string; readonly kind: SupportKind }

const without: readonly Support['state'][] = ['refused', 'turned-down', 'not-ratified']

/**
 * What a kind has of a window's budget already: what is open counts whole, what is over as it was paid. Once a file
 * is erased nobody can say which kind was paid: then it counts for each of them, so that no line is given twice.
 */
const usedOf = (
  { supports }: GrantSource,
  files: readonly SupportFile[],
  { windowId, kind }: Line,
): number => {
  const kinds = new Map(files.map((file) => [file.code, file.kind]))
  return supports
    .filter((one) => one.windowId === windowId)
    .reduce((sum, one) => {
      const its = kinds.get(one.code)
      if (its === undefined) return sum + paidOn(one)
      if (its !== kind) return sum
      const isOver = without.includes(one.state) || one.state === 'closed'
      return sum + (isOver ? paidOn(one) : Math.max(one.amount, paidOn(one)))
    }, 0)
}

type BudgetRefusal = 'window-unknown' | 'kind-not-in-window' | 'budget-of-its-kind-spent'

/** Why a window does not give so much for a kind, by what its donor said; undefined where it does. */
export const budgetRefusal = (
  book: GrantSource,
  files: readonly SupportFile[],
  wanted: Line & { readonly amount: number },
): BudgetRefusal | undefined => {
  const window = book.windows.find(({ windowId }) => windowId === wanted.windowId)
  if (!window) return 'window-unknown'
  const { terms } = window
  if (!terms) return undefined
  const line = terms.lines.find(({ kind }) => kind === wanted.kind)
  if (!line) return 'kind-not-in-window'
  return usedOf(book, files, wanted) + wanted.amount > line.amount
    ? 'budget-of-its-kind-spent'
    : undefined
}
