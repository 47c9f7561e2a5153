import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { Marks } from '#domain/access/marks.ts'
import { statement } from '#infra/db/statement.ts'
import { putRows } from '#infra/db/many-rows.ts'
import { type Statements, type Tables, tables } from '#infra/db/tables.ts'

// How far each table of a fund or network has come, and where its journal ends: one marked row each. A row that another
// program adds, takes away or puts back stands in none of it, and whoever cannot mark cannot mend it.

export type Register = Omit<Tables['register'], 'mark'>
export type CountChange = { readonly gone: readonly string[]; readonly come: readonly string[] }

const textOf = ({ scope, kind, changes, rows, digest }: Register): string =>
  lengthPrefixed(['village-fund/register/1', scope, kind, `${changes}`, `${rows}`, digest])

export const ageOfRegister = (marks: Marks, found: Tables['register']) =>
  marks.ageOf(textOf(found), found.mark)

const registerBy = statement((db, value) =>
  db.selectFrom('register').selectAll().where('scope', '=', value(0)).where('kind', '=', value(1)),
)

export const registerAt = (
  em: Statements,
  scope: string,
  kind: string,
): Promise<Tables['register'] | undefined> =>
  registerBy(tables(em), [scope, kind]).then(([found]) => found)

/** What the register of a scope says of a kind. */
export type Known = (kind: string) => Promise<Tables['register'] | undefined>

/** Of two kinds by one question. */
export const registersBy = statement((db, value) =>
  db
    .selectFrom('register')
    .selectAll()
    .where('scope', '=', value(0))
    .where('kind', 'in', [value(1), value(2)]),
)

export const keepRegister = async (
  em: Statements,
  marks: Marks,
  register: Register,
): Promise<void> => {
  const { scope, kind, changes, rows, digest } = register
  const mark = marks.mark(textOf(register))
  await putRows(em, 'register', ['scope', 'kind'], [{ scope, kind, changes, rows, digest, mark }])
}

const digestBits = 256n
const modulus = 1n << digestBits

/** Marks added up: no order is kept, so that a table that is written from several sides at once is counted too. */
export const sumOf = (start: string, { gone, come }: CountChange): string => {
  const sum =
    come.reduce((total, mark) => total + BigInt(`0x${mark}`), BigInt(`0x${start}`)) -
    gone.reduce((total, mark) => total + BigInt(`0x${mark}`), 0n)
  return (((sum % modulus) + modulus) % modulus).toString(16).padStart(64, '0')
}

export const nothing = { changes: 0, rows: 0, digest: '0'.repeat(64) } as const

/** The count that may go on: none where it was taken away or written by another program, which stays to be told. */
const soundCount = async (
  marks: Marks,
  { scope, kind }: Pick<Register, 'scope' | 'kind'>,
  known: Known,
  isFirst: () => Promise<boolean>,
): Promise<Register | undefined> => {
  const found = await known(kind)
  if (found) return ageOfRegister(marks, found) === undefined ? undefined : found
  return (await isFirst()) ? { scope, kind, ...nothing } : undefined
}

const ownerColumns = { fund_id: 'fund_id', network_id: 'network_id', scope: 'scope' } as const

/** Whose journal, when it is begun, begins to count a table of such an owner. */
const begunWith = {
  fund_id: ['entry'],
  network_id: ['network_entry'],
  scope: ['entry', 'network_entry'],
} as const

/**
 * Whether a table holds nothing of an owner, and the owner has no journal of ours yet with which counting it began. A network
 * keeps texts in a table of funds: they are counted from the first one on.
 */
const isNew = async (em: Statements, scope: string, kind: string): Promise<boolean> => {
  const owner = ownerOf(kind)
  const book = await tables(em)
    .selectFrom('register')
    .select('kind')
    .where('scope', '=', scope)
    .where('kind', 'in', begunWith[owner])
    .executeTakeFirst()
  if (book) return false
  const row = await tables(em)
    .selectFrom(kind as 'device')
    .select(owner as never)
    .where(owner as never, '=', scope as never)
    .limit(1)
    .executeTakeFirst()
  return row === undefined
}

const ofFunds: readonly string[] = [
  'card',
  'nominee',
  'kinship',
  'note',
  'member_name',
  'member_photo',
  'support_file',
  'entry',
]
const ofScopes: readonly string[] = ['budget', 'activity']

/** The column of a table that says whose a row is. */
export const ownerOf = (kind: string): keyof typeof ownerColumns =>
  ofFunds.includes(kind) ? 'fund_id' : ofScopes.includes(kind) ? 'scope' : 'network_id'

/** Counts what comes into a table and what goes out of it, in the transaction that does it and before it does. */
export const changeCount = async (
  em: Statements,
  marks: Marks,
  { scope, kind, gone, come }: CountChange & Pick<Register, 'scope' | 'kind'>,
  known: Known = () => registerAt(em, scope, kind),
): Promise<void> => {
  const before = await soundCount(marks, { scope, kind }, known, () => isNew(em, scope, kind))
  if (!before) return
  await keepRegister(em, marks, {
    scope,
    kind,
    changes: before.changes + 1,
    rows: before.rows + come.length - gone.length,
    digest: sumOf(before.digest, { gone, come }),
  })
}

/** Keeps where a journal ends now, if it ended where it was kept before these rows. */
export const keepHead = async (
  em: Statements,
  marks: Marks,
  {
    scope,
    kind,
    first,
    last,
  }: {
    readonly scope: string
    readonly kind: string
    readonly first: { readonly seq: number; readonly prevHash: string }
    readonly last: { readonly seq: number; readonly hash: string }
  },
  known: Known,
): Promise<boolean> => {
  const before = await soundCount(marks, { scope, kind }, known, async () => first.seq === 1)
  const digest = first.seq === 1 ? nothing.digest : first.prevHash
  if (!before || before.changes !== first.seq - 1 || before.digest !== digest) return false
  const { seq, hash } = last
  await keepRegister(em, marks, { scope, kind, changes: seq, rows: seq, digest: hash })
  return first.seq === 1
}
