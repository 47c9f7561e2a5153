import type {
  MessageLink,
  MessageRow,
  MessageRowKind,
  MessageRowSeen,
  MessageRows,
} from '#domain/fund/messages.ts'
import type { Sealing } from '#domain/grants/files.ts'
import { latinDigits } from '#domain/kernel/money.ts'

export type RowNeeds = { readonly store: MessageRows; readonly sealing: Sealing }

/** A row with what is sealed in it, and as it was when it was read. */
export type Found<Value> = {
  readonly value: Value
  readonly row: MessageRow
  readonly seen: MessageRowSeen
}

const subjectOf = ({ kind, mark }: Pick<MessageRow, 'kind' | 'mark'>): string => `${kind} ${mark}`

/** A number as it is compared and written to: `+855…`; undefined for what is no number. */
export const addressOf = (typed: string): string | undefined => {
  const plain = latinDigits(typed.normalize('NFKC')).replaceAll(/[\s().\-\u200b-\u200d\u2060]/g, '')
  const whole = plain.replace(/^00/, '+').replace(/^0(?=\d{8,9}$)/, '+855')
  return /^\+?\d{6,15}$/.test(whole) ? whole : undefined
}

export const markOf = (
  { sealing }: Pick<RowNeeds, 'sealing'>,
  networkId: string,
  { kind, key }: { readonly kind: MessageRowKind; readonly key: string },
): Promise<string> => sealing.mark(networkId, `${kind} ${key}`)

/** A row that says nothing without the secret, ready to be kept. */
export const sealedRow = async (
  needs: Pick<RowNeeds, 'sealing'>,
  networkId: string,
  {
    kind,
    key,
    fundId,
    value,
  }: {
    readonly kind: MessageRowKind
    readonly key: string
    readonly fundId: string
    readonly value: unknown
  },
): Promise<Omit<MessageRow, 'networkId'>> => {
  const mark = await markOf(needs, networkId, { kind, key })
  const sealed = await needs.sealing.seal(
    networkId,
    subjectOf({ kind, mark }),
    JSON.stringify(value),
  )
  return { kind, mark, fundId, sealed }
}

/** What is in a row; undefined where it was sealed by another secret, or moved here from elsewhere. */
const opened = async <Value>(
  { sealing }: RowNeeds,
  row: MessageRow,
): Promise<Found<Value> | undefined> => {
  const text = await sealing.open(row.networkId, subjectOf(row), row.sealed)
  if (text === undefined) return undefined
  const { kind, mark, sealed } = row
  return { value: JSON.parse(text) as Value, row, seen: { kind, mark, sealed } }
}

export const foundRow = async <Value>(
  needs: RowNeeds,
  networkId: string,
  at: { readonly kind: MessageRowKind; readonly key: string },
): Promise<Found<Value> | undefined> => {
  const row = await needs.store.messageRow(networkId, at.kind, await markOf(needs, networkId, at))
  return row && opened<Value>(needs, row)
}

export const foundRows = async <Value>(
  needs: RowNeeds,
  networkId: string,
  { kind, fundId }: { readonly kind: MessageRowKind; readonly fundId: string },
): Promise<readonly Found<Value>[]> => {
  const rows = await needs.store.messageRows(networkId, kind, fundId)
  const all = await Promise.all(rows.map((row) => opened<Value>(needs, row)))
  return all.filter((one) => one !== undefined)
}

/** The same row with something else in it. */
export const changedRow = async <Value>(
  { sealing }: Pick<RowNeeds, 'sealing'>,
  { row }: Found<Value>,
  value: Value,
): Promise<Omit<MessageRow, 'networkId'>> => {
  const { networkId, kind, mark, fundId } = row
  const sealed = await sealing.seal(networkId, subjectOf(row), JSON.stringify(value))
  return { kind, mark, fundId, sealed }
}

export const linkAt = (
  needs: RowNeeds,
  networkId: string,
  address: string,
): Promise<Found<MessageLink> | undefined> =>
  foundRow<MessageLink>(needs, networkId, { kind: 'link', key: address })

/** The phones of a fund's members. */
export const linksOf = (
  needs: RowNeeds,
  networkId: string,
  fundId: string,
): Promise<readonly Found<MessageLink>[]> =>
  foundRows<MessageLink>(needs, networkId, { kind: 'link', fundId })

export const linkOfMember = async (
  needs: RowNeeds,
  { networkId, fundId, memberId }: MemberPlace,
): Promise<Found<MessageLink> | undefined> =>
  (await linksOf(needs, networkId, fundId)).find(({ value }) => value.memberId === memberId)

export type MemberPlace = {
  readonly networkId: string
  readonly fundId: string
  readonly memberId: string
}
