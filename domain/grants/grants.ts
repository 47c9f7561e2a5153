import type { LocalDate } from '#domain/kernel/dates.ts'
import { text } from '#domain/kernel/shape.ts'
import type { WindowTerms } from '#domain/grants/terms.ts'

/**
 * A donor's restricted money. Every grant, of every kind, is a number and a sum here: no payee and no
 * kind, so that none of them marks a survivor.
 */
export type GrantWindow = {
  readonly windowId: string
  readonly grants: readonly {
    readonly grantNumber: string
    readonly amount: number
    readonly paidOn: LocalDate
  }[]
  /** What the donor has agreed, where it was written down. */
  readonly terms?: WindowTerms
}

export const windowPattern = /^[a-z][a-z0-9-]{0,39}$/

export const windowId = text(windowPattern, { code: 'window-not-a-code', example: 'transport' })

export const isWindowId = (text: string): boolean => windowPattern.test(text)
