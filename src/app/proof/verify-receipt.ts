import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { canonicalEntry } from '#domain/ledger/entry.ts'
import type { Hasher, Journal, Signer } from '#domain/ports.ts'
import { type SignedBalance, balanceText } from '#src/app/proof/balances.ts'
import { type Receipt, receiptText } from '#src/app/proof/receipts.ts'

/**
 * What a receipt is worth today. `stands`: the book says what it said when it was signed. `written-anew` and `gone`: the
 * fund signed it, and its entry is another one now, or none. `not-signed`: forged, mistyped, or of another service.
 */
export type ReceiptVerdict = 'stands' | 'written-anew' | 'gone' | 'not-signed'

type Judged = { readonly verdict: ReceiptVerdict; readonly seq: number }

const lengthMax = 600
const uuid = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}`
const receiptLine = new RegExp(
  String.raw`^VF1 (${uuid}) ([1-9]\d{0,14}) (${uuid}) ([\da-f]{64}) (\S{1,40}) ([\da-f]{16}) ([\w-]{86})$`,
)

const balanceLine = new RegExp(
  String.raw`^VB1 (${uuid}) (\S{1,100}) (\d{4}-\d\d-\d\d) (-?\d{1,15}) (\d{1,15}) ([A-Z]{3}) ([1-9]\d{0,14}) ([\da-f]{64}) ([\da-f]{16}) ([\w-]{86})$`,
)

const lineOf = (text: string, form: RegExp): string[] | undefined =>
  text.length > lengthMax ? undefined : form.exec(text.trim().replaceAll(/\s+/g, ' '))?.slice(1)

/** The balance that a line from a passbook's square code gives; undefined where it is none. */
export const balanceIn = (text: string): SignedBalance | undefined => {
  const parts = lineOf(text, balanceLine)
  if (!parts) return undefined
  const [fundId, memberId, on, savings, owed, currency, seq, hash, keyId, signature] = parts as [
    string,
    string,
    LocalDate,
    string,
    string,
    Currency,
    string,
    string,
    string,
    string,
  ]
  const sums = { savings: Number(savings), owed: Number(owed), currency, seq: Number(seq) }
  return { fundId, memberId, on, ...sums, hash, keyId, signature }
}

/** The receipt that a line from a square code gives, spaces and line breaks as they come; undefined where it is none. */
export const receiptIn = (text: string): Receipt | undefined => {
  const parts = lineOf(text, receiptLine)
  if (!parts) return undefined
  const [fundId, seq, id, hash, recordedAt, keyId, signature] = parts as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  return { fundId, seq: Number(seq), id, hash, recordedAt, keyId, signature }
}

type Needs = {
  readonly store: Pick<Journal, 'find'>
  readonly signer: Signer
  readonly hash: Hasher
}

/** Held as hashes: how long a comparison takes tells nothing of the right signature. */
const isSigned = (
  { signer, hash }: Pick<Needs, 'signer' | 'hash'>,
  text: string,
  { fundId, keyId, signature }: Pick<Receipt, 'fundId' | 'keyId' | 'signature'>,
): boolean => {
  const own = signer.signAs(keyId, fundId, text)
  return own !== undefined && hash(own) === hash(signature)
}

type NeedsToo = Needs & { readonly store: Pick<Journal, 'read'> }

/** Holds a passbook's balance against the book: it stands while the entries that it was counted from do. */
export const judgeBalance = async (needs: NeedsToo, balance: SignedBalance): Promise<Judged> => {
  const { fundId, seq } = balance
  if (!isSigned(needs, balanceText(balance), balance)) return { verdict: 'not-signed', seq }
  const [row] = await needs.store.read(fundId, seq - 1, 1)
  if (row?.seq !== seq) return { verdict: 'gone', seq }
  const isSame = row.hash === balance.hash && needs.hash(canonicalEntry(row)) === row.hash
  return { verdict: isSame ? 'stands' : 'written-anew', seq }
}

/** What a line from a square code is worth today, a receipt's or a passbook's; undefined where it is neither. */
export const judgeLine = async (needs: NeedsToo, text: string): Promise<Judged | undefined> => {
  const receipt = receiptIn(text)
  if (receipt) return judgeReceipt(needs, receipt)
  const balance = balanceIn(text)
  return balance && judgeBalance(needs, balance)
}

/** True for a line that can be judged. */
export const isJudged = (text: string): boolean =>
  (receiptIn(text) ?? balanceIn(text)) !== undefined

/**
 * Holds a receipt against the book. Nothing is read before the signature fits, so that no stranger learns from an answer
 * which funds or entries there are.
 */
export const judgeReceipt = async (needs: Needs, receipt: Receipt): Promise<Judged> => {
  const { store, hash } = needs
  const { fundId, seq, id } = receipt
  if (!isSigned(needs, receiptText(receipt), receipt)) return { verdict: 'not-signed', seq }
  const [row] = await store.find(fundId, [id])
  if (!row) return { verdict: 'gone', seq }
  const isSame =
    row.seq === seq &&
    row.hash === receipt.hash &&
    row.recordedAt === receipt.recordedAt &&
    hash(canonicalEntry(row)) === row.hash
  return { verdict: isSame ? 'stands' : 'written-anew', seq }
}
