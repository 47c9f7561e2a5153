import { type Currency, decimalText, decimalsOf } from '#domain/kernel/money.ts'

/*
 * The payment code of Cambodia (KHQR of the National Bank), made without a line to anybody: the EMV text for merchants in
 * tags 29 (one person's account) and 30 (a merchant's), with the check at its end.
 */

/** Codes of ISO 4217 that KHQR takes. */
const currencyCodes = { KHR: '116', USD: '840' } as const satisfies Partial<
  Record<Currency, string>
>
export type KhqrCurrency = keyof typeof currencyCodes

export type Khqr = {
  /** An account of Bakong: "village@bank". */
  readonly account: string
  /** Where it is a merchant's account, the number that the bank gave it. */
  readonly merchantId?: string
  /** Of one person's account, the number of it at the bank. */
  readonly holder?: string
  readonly bank?: string
  /** Whom the payer's phone names. */
  readonly name: string
  readonly city: string
  readonly currency: KhqrCurrency
  /** In the smallest unit; left out, the payer types it and the code is good for ever. */
  readonly amount?: number
  /** What the bank's list will say: the reference. */
  readonly bill?: string
  readonly phone?: string
  readonly store?: string
  readonly terminal?: string
  readonly purpose?: string
  /** When a code with a sum was made, and until when it is good: milliseconds since 1970. */
  readonly madeAt?: number
  readonly endsAt?: number
}

export type KhqrFault = {
  readonly code: 'khqr-missing' | 'khqr-too-long' | 'khqr-unreadable' | 'khqr-amount'
  readonly field: keyof Khqr
}

/** The longest that each field may be, as the National Bank says. */
const longest = {
  account: 32,
  merchantId: 32,
  holder: 32,
  bank: 32,
  name: 25,
  city: 15,
  bill: 25,
  phone: 25,
  store: 25,
  terminal: 25,
  purpose: 25,
} as const satisfies Partial<Record<keyof Khqr, number>>

/** The longest sum, in signs. */
const amountLength = 13

/** Signs that a phone's reader takes for itself would end the code early; a lone half of a sign has no bytes. */
const isPlain = (text: string): boolean => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)

/** As the National Bank's own programs count: units of UTF-16. */
const fieldOf = (tag: string, value: string): string =>
  `${tag}${String(value.length).padStart(2, '0')}${value}`

const crcSeed = 0xffff
const crcPolynomial = 0x1021

/** CRC-16/CCITT-FALSE of a text's UTF-8 bytes, in four upper-case hexadecimal digits. */
export const crc16 = (text: string): string => {
  let crc = crcSeed
  for (const [, hex, sign] of encodeURIComponent(text).matchAll(/%(..)|(.)/g)) {
    crc ^= (hex === undefined ? sign!.charCodeAt(0) : Number.parseInt(hex, 16)) << 8
    for (let bit = 0; bit < 8; bit += 1)
      crc = (crc & 0x8000 ? (crc << 1) ^ crcPolynomial : crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

/** "50000" of riel, "1.50" and "10" of dollars, as the National Bank writes them. */
const amountText = (amount: number, currency: KhqrCurrency): string => {
  const text = decimalText(amount, decimalsOf(currency))
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

const textFault = (asked: Khqr): KhqrFault | undefined => {
  for (const [name, most] of Object.entries(longest)) {
    const field = name as keyof typeof longest
    const value = asked[field]
    if (value === undefined) continue
    if (value.trim() === '') return { code: 'khqr-missing', field }
    if (!isPlain(value)) return { code: 'khqr-unreadable', field }
    if (value.length > most) return { code: 'khqr-too-long', field }
  }
  return undefined
}

const accountFault = ({
  account,
  merchantId,
  bank,
  currency,
  phone,
}: Khqr): KhqrFault | undefined => {
  if (!/^[^@\s]+@[^@\s]+$/.test(account)) return { code: 'khqr-unreadable', field: 'account' }
  if (merchantId !== undefined && bank === undefined) return { code: 'khqr-missing', field: 'bank' }
  if (phone !== undefined && !/^\d+$/.test(phone))
    return { code: 'khqr-unreadable', field: 'phone' }
  return Object.hasOwn(currencyCodes, currency)
    ? undefined
    : { code: 'khqr-unreadable', field: 'currency' }
}

const sumFault = ({ amount, currency, madeAt, endsAt }: Khqr): KhqrFault | undefined => {
  if (amount !== undefined) {
    const isSum = Number.isSafeInteger(amount) && amount > 0
    if (!isSum || amountText(amount, currency).length > amountLength)
      return { code: 'khqr-amount', field: 'amount' }
  }
  if ((madeAt === undefined) !== (endsAt === undefined))
    return { code: 'khqr-missing', field: endsAt === undefined ? 'endsAt' : 'madeAt' }
  if (madeAt !== undefined && (amount === undefined || !(madeAt < endsAt!)))
    return { code: 'khqr-unreadable', field: 'endsAt' }
  return undefined
}

/** More signs than two digits can say: the fields that stand in one together may each be short enough. */
const mostSigns = 99

const togetherFault = (asked: Khqr): KhqrFault | undefined => {
  if (accountFields(asked).length > mostSigns) return { code: 'khqr-too-long', field: 'account' }
  return fieldsBeside(asked).length > mostSigns
    ? { code: 'khqr-too-long', field: 'purpose' }
    : undefined
}

/** What keeps a code from being made, by the field; undefined where nothing does. */
export const khqrFault = (asked: Khqr): KhqrFault | undefined =>
  textFault(asked) ?? accountFault(asked) ?? togetherFault(asked) ?? sumFault(asked)

const maybe = (tag: string, value: string | undefined): string =>
  value === undefined ? '' : fieldOf(tag, value)

const accountFields = ({ account, merchantId, holder, bank }: Khqr): string =>
  fieldOf('00', account) + maybe('01', merchantId ?? holder) + maybe('02', bank)

const accountField = (asked: Khqr): string =>
  fieldOf(asked.merchantId === undefined ? '29' : '30', accountFields(asked))

const fieldsBeside = ({ bill, phone, store, terminal, purpose }: Khqr): string =>
  maybe('01', bill) +
  maybe('02', phone) +
  maybe('03', store) +
  maybe('07', terminal) +
  maybe('08', purpose)

const beside = (asked: Khqr): string => {
  const inner = fieldsBeside(asked)
  return inner === '' ? '' : fieldOf('62', inner)
}

const times = ({ madeAt, endsAt }: Khqr): string =>
  madeAt === undefined || endsAt === undefined
    ? ''
    : fieldOf('99', fieldOf('00', String(madeAt)) + fieldOf('01', String(endsAt)))

/** The trade of whoever is paid, where none is said. */
const anyTrade = '5999'

/** The text of a code, to be drawn as squares. What `khqrFault` finds fault with is a bug here. */
export const khqrText = (asked: Khqr): string => {
  const fault = khqrFault(asked)
  if (fault) throw new Error(`${fault.code} ${fault.field}`)
  const { name, city, currency, amount } = asked
  const text =
    fieldOf('00', '01') +
    fieldOf('01', amount === undefined ? '11' : '12') +
    accountField(asked) +
    fieldOf('52', anyTrade) +
    fieldOf('53', currencyCodes[currency]) +
    maybe('54', amount === undefined ? undefined : amountText(amount, currency)) +
    fieldOf('58', 'KH') +
    fieldOf('59', name) +
    fieldOf('60', city) +
    beside(asked) +
    times(asked)
  return `${text}6304${crc16(`${text}6304`)}`
}

/** The fields of a code by their tags; undefined where the check at its end does not hold or a field is cut off. */
export const khqrFields = (text: string): ReadonlyMap<string, string> | undefined => {
  if (!/6304[0-9A-F]{4}$/.test(text) || crc16(text.slice(0, -4)) !== text.slice(-4))
    return undefined
  const fields = new Map<string, string>()
  for (let at = 0; at < text.length;) {
    const head = /^(\d\d)(\d\d)/.exec(text.slice(at))
    if (!head) return undefined
    const end = at + 4 + Number(head[2])
    if (end > text.length || fields.has(head[1]!)) return undefined
    fields.set(head[1]!, text.slice(at + 4, end))
    at = end
  }
  return fields
}
