import type { Tables } from '#infra/db/tables.ts'

export type Cells = { readonly [column: string]: string | number | null }

/** The tables whose rows bear a mark: whose a row is, and what tells it from others. */
export const markedTables = {
  user_account: ['network_id', 'user_id'],
  membership: ['network_id', 'user_id', 'fund_id'],
  device: ['network_id', 'device_id'],
  session: ['network_id', 'session_id'],
  one_time_key: ['network_id', 'key_hash'],
  card: ['fund_id', 'card_id'],
  budget: ['scope', 'subject'],
  nominee: ['fund_id', 'member_id', 'place'],
  kinship: ['fund_id', 'first_id', 'second_id', 'relation'],
  activity: ['scope', 'activity_id'],
  note: ['fund_id', 'subject'],
  member_name: ['fund_id', 'member_id'],
  member_photo: ['fund_id', 'member_id'],
  support_file: ['fund_id', 'code'],
  support_claim: ['network_id', 'claim'],
  message_row: ['network_id', 'kind', 'about'],
} as const satisfies { readonly [Name in keyof Tables]?: readonly (keyof Tables[Name])[] }

export type MarkedTable = keyof typeof markedTables
export const markedNames = Object.keys(markedTables) as MarkedTable[]

const isView = 'it is made of the journal, and the audit makes it anew and compares'
const isChained = 'each entry holds the hash of the one before it, and the register holds the last'

/** Why the rows of every other table bear none; a new table stands here or above, or nothing compiles. */
export const unmarkedTables: Readonly<Record<Exclude<keyof Tables, MarkedTable>, string>> = {
  entry: isChained,
  network_entry: isChained,
  posting: isView,
  account: isView,
  balance: isView,
  flag: isView,
  subject: isView,
  network_subject: isView,
  register: 'each of its rows bears a mark of its own kind, as the counts of the others',
}

/**
 * A column that is too long to be read with each list of the others: another one holds its hash, and is marked. It is held
 * against that hash whenever it is read.
 */
export const longColumns: { readonly [Name in MarkedTable]?: { long: string; hash: string } } = {
  member_photo: { long: 'data', hash: 'digest' },
}

export const scopeOf = (table: MarkedTable, cells: object): string =>
  String((cells as Cells)[markedTables[table][0]])

/** What tells a row from others of its owner. */
export const keyOf = (table: MarkedTable, cells: object): string =>
  markedTables[table]
    .slice(1)
    .map((column) => String((cells as Cells)[column]))
    .join(' ')
