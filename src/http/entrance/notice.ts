import { html } from 'hono/html'
import { type Role, rolesOfMember } from '#domain/access/roles.ts'
import { staffRolesOn } from '#domain/network.ts'
import { type Notice, noteSeen, noticesFor } from '#src/app/identity/hands.ts'
import { halvesOf } from '#src/app/identity/halves.ts'
import { memberOf } from '#src/app/identity/persons.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { villageTimeOf } from '#src/app/village-time.ts'
import { frameOf, mainRoles } from '#src/http/entrance/frame.ts'
import { halvesPlace } from '#src/http/entrance/halves.ts'
import { timeInWords } from '#src/http/entrance/own-sessions.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import { entranceWords } from '#src/words/words.ts'

export const noticePlace = '/me/notice'

/** What somebody was on a day, in the funds and in the network: never who. */
export const rolesOfUser = async (
  context: HttpContext,
  userId: string,
  at: string,
): Promise<readonly Role[]> => {
  const { store } = context.get('needs')
  const { networkId } = context.get('caller')!.session
  const { day } = villageTimeOf(at)
  const network = await networkBookOf(store, networkId)
  const staff = network?.staff.find((one) => one.userId === userId)
  const inFunds = await Promise.all(
    (await store.memberships(networkId, userId)).map(async ({ fundId, memberId }) => {
      const member = await memberOf(store, fundId, memberId)
      return member ? rolesOfMember(member, day) : []
    }),
  )
  return mainRoles([...inFunds.flat(), ...staffRolesOn(staff, day)])
}

type NoticeVisit = { readonly context: HttpContext; readonly notices: readonly Notice[] }

const lineOf = async (
  context: HttpContext,
  { at, of, isHere, isReset, by }: Notice,
): Promise<string> => {
  const words = entranceWords.in(context.get('language'))
  const offices = await Promise.all(by.map((userId) => rolesOfUser(context, userId, at)))
  const who = offices.map((held) => held.map((role) => words.roleName(role)).join(' · '))
  const said = who.map((one) => (one === '' ? words.roleName('') : one)).join(', ')
  const when = timeInWords(context, at)
  if (of === 'card') return words.noticeCard(when, said)
  if (of === 'phone') return words.noticePhone(when, said)
  if (!isHere) return words.noticeLogin(when, said)
  return isReset ? words.noticeReset(when, said) : words.noticeGiven(when, said)
}

/** What a page of these has shown ends with its newest line. */
const newestOf = (notices: readonly Notice[]): string => notices[0]?.at ?? ''

/** What was done to somebody's login is the first thing that this person reads after signing in. */
const seeing: FormOf<NoticeVisit> = {
  path: noticePlace,
  rule: 'signed-in',
  find: async (context) => {
    const { session } = context.get('caller')!
    const notices = await noticesFor(context.get('needs').store, session)
    return { context, notices }
  },
  frame: ({ context }) => frameOf(context, { at: noticePlace }),
  form: async ({ context, notices }) => {
    const words = entranceWords.in(context.get('language'))
    const lines = await Promise.all(notices.map((one) => lineOf(context, one)))
    return {
      shown: 'key',
      heading: words.noticeHeading,
      told:
        notices.length === 0
          ? html`<p>${words.noticeNone}</p>`
          : html`${lines.map((line) => html`<p>${line}</p>`)}
              <p>${words.noticeNext}</p>
              <p>${words.noticeElsewhere}</p>`,
      action: noticePlace,
      hidden: { newest: newestOf(notices) },
      fields: [],
      submit: notices.length === 0 ? words.noticeGoOn : words.noticeSeen,
      back: { href: '/', label: words.toStart },
    }
  },
  take: async ({ context, notices }, of) => {
    // What was done while the page stood open has been read by nobody.
    if (newestOf(notices) > of('newest')) return 'ask'
    if (notices.length > 0) await noteSeen(context.get('needs'), context.get('caller')!.session)
    const halves = await halvesOf(context.get('needs'), context.get('caller')!.session)
    return { next: halves.length > 0 ? halvesPlace : '/' }
  },
}

export const noticePages = (pages: Pages): void => formPages(pages, seeing)
