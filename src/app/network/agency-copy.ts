import { type LocalDate, daysAfter, earlier } from '#domain/kernel/dates.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { lookGoodForDays, maySend } from '#domain/network/register/licence.ts'
import type { Signer } from '#domain/ports.ts'
import { type ShownAgency, maySendNow, nameSaid } from '#src/app/network/register.ts'

/** What a copy says in words, each line in both languages; the words are elsewhere. */
export type CopyWords = {
  readonly copyHeading: string
  readonly copyGood: string
  readonly copyUntil: string
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

/** What stands before the last day of a licence: a copy is read on days on which it is over. */
const lastDay = '<='

/** What begins the line that signs a copy: version, network, key, signature. */
const signedBy = 'VA1'

const lineOf =
  ({ stateSaid }: Pick<Copied, 'stateSaid'>) =>
  (one: ShownAgency): string =>
    [
      maySendNow(one) ? '+' : '-',
      one.licence.number ?? '?',
      [one.km, one.latin].filter((name) => name !== undefined).join(' / '),
      stateSaid(one),
      ...(one.licence.since === undefined ? [] : [one.licence.since]),
      one.countries.join(' '),
      ...(maySendNow(one) && one.licence.until !== undefined
        ? [`${lastDay} ${one.licence.until}`]
        : []),
    ].join(' | ')

/** The last day on which every look that the copy rests on is still good. */
const goodTill = ({ agencies, on }: Pick<Copied, 'agencies' | 'on'>): LocalDate =>
  agencies
    .filter(maySendNow)
    .map(({ lookedOn = on }) => daysAfter(lookedOn, lookGoodForDays))
    .reduce(earlier, daysAfter(on, lookGoodForDays))

/**
 * The register of a day as a text that any phone can keep and read without a line, an agency a line; the last line signs all
 * above it with the network's key.
 */
export const agencyCopy = (signer: Signer, copied: Copied): string => {
  const { networkId, agencies, on, isPractice, words } = copied
  const body = [
    ...words.map(({ copyHeading }) => `${copyHeading} ${on}`),
    ...words.map(({ copyGood }) => `${copyGood} ${goodTill(copied)}`),
    ...words.map(({ copyUntil }) => `${lastDay} ${copyUntil}`),
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

/** An agency as a copy tells it: whether it may send people and was looked at lately, and by what it is known again. */
export type CopiedAgency = {
  readonly key: string
  readonly name: string
  readonly maySend: boolean
  /** The last day of its licence, by the copy. */
  readonly until?: LocalDate
}

/** Whether it may send people on a day, as the copy alone tells: what ends before the copy is old ends in it too. */
export const mayByCopy = ({ maySend: may, until }: CopiedAgency, on: LocalDate): boolean =>
  may && (until === undefined || on <= until)

/** What a copy that is our own says. */
export type OwnCopy = {
  readonly networkId: string
  readonly on: LocalDate
  readonly agencies: readonly CopiedAgency[]
}

/** The number of a licence tells an agency again, and its name where it has none. */
const keyOf = (number: string, name: string): string => (number === '?' ? name : number)

const agenciesIn = (body: string): readonly CopiedAgency[] =>
  body.split('\n').flatMap((line) => {
    const [, sign, number = '', name = ''] = /^([+-]) \| (.*?) \| (.*?) \| /.exec(line) ?? []
    const until = / \| <= (\d{4}-\d\d-\d\d)$/.exec(line)?.[1]
    const read = { key: keyOf(number, name), name, maySend: sign === '+' }
    return sign === undefined ? [] : [{ ...read, ...(until !== undefined && { until }) }]
  })

/** A copy that is this service's own, of which no sign was changed, by a key of now or before; undefined for anything else. */
export const ownCopyOf = (signer: Signer, text: string): OwnCopy | undefined => {
  const plain = text.replaceAll('\r\n', '\n').trim()
  const cut = plain.lastIndexOf(`${signedBy} `)
  const [, networkId, keyId, signed] = signature.exec(plain.slice(Math.max(cut, 0))) ?? []
  if (cut < 0 || networkId === undefined || keyId === undefined) return undefined
  const body = plain.slice(0, cut)
  if (signer.signAs(keyId, networkId, body) !== signed) return undefined
  const on = /\d{4}-\d\d-\d\d/.exec(body)?.[0]
  return on === undefined ? undefined : { networkId, on, agencies: agenciesIn(body) }
}

/**
 * What is otherwise by now: who may send nobody any more, of whom nobody has looked for long, who may by now, who is new, and
 * who is not on record any more.
 */
export type CopyChanges = Readonly<
  Record<'stopped' | 'stale' | 'may' | 'added' | 'gone', readonly string[]>
>

/** Holds a copy against the register of today. */
export const changedSince = (
  { agencies: before }: Pick<OwnCopy, 'agencies'>,
  now: readonly ShownAgency[],
  today: LocalDate,
): CopyChanges => {
  const after = new Map(
    now.map((one) => {
      const name = [one.km, one.latin].filter((each) => each !== undefined).join(' / ')
      return [keyOf(one.licence.number ?? '?', name), { ...one, name }] as const
    }),
  )
  const known = new Set(before.map(({ key }) => key))
  const named = (some: readonly CopiedAgency[]): readonly string[] => some.map(({ name }) => name)
  const became = (
    was: (one: CopiedAgency) => boolean,
    is: (one: ShownAgency) => boolean,
  ): readonly string[] =>
    named(
      before.filter((one) => {
        const by = after.get(one.key)
        return was(one) && by !== undefined && is(by)
      }),
    )
  const might = (one: CopiedAgency): boolean => one.maySend
  return {
    stopped: became(might, ({ licence }) => !maySend(licence)),
    stale: became(might, ({ isStale }) => isStale),
    may: became((one) => !mayByCopy(one, today), maySendNow),
    gone: named(before.filter(({ key }) => !after.has(key))),
    added: [...after].filter(([key]) => !known.has(key)).map(([, { name }]) => name),
  }
}

/** Whether a copy is this service's own and no sign of it was changed. */
export const isOwnCopy = (signer: Signer, text: string): boolean =>
  ownCopyOf(signer, text) !== undefined

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
