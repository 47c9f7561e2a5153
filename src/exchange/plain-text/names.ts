import type { FundBook } from '#domain/health/book.ts'
import {
  type AccountClass,
  type AccountId,
  classOf,
  kindOf,
  subjectOf,
} from '#domain/ledger/accounts.ts'

const roots: Readonly<Record<AccountClass, string>> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expenses',
}

/**
 * A part of a name that both ledgers take: letters of any script, digits and dashes, with a capital, a digit or a
 * letter without capitals first. A lone mark of Khmer cannot begin a name.
 */
const part = (text: string): string => {
  const sound = text.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const trimmed = sound.replaceAll(/^-+|-+$/g, '')
  if (trimmed === '') return 'X'
  const first = trimmed[0]!
  if (/[a-z]/.test(first)) return first.toUpperCase() + trimmed.slice(1)
  return /^[\p{L}\p{N}]/u.test(trimmed) ? trimmed : `X-${trimmed}`
}

/** `cash-box` -> `Cash-Box`. */
const kindPart = (kind: string): string =>
  kind
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('-')

/** What people know an account's subject by: a card or a loan's number, never a name. */
const labelsOf = ({
  members,
  loans,
}: Pick<FundBook, 'members' | 'loans'>): ReadonlyMap<string, string> =>
  new Map([
    ...members.map(({ memberId, card }) => [memberId, card] as const),
    ...loans.map(({ loanId, number }) => [loanId, number] as const),
  ])

/**
 * Readable names of accounts, each account its own: where two would be the same, the later ones in the order of
 * their ids are numbered.
 */
export const readableNames = (
  book: Pick<FundBook, 'members' | 'loans'>,
  accounts: Iterable<AccountId>,
): ReadonlyMap<AccountId, string> => {
  const labels = labelsOf(book)
  const names = new Map<AccountId, string>()
  const taken = new Set<string>()
  for (const account of [...new Set(accounts)].toSorted()) {
    const kind = kindPart(kindOf(account).split(':')[1]!)
    const subject = subjectOf(account)
    const own = subject === undefined ? [] : [part(labels.get(subject) ?? subject)]
    const name = [roots[classOf(account)], kind, ...own].join(':')
    let free = name
    for (let i = 2; taken.has(free); i += 1) free = `${name}-${i}`
    taken.add(free)
    names.set(account, free)
  }
  return names
}
