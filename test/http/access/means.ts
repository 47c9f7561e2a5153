import type { Keys, Target } from '#test/http/access/targets.ts'

/** What a request can be made of beside the things that its path names. */
export type Means = {
  readonly target: Target
  readonly newId: () => string
  readonly keys: () => Promise<Keys>
  /** A printed card of a neighbour with its PIN, for whoever comes by card. */
  readonly card: () => Promise<{ readonly token: string; readonly pin: string }>
  readonly isDryRun: boolean
}

export type Made = {
  readonly query?: string
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  readonly files?: () => FormData
}

/** Members of an older book, one that nobody has yet. */
export const membersFile = ({ newId, isDryRun }: Means): Made => {
  const files = new FormData()
  const card = newId().slice(-6)
  files.append('sheet', new Blob([`card,sex,zone,savings\nS${card},f,Z1,1000\n`]), 'members.csv')
  return { query: isDryRun ? '?dryRun=true' : '', files: () => files }
}

/** The window of a small fund is named as its cards are. */
export const loansFile = ({ newId, target, isDryRun }: Means): Made => {
  const files = new FormData()
  const head = 'card,loan,system,principal,rate_percent,instalments,disbursed,principal_owed'
  const line = `${target.windowId}-M0,F-${newId().slice(-8)},fineract,100000,12,10,2024-10-20,50000`
  files.append('sheet', new Blob([`${head}\n${line}\n`]), 'loans.csv')
  return { query: isDryRun ? '?dryRun=true' : '', files: () => files }
}

/** A page has no dry run: it shows before it writes. */
export const onPage =
  (made: (means: Means) => Made) =>
  (means: Means): Made =>
    made({ ...means, isDryRun: false })
