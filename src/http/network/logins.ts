import { rolesOfMember } from '#domain/access/roles.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { isMemberOn } from '#domain/fund/life.ts'
import type { Member } from '#domain/fund/members.ts'
import { needsHelp } from '#src/app/fund-logins.ts'
import { memberOf } from '#src/app/persons.ts'
import { practiceBeside } from '#src/app/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { textsOf } from '#src/http/form.ts'
import { mainRoles } from '#src/http/entrance/frame.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import {
  type LoginOfMember,
  giveLogin,
  isOfStaff,
  loginOf,
  resetLogin,
} from '#src/http/identity/login-acts.ts'
import type { PersonKey } from '#src/http/identity/user-acts.ts'
import { handOver } from '#src/http/network/hand-over.ts'
import { behindStart, notHere, stepUpTo, wordsOf } from '#src/http/network/place.ts'
import { type Refused, insteadOfForm, refusedWith } from '#src/http/network/refused.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { giveLoginPage, loginsPage, resetLoginPage } from '#src/pages/network/logins-pages.ts'
import { entranceWords } from '#src/words/words.ts'

const placeOf = (context: HttpContext): string => `/funds/${context.get('fund').fundId}/logins`

const behindLogins = (context: HttpContext): Promise<PageFrame> =>
  behindStart(context, { back: { href: placeOf(context), label: wordsOf(context).toLogins } })

/** What a member is to the fund today, as a person would say it; nothing for whoever holds no office. */
const officeOf = (context: HttpContext, member: Member): string => {
  const { roleName } = entranceWords.in(context.get('language'))
  const held = rolesOfMember(member, context.get('needs').today())
  return held.length > 1 ? mainRoles(held).map(roleName).join(' · ') : ''
}

const showLogins = async (context: HttpContext): Promise<Html> => {
  const { store } = context.get('needs')
  const { fundId } = context.get('fund')
  const { networkId } = context.get('caller')!.session
  const { roleName } = entranceWords.in(context.get('language'))
  const told = await Promise.all(
    (await store.membershipsOfFund(networkId, fundId)).map(async ({ userId, memberId }) => {
      const user = await store.user(networkId, userId)
      const member = await memberOf(store, fundId, memberId)
      if (!user || !member) return []
      const office = officeOf(context, member) || roleName('household-member')
      const hasSecret = user.secret !== undefined
      const isShutOut = user.disabledAt !== undefined
      return [{ userId, card: member.card, office, hasSecret, isShutOut }]
    }),
  )
  const logins = told.flat().toSorted((a, b) => (a.card < b.card ? -1 : 1))
  return loginsPage(await behindStart(context), { fundId, logins })
}

const practiceIn = (context: HttpContext) =>
  context.get('needs').isPractice ? practiceBeside(context.get('fund').held) : undefined

/** Whether the fund has nobody beside the caller who could vouch; the person whom it is about does not count. */
const isAlone = (context: HttpContext, about?: string): Promise<boolean> => {
  const { store, today } = context.get('needs')
  const { networkId, userId } = context.get('caller')!.session
  const except = [userId, about].filter((one) => one !== undefined)
  return needsHelp(store, { networkId, fundId: context.get('fund').fundId, day: today(), except })
}

const giveForm = async (context: HttpContext, refused?: Refused): Promise<Html> => {
  const { fundId } = context.get('fund')
  const words = wordsOf(context)
  const book = await bookOf(context.get('needs').store, fundId)
  const today = context.get('needs').today()
  const members = (book?.members ?? []).filter((one) => isMemberOn(one, today))
  return giveLoginPage(await behindLogins(context), {
    ...refused,
    fundId,
    stepUpTo: stepUpTo(context, placeOf(context)),
    practice: practiceIn(context),
    isAlone: await isAlone(context),
    members: members
      .toSorted((a, b) => (a.card < b.card ? -1 : 1))
      .map((member) => ({
        value: member.memberId,
        label: words.memberChoice(member.card, officeOf(context, member)),
      })),
  })
}

const handOverIn = async (
  context: HttpContext,
  { key }: PersonKey,
  member: Member | undefined,
): Promise<Response> => {
  const words = wordsOf(context)
  return handOver(context, {
    whose: member && words.ofMember(member.card, officeOf(context, member)),
    keys: { begin: key },
    next: placeOf(context),
  })
}

const takeGive = async (context: HttpContext): Promise<Response> => {
  const words = wordsOf(context)
  const of = await textsOf(context)
  const again = async (fault: string, status: 400 | 403 | 409): Promise<Response> =>
    context.html(await giveForm(context, refusedWith(of, fault)), status)
  const memberId = of('memberId')
  const { store } = context.get('needs')
  const member = isUuid(memberId)
    ? await memberOf(store, context.get('fund').fundId, memberId)
    : undefined
  if (!member) return again(words.memberWrong, 400)
  const second = await askSecond(context, of, {
    action: 'manage-logins',
    memberId,
    about: { userId: undefined },
  })
  if ('fault' in second) return again(second.fault, 403)
  const login = of('newLogin').slice(0, 200)
  const given = await giveLogin(context, { memberId, login, second: second.userId })
  if (!('code' in given)) return handOverIn(context, given, member)
  return given.code === 'login-taken' ? again(words.loginTaken, 409) : again(words.loginWrong, 400)
}

const memberBehind = (
  context: HttpContext,
  { membership }: LoginOfMember,
): Promise<Member | undefined> =>
  memberOf(context.get('needs').store, context.get('fund').fundId, membership.memberId)

const resetForm = async (
  context: HttpContext,
  found: LoginOfMember,
  fault?: string,
): Promise<Html> => {
  const words = wordsOf(context)
  const { userId } = found.user
  if (await isOfStaff(context, userId))
    return insteadOfForm(await behindLogins(context), {
      heading: words.newPin,
      line: words.loginOfStaff,
      back: placeOf(context),
    })
  const member = await memberBehind(context, found)
  return resetLoginPage(await behindLogins(context), {
    fundId: context.get('fund').fundId,
    userId,
    whose: member ? words.ofMember(member.card, officeOf(context, member)) : '',
    fault,
    stepUpTo: stepUpTo(context, placeOf(context)),
    practice: practiceIn(context),
    isAlone: await isAlone(context, userId),
  })
}

const aboutLogin =
  (handler: (context: HttpContext, found: LoginOfMember) => Promise<Html | Response>) =>
  async (context: HttpContext): Promise<Html | Response> => {
    const found = await loginOf(context, context.req.param('userId') ?? '')
    return found ? handler(context, found) : notHere(context)
  }

const takeReset = async (context: HttpContext, found: LoginOfMember): Promise<Response> => {
  const of = await textsOf(context)
  if (await isOfStaff(context, found.user.userId))
    return context.html(await resetForm(context, found), 409)
  const { memberId } = found.membership
  const { userId } = found.user
  const second = await askSecond(context, of, {
    action: 'manage-logins',
    memberId,
    about: { userId },
  })
  if ('fault' in second) return context.html(await resetForm(context, found, second.fault), 403)
  const reset = await resetLogin(context, found, second.userId)
  return handOverIn(context, reset, await memberBehind(context, found))
}

/** Logins of a fund's own people, which its officers give in twos. */
export const loginPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/logins', 'manage-logins', showLogins)
  pages.get('/funds/:fundId/logins/new', 'manage-logins', (context) => giveForm(context))
  pages.post('/funds/:fundId/logins/new', 'manage-logins', takeGive)
  pages.get(
    '/funds/:fundId/logins/:userId/reset',
    'manage-logins',
    aboutLogin((context, found) => resetForm(context, found)),
  )
  pages.post('/funds/:fundId/logins/:userId/reset', 'manage-logins', aboutLogin(takeReset))
}
