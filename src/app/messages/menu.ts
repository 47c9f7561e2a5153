import { takeSharedGuess } from '#domain/access/lockout.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import type { MessageLanguage, MessageLink } from '#domain/fund/messages.ts'
import { note, ownSubject } from '#src/app/activity.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'
import { agencyAsked } from '#src/app/network/agency-copy.ts'
import { type RoundNeeds, answerRound } from '#src/app/messages/answering.ts'
import { type GatherNeeds, isSilent } from '#src/app/messages/gathering.ts'
import { choose, linkByCode, unlink } from '#src/app/messages/linking.ts'
import { ownMoneyOf } from '#src/app/messages/own-money.ts'
import { type Found, addressOf, linkAt, markOf, sealedRow } from '#src/app/messages/rows.ts'
import type { MessageFacts } from '#src/app/messages/facts.ts'
import { cardDoor } from '#src/app/identity/doors.ts'
import { isPinOfMember } from '#src/app/identity/sign-in.ts'

export type MenuNeeds = GatherNeeds &
  Omit<IdentityNeeds, 'store'> &
  Pick<RoundNeeds, 'record'> & {
    /** Takes a text in that is awaited elsewhere; whether it was. */
    readonly hears?: (incoming: {
      readonly networkId: string
      readonly address: string
      readonly text: string
    }) => Promise<boolean>
    /** Says how an agency's licence stands, to whoever asks; left out, nobody hears. */
    readonly lookUp?: (asked: {
      readonly networkId: string
      readonly typed: string
      readonly language: MessageLanguage
    }) => Promise<string>
    readonly store: GatherNeeds['store'] & IdentityNeeds['store']
  }

/** What somebody wrote, as far as it is understood. */
type MenuChoice =
  | { readonly what: 'code'; readonly code: string }
  | { readonly what: 'balance' | 'next'; readonly pin: string | undefined }
  | { readonly what: 'stop' }
  | { readonly what: 'help' }
  | { readonly what: 'right' | 'wrong' }
  | { readonly what: 'language'; readonly language: MessageLanguage }

const words: readonly {
  readonly said: RegExp
  readonly asked: 'balance' | 'next' | 'stop' | 'help' | 'right' | 'wrong'
}[] = [
  { said: /^(1|balance|សមតុល្យ|ប្រាក់)$/, asked: 'balance' },
  { said: /^(2|next|បន្ទាប់|បង់)$/, asked: 'next' },
  { said: /^(3|help|menu|\?|ជំនួយ)$/, asked: 'help' },
  { said: /^(6|right|yes|ត្រូវ|ត្រឹមត្រូវ)$/, asked: 'right' },
  { said: /^(7|wrong|no|ខុស|មិនត្រូវ|មិនត្រឹមត្រូវ)$/, asked: 'wrong' },
  { said: /^(0|stop|end|quit|unsubscribe|ឈប់)$/, asked: 'stop' },
]

/**
 * Reads a text: numbers of the menu, words in both languages, digits of either script. What is not understood is a
 * call for help; a code may stand alone or behind any word.
 */
export const readText = (typed: string): MenuChoice => {
  const plain = latinDigits(typed.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll(/[.,!*#។]+/g, ' ')
    .trim()
  const code = /^(?:\D{0,20}\s)?(\d{4})[\s-]?(\d{4})$/.exec(plain)
  if (code) return { what: 'code', code: `${code[1]}${code[2]}` }
  if (/^(4|khmer|km|ខ្មែរ|ភាសាខ្មែរ)$/.test(plain)) return { what: 'language', language: 'km' }
  if (/^(5|english|en|អង់គ្លេស)$/.test(plain)) return { what: 'language', language: 'en' }
  const [, word = '', pin] = /^(\S+?)(?:\s+(\d{6}))?$/.exec(plain) ?? []
  const found = words.find(({ said }) => said.test(word))?.asked ?? 'help'
  return found === 'balance' || found === 'next' ? { what: found, pin } : { what: found }
}

/** Answers of a day to one number: two machines that answer each other come to an end. */
const answersADay = 40

const mayAnswer = async (
  needs: MenuNeeds,
  networkId: string,
  address: string,
): Promise<boolean> => {
  const subject = `answers:${await markOf(needs, networkId, { kind: 'link', key: address })}`
  const guess = await needs.store.changeBudget(networkId, subject, (before) =>
    takeSharedGuess(before, needs.clock(), answersADay),
  )
  return guess.may === 'guess'
}

const looked = (needs: MenuNeeds, { fundId, memberId }: MessageLink, outcome: 'read' | 'refused') =>
  note(needs, {
    scope: fundId,
    actor: 'card',
    device: 'message',
    action: 'read-member',
    subject: ownSubject(memberId),
    outcome,
  })

/** Whether sums may be told: by choice on this phone, or by the PIN of the card, which costs a guess of its lock. */
const maySeeSums = async (
  needs: MenuNeeds,
  { row, value }: Found<MessageLink>,
  pin: string | undefined,
): Promise<MessageFacts | undefined> => {
  if (value.withAmounts) return undefined
  if (pin === undefined) return { what: 'pin-needed' }
  const { networkId } = row
  const { fundId, memberId } = value
  const guess = await isPinOfMember(needs, { fundId, memberId, pin }, ({ cardId }) =>
    cardDoor(networkId, fundId, cardId),
  )
  if (guess === 'right') return undefined
  await looked(needs, value, 'refused')
  if (guess === 'wrong') return { what: 'pin-wrong' }
  if (guess.code === 'reset-in-person') return { what: 'in-person' }
  const until = guess.code === 'wait' ? guess.until : needs.clock()
  const minutes = Math.ceil((Date.parse(until) - Date.parse(needs.clock())) / 60_000)
  return { what: 'wait', minutes: Math.max(minutes, 1) }
}

const answerLinked = async (
  needs: MenuNeeds,
  link: Found<MessageLink>,
  asked: Exclude<MenuChoice, { what: 'code' }>,
): Promise<{
  readonly told: MessageFacts
  readonly language: MessageLanguage
  readonly withSums: boolean
}> => {
  const { language } = link.value
  const plainly = (told: MessageFacts) => ({ told, language, withSums: false })
  if (asked.what === 'stop') {
    await unlink(needs, link, 'card')
    return plainly({ what: 'stopped' })
  }
  if (asked.what === 'language') {
    await choose(needs, link, { language: asked.language })
    return { told: { what: 'menu' }, language: asked.language, withSums: false }
  }
  await choose(needs, link, {})
  if (asked.what === 'help') return plainly({ what: 'menu' })
  if (!('pin' in asked)) return plainly(await answerRound(needs, link.value, asked.what))
  const refusal = await maySeeSums(needs, link, asked.pin)
  if (refusal) return plainly(refusal)
  await looked(needs, link.value, 'read')
  return { told: await ownMoneyOf(needs, link.value, asked.what), language, withSums: true }
}

/** A text to a phone that lost its link to another one of the same member. */
const tellLeft = async (needs: MenuNeeds, networkId: string, left: MessageLink): Promise<void> => {
  const key = `left ${left.address} ${needs.ids()}`
  const now = needs.clock()
  const { fundId, memberId, address } = left
  const id = (await markOf(needs, networkId, { kind: 'waiting', key })).slice(0, 32)
  const text = needs.say({ what: 'moved' }, { ...left, withAmounts: false })
  const value = { id, fundId, memberId, address, text, madeAt: now, tries: 0, nextAt: now }
  const row = await sealedRow(needs, networkId, { kind: 'waiting', key, fundId, value })
  await needs.store.changeMessageRows(networkId, { keep: [row] })
}

/** Whether a text is awaited elsewhere; what the menu understands of a linked phone is for the menu. */
const isHeardElsewhere = async (
  { hears }: Pick<MenuNeeds, 'hears'>,
  {
    asked,
    isLinked,
    ...incoming
  }: {
    readonly asked: MenuChoice
    readonly isLinked: boolean
    readonly networkId: string
    readonly address: string
    readonly text: string
  },
): Promise<boolean> => {
  const isForMenu = asked.what === 'code' || (isLinked && asked.what !== 'help')
  return !isForMenu && (await hears?.(incoming)) === true
}

/** Links a phone by the code that somebody was given, and says what came of it. */
const answerToCode = async (
  needs: MenuNeeds,
  by: Parameters<typeof linkByCode>[1],
): Promise<string> => {
  const linked = await linkByCode(needs, by)
  if (linked.what === 'linked' && linked.left) await tellLeft(needs, by.networkId, linked.left)
  const told: MessageFacts = linked.what === 'wait' ? { what: 'in-person' } : { what: linked.what }
  return needs.say(told, { language: by.language, withAmounts: false })
}

const writtenIn = (text: string): MessageLanguage => (/[a-z]/i.test(text) ? 'en' : 'km')

/**
 * Answers one incoming text; undefined where nothing is answered any more today. A number that is not linked hears
 * one and the same words whatever it writes, but after a code: so nobody learns whose numbers there are.
 */
export const answerTo = async (
  needs: MenuNeeds,
  {
    networkId,
    from,
    text,
  }: { readonly networkId: string; readonly from: string; readonly text: string },
): Promise<string | undefined> => {
  const address = addressOf(from)
  if (address === undefined || !(await mayAnswer(needs, networkId, address))) return undefined
  // The same to everybody, linked or not: it tells nothing of whose number it is.
  const agency = agencyAsked(text)
  if (agency !== undefined && needs.lookUp)
    return needs.lookUp({ networkId, typed: agency, language: writtenIn(text) })
  const asked = readText(text)
  const found = await linkAt(needs, networkId, address)
  const isLapsed = found !== undefined && isSilent(found.value, needs.clock())
  if (found && isLapsed) await unlink(needs, found, 'card')
  const link = isLapsed ? undefined : found
  const language = link?.value.language ?? writtenIn(text)
  if (
    await isHeardElsewhere(needs, { asked, isLinked: link !== undefined, networkId, address, text })
  )
    return needs.say({ what: 'heard' }, { language, withAmounts: false })
  if (asked.what === 'code')
    return answerToCode(needs, { networkId, address, code: asked.code, language })
  if (!link) return needs.say({ what: 'stranger' }, { language, withAmounts: false })
  const answer = await answerLinked(needs, link, asked)
  return needs.say(answer.told, { language: answer.language, withAmounts: answer.withSums })
}
