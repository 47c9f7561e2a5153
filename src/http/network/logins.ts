import { html } from 'hono/html'
import { rolesOfMember } from '#domain/access/roles.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { devicesOfFund } from '#src/app/identity/fund-devices.ts'
import { needsHelp, noFurtherLogin } from '#src/app/identity/fund-logins.ts'
import { memberOf } from '#src/app/identity/persons.ts'
import { practiceBeside } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { type Field, choiceField, secretField } from '#src/desk/fields.ts'
import { note } from '#src/desk/content.ts'
import { refusalInWords, statusOfRefusal } from '#src/http/entrance/enter.ts'
import { mainRoles } from '#src/http/entrance/frame.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import {
  type LoginOfMember,
  giveLogin,
  isOfStaff,
  loginOf,
  resetLogin,
} from '#src/http/identity/login-acts.ts'
import type { PersonKey } from '#src/http/identity/user-acts.ts'
import { newLoginField } from '#src/http/network/adding.ts'
import { handKeysOver } from '#src/http/network/hand-over.ts'
import { behindStart, insteadOfForm, notHere, stepUpTo, wordsOf } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { secondQuestion } from '#src/pages/forms/second.ts'
import { loginsPage } from '#src/pages/network/logins-pages.ts'
import { entranceWords } from '#src/words/words.ts'

export const loginsPlace = (context: HttpContext): string =>
  `/funds/${context.get('fund').fundId}/logins`

export const behindLogins = (context: HttpContext): Promise<PageFrame> =>
  behindStart(context, { back: { href: loginsPlace(context), label: wordsOf(context).toLogins } })

/** What a member is to the fund today, as a person would say it; nothing for whoever holds no office. */
const officeOf = (context: HttpContext, member: Member): string => {
  const { roleName } = entranceWords.in(context.get('language'))
  const held = rolesOfMember(member, context.get('needs').today())
  return held.length > 1 ? mainRoles(held).map(roleName).join(' · ') : ''
}

const showLogins = async (context: HttpContext): Promise<Html> => {
  const { store, today } = context.get('needs')
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
  const devices = await devicesOfFund(store, { networkId, fundId, day: today() })
  return loginsPage(await behindStart(context), { fundId, logins, devices })
}

const practiceIn = (context: HttpContext) =>
  context.get('needs').isPractice ? practiceBeside(context.get('fund').held) : undefined

/** Whether the fund has nobody beside the caller who could vouch; the person whom it is about does not count. */
const isAlone = (context: HttpContext, about?: string): Promise<boolean> => {
  const { store, today } = context.get('needs')
  const { networkId, userId } = context.get('caller')!.session
  const { fundId } = context.get('fund')
  return needsHelp(store, { networkId, fundId, day: today(), caller: userId, about })
}

type LoginVisit = { readonly context: HttpContext }

type LoginText = Pick<FormText, 'heading' | 'whose' | 'told' | 'fields' | 'submit'>

/** A form that two officers fill in on one device; `about` is whose login it is about, who does not vouch. */
export const ofTwo = async (
  context: HttpContext,
  action: string,
  { told, fields, ...text }: LoginText,
  about?: string,
): Promise<FormText> => {
  const words = wordsOf(context)
  const language = context.get('language')
  const { fundId } = context.get('fund')
  const second = secondQuestion(language, practiceIn(context))
  const lines = [
    note(words.twoOfficers),
    ...((await isAlone(context, about)) ? [note(words.noSecondOfficer)] : []),
    ...second.told,
  ]
  return {
    ...text,
    shown: 'key',
    told: html`${told ?? ''} ${contentPart({ language, isPractice: false, fundId }, lines)}`,
    secretFirst: stepUpTo(context, loginsPlace(context)),
    action,
    fields: [...fields, ...second.fields],
    back: { href: loginsPlace(context), label: words.leaveIt },
  }
}

const memberField = async (context: HttpContext): Promise<Field> => {
  const { store, today } = context.get('needs')
  const words = wordsOf(context)
  const book = await bookOf(store, context.get('fund').fundId)
  const members = (book?.members ?? []).filter((one) => isMemberOn(one, today()))
  return choiceField({
    name: 'memberId',
    label: words.memberCard,
    choices: members
      .toSorted((a, b) => (a.card < b.card ? -1 : 1))
      .map((member) => ({
        value: member.memberId,
        label: words.memberChoice(member.card, officeOf(context, member)),
      })),
    fault: words.memberWrong,
  })
}

const whoseIn = async (context: HttpContext, memberId: string): Promise<string | undefined> => {
  const member = await memberOf(context.get('needs').store, context.get('fund').fundId, memberId)
  return member && wordsOf(context).ofMember(member.card, officeOf(context, member))
}

const handOverIn = async (
  context: HttpContext,
  { key }: PersonKey,
  memberId: string,
): Promise<Response> =>
  handKeysOver(context, {
    isByTwo: true,
    whose: await whoseIn(context, memberId),
    keys: { begin: key },
    next: loginsPlace(context),
  })

/** Why this member gets no login, at the field that it lies in. */
const furtherFault = async (
  context: HttpContext,
  memberId: string,
  typed: string,
): Promise<Taken | undefined> => {
  const words = wordsOf(context)
  const needs = context.get('needs')
  const { session: by } = context.get('caller')!
  const { networkId } = by
  const { fundId } = context.get('fund')
  const pin = latinDigits(typed.replaceAll(/\s/g, '')).slice(0, 20)
  const not = await noFurtherLogin(needs, { networkId, fundId, memberId, pin, by })
  if (!not) return undefined
  switch (not.code) {
    case 'has-a-login':
      return { faults: new Map([['memberId', words.hasALogin]]), status: 409 }
    case 'card-pin-needed':
      return { faults: new Map([['ownPin', words.cardPinNeeded]]), status: 409 }
    case 'card-pin-wrong':
      return { faults: new Map([['ownPin', words.cardPinWrong]]), status: 403 }
    default: {
      const said = { words: entranceWords.in(context.get('language')), now: needs.clock() }
      return { fault: refusalInWords(not, said), status: statusOfRefusal(not) }
    }
  }
}

/** Two officers give a member a login on one device. */
const giving: FormOf<LoginVisit> = {
  path: '/funds/:fundId/logins/new',
  rule: 'manage-logins',
  find: async (context) => ({ context }),
  frame: ({ context }) => behindLogins(context),
  form: async ({ context }) =>
    ofTwo(context, `${loginsPlace(context)}/new`, {
      heading: wordsOf(context).giveLoginHeading,
      fields: [
        await memberField(context),
        newLoginField(context, 'newLogin'),
        secretField({
          name: 'ownPin',
          label: wordsOf(context).cardPinLabel,
          hint: wordsOf(context).cardPinHint,
          isPin: true,
        }),
      ],
      submit: wordsOf(context).giveLoginButton,
    }),
  take: async ({ context }, of) => {
    const words = wordsOf(context)
    const memberId = of('memberId')
    const about = { userId: undefined }
    // The second one's word first: nobody alone tries the PIN of a card.
    const second = await askSecond(context, of, { action: 'manage-logins', memberId, about })
    if ('fault' in second) return { ...second, status: 403 }
    const not = await furtherFault(context, memberId, of('ownPin'))
    if (not) return not
    const login = of('newLogin')
    const given = await giveLogin(context, { memberId, login, second: second.userId })
    if (!('code' in given)) return handOverIn(context, given, memberId)
    return given.code === 'login-taken'
      ? { faults: new Map([['newLogin', words.loginTaken]]), status: 409 }
      : { faults: new Map([['newLogin', words.loginWrong]]) }
  },
}

type ResetVisit = LoginVisit & { readonly found: LoginOfMember }

/** Two officers take a third one's PIN away and give the link for another. */
const resetting: FormOf<ResetVisit> = {
  path: '/funds/:fundId/logins/:userId/reset',
  rule: 'manage-logins',
  find: async (context) => {
    const found = await loginOf(context, context.req.param('userId') ?? '')
    if (!found) return notHere(context)
    if (!(await isOfStaff(context, found.user.userId))) return { context, found }
    const { newPin: heading, loginOfStaff: line } = wordsOf(context)
    const back = loginsPlace(context)
    return insteadOfForm(context, await behindLogins(context), { heading, line, back })
  },
  frame: ({ context }) => behindLogins(context),
  form: async ({ context, found: { user, membership } }) => {
    const words = wordsOf(context)
    const whose = (await whoseIn(context, membership.memberId)) ?? ''
    const text = {
      heading: words.newPin,
      whose: html`<p><strong>${whose}</strong></p>`,
      told: html`<p>${words.resetPinLead}</p>`,
      fields: [],
      submit: words.resetPinButton,
    }
    return ofTwo(context, `${loginsPlace(context)}/${user.userId}/reset`, text, user.userId)
  },
  take: async ({ context, found }, of) => {
    const { memberId } = found.membership
    const about = { userId: found.user.userId }
    const second = await askSecond(context, of, { action: 'manage-logins', memberId, about })
    if ('fault' in second) return { ...second, status: 403 }
    return handOverIn(context, await resetLogin(context, found, second.userId), memberId)
  },
}

/** Logins of a fund's own people, which its officers give in twos. */
export const loginPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/logins', 'manage-logins', showLogins)
  formPages(pages, giving)
  formPages(pages, resetting)
}
