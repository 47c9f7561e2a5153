import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { lookGoodForDays, maySend } from '#domain/network/register/licence.ts'
import type { Signer } from '#domain/ports.ts'
import { type ShownAgency, nameSaid } from '#src/app/network/register.ts'

/** What a copy says in words, each line in both languages; the words are elsewhere. */
export type CopyWords = {
  readonly copyHeading: string
  readonly copyGood: string
  readonly copyNone: string
  readonly copySigned: string
  readonly isPractice: string
}

type Copied = {
  readonly networkId: string
  readonly agencies: readonly ShownAgency[]
  readonly on: LocalDate
  readonly isPractice: boolean
  readonly words: readonly CopyWords[]
  readonly stateSaid: (one: ShownAgency) => string
}

/** What begins the line that signs a copy: version, network, key, signature. */
const signedBy = 'VA1'

const lineOf =
  ({ stateSaid }: Pick<Copied, 'stateSaid'>) =>
  (one: ShownAgency): string =>
    [
      maySend(one.licence) ? '+' : '-',
      one.licence.number ?? '?',
      [one.km, one.latin].filter((name) => name !== undefined).join(' / '),
      stateSaid(one),
      ...(one.licence.since === undefined ? [] : [one.licence.since]),
      one.countries.join(' '),
    ].join(' | ')

/**
 * The register of a day as a text that any phone can keep and read without a line, an agency a line; the last line signs all
 * above it with the network's key.
 */
export const agencyCopy = (signer: Signer, copied: Copied): string => {
  const { networkId, agencies, on, isPractice, words } = copied
  const body = [
    ...words.map(({ copyHeading }) => `${copyHeading} ${on}`),
    ...words.map(({ copyGood }) => `${copyGood} ${daysAfter(on, lookGoodForDays)}`),
    ...(isPractice ? words.map((one) => one.isPractice) : []),
    '',
    ...agencies.map(lineOf(copied)),
    '',
    ...words.map(({ copyNone }) => copyNone),
    ...words.map(({ copySigned }) => copySigned),
    '',
  ].join('\n')
  const { keyId } = signer.publicKey(networkId)
  return `${body}${signedBy} ${networkId} ${keyId} ${signer.sign(networkId, body)}\n`
}

const signature = /^VA1 ([0-9a-f-]{36}) ([0-9a-f]{16}) ([\w-]{20,120})\n?$/

/** Whether a copy is this service's own and no sign of it was changed; by a key of now or before. */
export const isOwnCopy = (signer: Signer, text: string): boolean => {
  const plain = text.replaceAll('\r\n', '\n')
  const cut = plain.lastIndexOf(`${signedBy} `)
  const [, networkId, keyId, signed] = signature.exec(plain.slice(cut)) ?? []
  if (cut < 0 || networkId === undefined || keyId === undefined) return false
  return signer.signAs(keyId, networkId, plain.slice(0, cut)) === signed
}

/** What somebody who writes a text asks an agency by; undefined for another text. */
export const agencyAsked = (text: string): string | undefined =>
  /^(?:agency|ក្រុមហ៊ុន)[\s:]+(.{2,60})$/isu.exec(latinDigits(text.normalize('NFC').trim()))?.[1]

type ReplyWords = {
  readonly replyOn: (name: string, state: string, day: string) => string
  readonly replyMany: (n: string) => string
  readonly replyNone: string
}

/** The answer to a text: how the licence stands, and where it is nobody's in the register "do not pay yet". */
export const agencyReply = (
  found: readonly ShownAgency[],
  {
    words,
    isKhmer,
    stateSaid,
    on,
  }: {
    readonly words: ReplyWords
    readonly isKhmer: boolean
    readonly stateSaid: (one: ShownAgency) => string
    readonly on: string
  },
): string => {
  const [only, ...more] = found
  if (!only) return words.replyNone
  return more.length > 0
    ? words.replyMany(String(found.length))
    : words.replyOn(nameSaid(only, isKhmer), stateSaid(only), on)
}
