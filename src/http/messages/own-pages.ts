import {
  type MessageChoices,
  type MessageKind,
  messageKinds,
  messageLanguages,
} from '#domain/fund/messages.ts'
import { choose, makeMessageCode, unlinkMember } from '#src/app/messages/linking.ts'
import { type MemberPlace, linkOfMember } from '#src/app/messages/rows.ts'
import { formOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { nothingHere, ownRoom } from '#src/http/household.ts'
import { type MessageNeeds, messageNeeds } from '#src/http/messages/room.ts'
import { isOwner } from '#src/http/owner.ts'
import type { Pages } from '#src/http/page.ts'
import type { OwnPlace } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { type OwnMessages, ownMessagesPage } from '#src/pages/messages/own-messages.ts'

type Own = {
  readonly needs: MessageNeeds
  readonly whose: MemberPlace
  readonly place: OwnPlace
  readonly number: string | undefined
}

/** Whose phone the caller may choose for: the own one, and nobody's besides. */
export const ownPhone = (context: HttpContext): MemberPlace | undefined => {
  const { fundId, ownMemberId: memberId } = context.get('fund')
  const networkId = context.get('caller')?.session.networkId
  return memberId === undefined || networkId === undefined
    ? undefined
    : { networkId, fundId, memberId }
}

const ownOf = async (context: HttpContext): Promise<Own | Html | Response> => {
  const room = await ownRoom(context)
  const whose = ownPhone(context)
  if (!room || !whose) return nothingHere(context)
  const needs = messageNeeds(context.get('needs'))
  return needs
    ? { needs, whose, place: room.place, number: context.get('needs').messages?.number }
    : ownMessagesPage({ isOff: true, link: undefined }, room.place)
}

const shown = async (
  { needs, whose, place, number }: Own,
  more: Partial<OwnMessages> = {},
): Promise<Html> => {
  const link = (await linkOfMember(needs, whose))?.value
  return ownMessagesPage({ isOff: false, link, number, ...more }, place)
}

const isOwn = (found: Own | Html | Response): found is Own =>
  typeof found === 'object' && 'whose' in found

const show = async (context: HttpContext): Promise<Html | Response> => {
  const own = await ownOf(context)
  return isOwn(own) ? shown(own) : own
}

const chosenIn = (fields: ReadonlyMap<string, string>) => ({
  kinds: messageKinds.filter((kind: MessageKind) => fields.get(`kind-${kind}`) === 'yes'),
  language: messageLanguages.find((one) => one === fields.get('language')) ?? 'km',
})

/** Keeps a choice; a phone that was ended meanwhile has none. */
const kept = async (
  context: HttpContext,
  own: Own,
  choices: Partial<MessageChoices>,
): Promise<Html | Response> => {
  const link = await linkOfMember(own.needs, own.whose)
  return link && (await choose(own.needs, link, choices))
    ? shown(own, { told: 'kept' })
    : context.html(await shown(own, { told: 'fault' }), 409)
}

/** What links a phone or lets sums be told wants the secret again: the page may have been left open. */
const guarded: readonly string[] = ['code', 'sums-in']

const take = async (context: HttpContext): Promise<Html | Response> => {
  const own = await ownOf(context)
  if (!isOwn(own)) return own
  const { needs, whose } = own
  const fields = await formOf(context)
  const step = fields?.get('step') ?? ''
  const { by } = context.get('caller')!
  if (guarded.includes(step) && !(await isOwner(context, fields?.get('secret') ?? '')))
    return context.html(await shown(own, { told: 'secret-wrong' }), 403)
  switch (step) {
    case 'code':
      return shown(own, { code: (await makeMessageCode(needs, whose, by)).code })
    case 'stop':
      await unlinkMember(needs, whose, by.actor)
      return shown(own, { told: 'stopped' })
    case 'sums-in':
    case 'sums-out':
      return kept(context, own, { withAmounts: step === 'sums-in' })
    case 'choose':
      return kept(context, own, chosenIn(fields ?? new Map()))
    default:
      return context.html(await shown(own, { told: 'fault' }), 400)
  }
}

export const ownMessagePages = (pages: Pages): void => {
  pages.get('/funds/:fundId/me/messages', 'choose-own-messages', show)
  pages.post('/funds/:fundId/me/messages', 'choose-own-messages', take)
}
