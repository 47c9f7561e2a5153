import { isStaffRole } from '#domain/access/roles.ts'
import { mayHavePin } from '#src/app/first-secret.ts'
import { textsOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import {
  type NotAdded,
  addPerson,
  isForOfficers,
  resetPerson,
} from '#src/http/identity/user-acts.ts'
import { decideInNetwork, envelopeOf, refusalSaid } from '#src/http/network/deciding.ts'
import { deviceKeyIfWished, handOver, mayEnrol } from '#src/http/network/hand-over.ts'
import { lastDayIn } from '#src/http/network/last-day.ts'
import { aboutPerson } from '#src/http/network/people.ts'
import { officeOf, personTold } from '#src/http/network/persons.ts'
import { behindNetwork, inAYear, stepUpTo, wordsOf } from '#src/http/network/place.ts'
import { type Refused, insteadOfForm, refusedWith } from '#src/http/network/refused.ts'
import { secondAsked, secondGiven } from '#src/http/network/second.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { addMemberPage, addStaffPage } from '#src/pages/network/adding-pages.ts'
import { formPage, tickField } from '#src/pages/network/parts.ts'
import { pathOf, whatIs } from '#src/pages/network/people-pages.ts'
import type { User } from '#domain/ports.ts'
import { html } from 'hono/html'
import type { NetworkWords } from '#src/words/en/network.ts'

/** Longer than any login, and not the whole of what somebody sends. */
const typedMax = 200

const staffForm = async (context: HttpContext, refused?: Refused): Promise<Html> =>
  addStaffPage(await behindNetwork(context), {
    ...refused,
    stepUpTo: stepUpTo(context, '/network'),
    lastDay: inAYear(context),
    mayEnrol: mayEnrol(context),
    second: await secondAsked(context),
  })

const memberForm = async (context: HttpContext, refused?: Refused): Promise<Html> => {
  const { fundNames } = await officeOf(context)
  return addMemberPage(await behindNetwork(context), {
    ...refused,
    stepUpTo: stepUpTo(context, '/network'),
    funds: [...fundNames].map(([value, label]) => ({ value, label })),
    mayEnrol: mayEnrol(context),
  })
}

const notAddedSaid = (words: NetworkWords, code: NotAdded['code']): string =>
  ({
    'fund-not-in-network': words.fundWrong,
    'card-unknown': words.cardUnknown,
    'officers-must-add': words.officersMustAdd,
    'login-taken': words.loginTaken,
    'login-not-a-name': words.loginWrong,
  })[code]

const statusOf = (code: NotAdded['code']): 400 | 409 =>
  code === 'login-taken' || code === 'officers-must-add' ? 409 : 400

const whoseOf = async (context: HttpContext, userId: string): Promise<string | undefined> => {
  const { store } = context.get('needs')
  const user = await store.user(context.get('network').networkId, userId)
  const told = user && (await personTold(context, await officeOf(context), user))
  return told && whatIs(told, context.get('language')).join(' · ')
}

const handOverTo = async (
  context: HttpContext,
  { userId, key }: { readonly userId: string; readonly key: string },
  of: (name: string) => string,
): Promise<Response> =>
  handOver(context, {
    whose: (await whoseOf(context, userId)) || undefined,
    keys: { begin: key, device: await deviceKeyIfWished(context, of) },
    next: '/network',
  })

const takeStaff = async (context: HttpContext): Promise<Response> => {
  const words = wordsOf(context)
  const of = await textsOf(context)
  const again = async (fault: string, status: 400 | 409 = 400): Promise<Response> =>
    context.html(await staffForm(context, refusedWith(of, fault)), status)
  const role = of('role')
  if (!isStaffRole(role)) return again(words.roleWrong)
  const last = lastDayIn(of, { today: context.get('needs').today(), words })
  if ('fault' in last) return again(last.fault)
  const second = await secondGiven(context, of, 'AppointStaff')
  if ('fault' in second) return again(second.fault, 409)
  const { ids } = context.get('needs')
  const appointing = (userId: string) => ({
    ...envelopeOf(context, ids()),
    type: 'AppointStaff' as const,
    userId,
    role,
    until: last.until,
    ...second.approved,
  })
  // Asked before anybody is added, so that a refusal leaves nobody half added.
  const would = refusalSaid(
    words,
    await decideInNetwork(context, appointing(ids()), { dryRun: true }),
  )
  if (would !== undefined) return again(would, 409)
  const added = await addPerson(context, { login: of('login').slice(0, typedMax) })
  if ('code' in added) return again(notAddedSaid(words, added.code), statusOf(added.code))
  const { word } = second
  await decideInNetwork(context, appointing(added.userId), word ? { second: word } : {})
  return handOverTo(context, added, of)
}

const takeMember = async (context: HttpContext): Promise<Response> => {
  const of = await textsOf(context)
  const link = { fundId: of('fund').slice(0, typedMax), card: of('card').trim().slice(0, typedMax) }
  const added = await addPerson(context, { login: of('login').slice(0, typedMax), link })
  if (!('code' in added)) return handOverTo(context, added, of)
  const words = wordsOf(context)
  const line = notAddedSaid(words, added.code)
  const page =
    added.code === 'officers-must-add'
      ? insteadOfForm(await behindNetwork(context), {
          heading: words.addMemberHeading,
          line,
          back: '/network',
        })
      : await memberForm(context, refusedWith(of, line))
  return context.html(page, statusOf(added.code))
}

const officersReset = async (context: HttpContext, user: User): Promise<Html> => {
  const { newPin: heading, officersMustReset: line } = wordsOf(context)
  const frame = await behindNetwork(context)
  return insteadOfForm(frame, { heading, line, back: pathOf(user) })
}

const showReset = async (context: HttpContext, user: User): Promise<Html> => {
  if (await isForOfficers(context, user)) return officersReset(context, user)
  const words = wordsOf(context)
  const needs = context.get('needs')
  const isPin = await mayHavePin(needs, user, needs.today())
  const told = { stepUpTo: stepUpTo(context, '/network') }
  return formPage(await behindNetwork(context), told, {
    shown: 'key',
    heading: isPin ? words.newPin : words.newPassword,
    lead: [
      html`<bdi><strong>${user.login}</strong></bdi>`,
      isPin ? words.resetPinLead : words.resetPasswordLead,
    ],
    action: pathOf(user, 'reset'),
    safe: { href: pathOf(user), label: words.leaveIt },
    submit: isPin ? words.resetPinButton : words.resetPasswordButton,
    fields: html`${mayEnrol(context) ? tickField({ name: 'device', label: words.alsoDevice }) : ''}`,
  })
}

const takeReset = async (context: HttpContext, user: User): Promise<Response> => {
  const of = await textsOf(context)
  const reset = await resetPerson(context, user)
  return 'code' in reset
    ? context.html(await officersReset(context, user), 409)
    : handOverTo(context, reset, of)
}

export const addingPages = (pages: Pages): void => {
  pages.get('/network/add/staff', 'manage-users', (context) => staffForm(context))
  pages.post('/network/add/staff', 'manage-users', takeStaff)
  pages.get('/network/add/member', 'manage-users', (context) => memberForm(context))
  pages.post('/network/add/member', 'manage-users', takeMember)
  pages.get('/network/people/:userId/reset', 'manage-users', aboutPerson(showReset))
  pages.post('/network/people/:userId/reset', 'manage-users', aboutPerson(takeReset))
}
