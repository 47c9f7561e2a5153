import { getCookie, setCookie } from 'hono/cookie'
import { instantAfter } from '#domain/kernel/dates.ts'
import type { ActNeeds } from '#src/app/cases/cases.ts'
import { fromText, toText } from '#src/app/cases/sealed-text.ts'
import type { AtDesk } from '#src/app/cases/team.ts'
import { givenPersonOf } from '#src/app/identity/given.ts'
import { officesHeldBy } from '#src/app/identity/offices.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import type { PageFrame } from '#src/pages/layout.ts'
import { caseWords } from '#src/words/words.ts'

export const casePath = {
  list: '/cases',
  open: '/cases/open',
  first: '/cases/first-key',
  newKey: '/cases/new-key',
  renewal: (userId: string): string => `/cases/renewal/${userId}`,
  intake: '/cases/new',
  unanswered: '/cases/unanswered',
  count: '/cases/unanswered/count',
  phone: '/cases/my-phone',
  ownCard: (code: string): string => `/cases/own-card/${code}`,
  release: (code: string): string => `/cases/release/${code}`,
  one: (code: string): string => `/cases/of/${code}`,
  card: (code: string): string => `/cases/card/${code}`,
  sheet: (code: string, item: string): string => `/cases/sheet/${code}/${item}`,
  act: (code: string, command: string, item = ''): string =>
    `/cases/of/${code}/${command}${item === '' ? '' : `/${item}`}`,
} as const

const cookie = 'cases'
/** So long a key stays open without a sign of life: somebody who is called away comes back to a shut desk. */
const idleMs = 15 * 60_000

/** What the rules and the store of cases need; undefined where there is none. */
export const casesIn = (context: HttpContext): ActNeeds | undefined => {
  const { cases, clock, random, today } = context.get('needs')
  const { networkId } = context.get('network')
  return cases && { ...cases, clock, networkId, today: today(), random }
}

/** The same, or a page that says what is missing. */
export const caseNeeds = async (context: HttpContext): Promise<ActNeeds | Response> => {
  const needs = casesIn(context)
  if (needs) return needs
  const words = caseWords.in(context.get('language'))
  const page = messagePage(await frameOf(context), {
    shown: 'stop',
    heading: words.notSetUp,
    lines: [words.notSetUpHow],
    links: [{ href: '/team', label: words.toTeam }],
  })
  return context.html(page, 503)
}

/** So long a key stays open at most, whoever comes back in between. */
const wholeMs = 4 * 60 * 60_000

export type OpenedDesk = AtDesk & { readonly since: string }
type KeptOpen = OpenedDesk & { readonly until: string }

const about = (context: HttpContext): string => `desk\n${context.get('caller')!.session.sessionId}`

/**
 * Keeps somebody's open key where no other session can use it: with the browser, sealed by the secret of the service. So
 * neither the database nor the browser alone opens a case, and it is shut when the browser is.
 */
export const keepOpen = async (
  context: HttpContext,
  { keys, clock }: Pick<ActNeeds, 'keys' | 'clock'>,
  desk: AtDesk | OpenedDesk,
): Promise<void> => {
  const since = 'since' in desk ? desk.since : clock()
  const kept: KeptOpen = { ...desk, since, until: instantAfter(clock(), idleMs) }
  const sealed = await keys.sealHere(about(context), new TextEncoder().encode(JSON.stringify(kept)))
  setCookie(context, cookie, toText(sealed), {
    prefix: 'host',
    httpOnly: true,
    sameSite: 'Strict',
  })
}

export const shutDesk = (context: HttpContext): void =>
  setCookie(context, cookie, '', { prefix: 'host', httpOnly: true, sameSite: 'Strict', maxAge: 0 })

/** Whoever has opened the own key in this session and was here lately. */
export const openDesk = async (
  context: HttpContext,
  { keys, clock }: Pick<ActNeeds, 'keys' | 'clock'>,
): Promise<OpenedDesk | undefined> => {
  const text = getCookie(context, cookie, 'host')
  const plain = text && (await keys.openHere(about(context), fromText(text)))
  if (!plain) return undefined
  const { until, ...desk } = JSON.parse(new TextDecoder().decode(plain)) as KeptOpen
  const isOpen = clock() < until && clock() < instantAfter(desk.since, wholeMs)
  return isOpen && desk.userId === context.get('caller')!.session.userId ? desk : undefined
}

/** Funds that somebody holds an office in today: whoever has power over money opens no case. */
export const officesOf = async (
  context: HttpContext,
  userId: string,
): Promise<readonly string[]> => {
  const needs = context.get('needs')
  const { networkId } = context.get('network')
  const memberships = await needs.store.memberships(networkId, userId)
  const day = needs.today()
  const session = { networkId, userId, card: undefined, memberships }
  const person = await givenPersonOf(needs, session, day)
  return officesHeldBy(needs, { person, day })
}

/** Whether a committee has used the device that the caller sits at. */
const isOfCommittee = async (context: HttpContext): Promise<boolean> => {
  const { store } = context.get('needs')
  const { networkId } = context.get('network')
  const { session } = context.get('caller')!
  for (const userId of await store.deviceUsers(networkId, session.deviceId)) {
    if (userId === session.userId) continue
    if ((await officesOf(context, userId)).length > 0) return true
  }
  return false
}

/** Why nobody may open a key here; asked when a key is opened, since it looks through who ever used the device. */
export const deskRefusal = async (
  context: HttpContext,
): Promise<'officer-of-a-fund' | 'committee-device' | undefined> => {
  const { userId } = context.get('caller')!.session
  if (userId === undefined) return 'officer-of-a-fund'
  // Invented people share one browser while they are tried.
  if (context.get('needs').isPractice) return undefined
  if ((await officesOf(context, userId)).length > 0) return 'officer-of-a-fund'
  return (await isOfCommittee(context)) ? 'committee-device' : undefined
}

/** The frame of a page of cases: left at once, and behind the list. */
export const behindCases = (
  context: HttpContext,
  more: Partial<PageFrame> = {},
): Promise<PageFrame> => {
  const label = caseWords.in(context.get('language')).toCases
  return frameOf(context, {
    isLeftAtOnce: true,
    back: { href: casePath.list, label },
    ...more,
  })
}
