import { type Guess, afterSuccess, takeGuess } from '#domain/access/lockout.ts'
import type { Secrets } from '#domain/access/secrets.ts'
import type { Sealing } from '#domain/grants/files.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Budgets, Clock, Hasher, Notes, Random } from '#domain/ports.ts'
import type { Sent } from '#domain/remittances/sent.ts'
import type { SplitRule } from '#domain/remittances/split.ts'
import { sealNotesAnew } from '#src/app/identity/sealed-notes.ts'

/*
 * Somebody abroad who sends money home, with a card of their own: a square code, and six digits that they draw themselves
 * when they open it first. What they say of their money lies sealed beside the journal, by a secret that is not in the
 * database. No member's page shows anything of it, and it shows nothing of a member.
 */

/** Where what they have said is kept. */
type SenderBooks = { readonly store: Notes; readonly sealing: Sealing }

export type SenderNeeds = {
  readonly store: Notes & Budgets
  readonly sealing: Sealing
  readonly secrets: Secrets
  readonly hash: Hasher
  readonly random: Random
  readonly clock: Clock
}

/** How a sum is split from a day on. */
export type RuleFrom = { readonly from: LocalDate; readonly parts: SplitRule }

export type Sender = {
  /** The network whose fund has given the card: it takes what is said without a name. */
  readonly networkId: string
  readonly madeOn: LocalDate
  /** The hash of the half that the square code holds. */
  readonly tokenHash: string
  /** The digits, stretched; left out until they are drawn. */
  readonly digits?: string
  /** The newest last. */
  readonly rules: readonly RuleFrom[]
  /** The newest last. */
  readonly sent: readonly Sent[]
}

const prefix = 'sender:'
const subjectOf = (senderId: string): string => `${prefix}${senderId}`

export const isOfSender = (subject: string): boolean => subject.startsWith(prefix)

/** Who has a card, by the notes of a fund. */
export const sendersIn = (notes: ReadonlyMap<string, string>): readonly string[] =>
  [...notes].flatMap(([subject, text]) =>
    isOfSender(subject) && text !== '' ? [subject.slice(prefix.length)] : [],
  )

type At = { readonly fundId: string; readonly senderId: string }

/** What somebody has said; undefined where there is no such card, or it cannot be opened here. */
export const senderOf = async (
  { store, sealing }: SenderBooks,
  { fundId, senderId }: At,
): Promise<Sender | undefined> => {
  const sealed = await store.noteOf(fundId, subjectOf(senderId))
  if (sealed === undefined || sealed === '') return undefined
  const text = await sealing.open(fundId, subjectOf(senderId), sealed)
  return text === undefined ? undefined : (JSON.parse(text) as Sender)
}

export const keepSender = async (
  { store, sealing }: SenderBooks,
  { fundId, senderId }: At,
  sender: Sender,
): Promise<void> => {
  const subject = subjectOf(senderId)
  const text = await sealing.seal(fundId, subject, JSON.stringify(sender))
  await store.keep(fundId, [{ subject, text }])
}

/** What is printed as a square code: which card, and half of what opens it. */
export type SenderCode = At & { readonly secret: string }

const idPattern =
  /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([0-9a-f]{32})\.([0-9a-f]{32})$/

export const senderCodeText = ({ fundId, senderId, secret }: SenderCode): string =>
  `${fundId}.${senderId}.${secret}`

export const senderCodeIn = (text: string): SenderCode | undefined => {
  const [, fundId, senderId, secret] = idPattern.exec(text) ?? []
  return fundId === undefined || senderId === undefined || secret === undefined
    ? undefined
    : { fundId, senderId, secret }
}

const halfLength = 32

/** Half a secret of 128 bits, in hexadecimal. */
const newHalf = ({ hash, random }: Pick<SenderNeeds, 'hash' | 'random'>): string =>
  hash(random.token()).slice(0, halfLength)

/** A new card. It opens nothing until whoever holds it has drawn the digits; its secret is told once. */
export const makeSender = async (
  needs: SenderNeeds,
  {
    networkId,
    fundId,
    today,
  }: { readonly networkId: string; readonly fundId: string; readonly today: LocalDate },
): Promise<SenderCode> => {
  const [senderId, secret] = [newHalf(needs), newHalf(needs)]
  const tokenHash = needs.hash(secret)
  await keepSender(
    needs,
    { fundId, senderId },
    {
      networkId,
      madeOn: today,
      tokenHash,
      rules: [],
      sent: [],
    },
  )
  return { fundId, senderId, secret }
}

/** The card that a code is of; undefined for one that was never made, and for another half. */
export const senderByCode = async (
  needs: SenderNeeds,
  { secret, ...at }: SenderCode,
): Promise<Sender | undefined> => {
  const sender = await senderOf(needs, at)
  return sender && sender.tokenHash === needs.hash(secret) ? sender : undefined
}

const digitsLength = 6
const boundTo = ({ fundId, senderId }: At): string => `sender ${fundId} ${senderId}`

/** Draws the digits of a card, once; undefined where they were drawn before, or by somebody else who asks at this moment. */
export const drawDigits = async (
  needs: SenderNeeds,
  code: SenderCode,
): Promise<string | undefined> => {
  const sender = await senderByCode(needs, code)
  if (!sender || sender.digits !== undefined) return undefined
  const drawn = `first-digits:${code.senderId}`
  const isFirst = await needs.store.changeBudget(code.fundId, drawn, (before) => {
    const failures = (before?.failures ?? 0) + 1
    const budget = { failures, since: needs.clock(), lockedUntil: undefined }
    return { budget, answer: failures === 1 }
  })
  if (!isFirst) return undefined
  const pin = String(needs.random.below(10 ** digitsLength)).padStart(digitsLength, '0')
  const digits = await needs.secrets.seal(pin, boundTo(code))
  // It may have been ended while the digits were stretched.
  const current = await senderByCode(needs, code)
  if (!current) return undefined
  await keepSender(needs, code, { ...current, digits })
  return pin
}

/** Whether the digits are those of the card; guesses are counted before they are looked at. */
export const opensBy = async (
  needs: SenderNeeds,
  code: SenderCode,
  pin: string,
): Promise<'open' | 'wrong' | Exclude<Guess, { may: 'guess' }>> => {
  const sender = await senderByCode(needs, code)
  if (sender?.digits === undefined) return 'wrong'
  const subject = subjectOf(code.senderId)
  const at = needs.clock()
  const guess = await needs.store.changeBudget(code.fundId, subject, (before) =>
    takeGuess(before, at),
  )
  if (guess.may !== 'guess') return guess
  if (!(await needs.secrets.fits(sender.digits, pin, boundTo(code)))) return 'wrong'
  await needs.store.changeBudget(code.fundId, subject, () => afterSuccess(at))
  return 'open'
}

/** Ends a card: what was said with it is gone, and nothing opens by it any more. */
export const endSender = (
  { store }: Pick<SenderBooks, 'store'>,
  { fundId, senderId }: At,
): Promise<void> => store.keep(fundId, [{ subject: subjectOf(senderId), text: '' }])

/** So many are kept; the oldest go. */
const rulesMax = 12
const sentMax = 24

/** Another rule, from a day on; what arrived before is split as it was. */
export const withRule = (sender: Sender, parts: SplitRule, from: LocalDate): Sender => ({
  ...sender,
  rules: [...sender.rules.filter((one) => one.from < from), { from, parts }].slice(-rulesMax),
})

/** By which rule a sum is split that arrived on a day; the first one for days before it. */
export const ruleOn = ({ rules }: Pick<Sender, 'rules'>, on: LocalDate): SplitRule | undefined =>
  (rules.findLast(({ from }) => from <= on) ?? rules[0])?.parts

export const withSent = (sender: Sender, sent: Sent): Sender => ({
  ...sender,
  sent: [...sender.sent.filter(({ sentId }) => sentId !== sent.sentId), sent].slice(-sentMax),
})

/** Seals what senders have said by the secret of now. */
export const sealSendersAnew = (needs: SenderBooks, fundId: string, dryRun: boolean) =>
  sealNotesAnew(needs, { fundId, isOne: isOfSender, dryRun })
