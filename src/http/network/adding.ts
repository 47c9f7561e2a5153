import { html } from 'hono/html'
import type { StaffRole } from '#domain/access/roles.ts'
import { isCode } from '#domain/fund/people/members.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { mayHavePin } from '#src/app/identity/first-secret.ts'
import { mayBeLogin } from '#src/app/identity/users.ts'
import { type Field, lineField, tickField } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import {
  type NotAdded,
  type PersonKey,
  addPerson,
  isForOfficers,
  linkFault,
  resetPerson,
} from '#src/http/identity/user-acts.ts'
import { decideInNetwork, envelopeOf, refusalSaid } from '#src/http/network/deciding.ts'
import { deviceKeyIfWished, handKeysOver, mayEnrol } from '#src/http/network/hand-over.ts'
import { leadersOf } from '#src/http/network/first-steps.ts'
import { lastDayField } from '#src/http/network/last-day.ts'
import { type StaffVisit, staffForm } from '#src/http/network/people.ts'
import { networkOffice, personSummary } from '#src/http/network/persons.ts'
import {
  behindNetwork,
  inAYear,
  insteadOfForm,
  stepUpTo,
  wordsOf,
} from '#src/http/network/place.ts'
import { staffSecondFields, secondGiven } from '#src/http/network/second.ts'
import { fundField, fundsOf, roleField } from '#src/http/network/tasks.ts'
import type { Pages } from '#src/http/page.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { signInFormOf } from '#src/pages/network/first-steps-part.ts'
import { pathOf, whatIs } from '#src/pages/network/people-pages.ts'

/** The name that somebody is to sign in with. */
export const newLoginField = (context: HttpContext, name: 'login' | 'newLogin'): Field => {
  const { newLogin: label, newLoginHint: hint, loginWrong: fault } = wordsOf(context)
  const rule = (text: string): string | undefined => (mayBeLogin(text) ? text : undefined)
  return lineField({ name, label, hint, rule, fault, lengthMax: 60 })
}

const cardField = (context: HttpContext): Field => {
  const { cardNumber: label, cardNumberHint: hint, cardUnknown: fault } = wordsOf(context)
  return lineField({ name: 'card', label, hint, rule: (text) => text || undefined, fault })
}

const deviceField = (context: HttpContext): readonly Field[] => {
  const { alsoDevice: label } = wordsOf(context)
  return mayEnrol(context) ? [tickField({ name: 'device', label, said: label })] : []
}

/** Why nobody was added, at the field that it lies in; or that it is for others to do. */
const notAdded = async (context: HttpContext, { code }: NotAdded): Promise<Taken> => {
  const words = wordsOf(context)
  if (code === 'officers-must-add') {
    const { addMemberHeading: heading, officersMustAdd: line } = words
    return insteadOfForm(context, await behindNetwork(context), { heading, line, back: '/network' })
  }
  const [name, said] = (
    {
      'fund-not-in-network': ['fund', words.fundWrong],
      'card-unknown': ['card', words.cardUnknown],
      'has-a-login': ['card', words.hasALogin],
      'login-taken': ['login', words.loginTaken],
      'login-not-a-name': ['login', words.loginWrong],
    } as const
  )[code]
  return {
    faults: new Map([[name, said]]),
    status: code === 'login-taken' || code === 'has-a-login' ? 409 : 400,
  }
}

const whoseOf = async (context: HttpContext, userId: string): Promise<string | undefined> => {
  const { store } = context.get('needs')
  const user = await store.user(context.get('network').networkId, userId)
  const told = user && (await personSummary(context, await networkOffice(context), user))
  return told && whatIs(told, context.get('language')).join(' · ')
}

const handOverTo = async (
  context: HttpContext,
  { userId, key }: PersonKey,
  of: Typed,
  { isByTwo = false, next = '/network' }: { readonly isByTwo?: boolean; readonly next?: string },
): Promise<Response> =>
  handKeysOver(context, {
    isByTwo,
    whose: (await whoseOf(context, userId)) || undefined,
    keys: { begin: key, device: await deviceKeyIfWished(context, of) },
    next,
  })

type NetworkVisit = { readonly context: HttpContext }

/** A form about nobody yet, beside the list of people. */
const addForm = ({
  who,
  form,
  take,
}: {
  readonly who: 'staff' | 'member'
  readonly form: (
    context: HttpContext,
  ) => Promise<Pick<FormText, 'shown' | 'heading' | 'told' | 'fields' | 'prefilled' | 'query'>>
  readonly take: (context: HttpContext, of: Typed) => Promise<Taken>
}): FormOf<NetworkVisit> => ({
  path: `/network/add/${who}`,
  rule: 'manage-users',
  find: async (context) => ({ context }),
  frame: ({ context }) => behindNetwork(context),
  form: async ({ context }) => ({
    ...(await form(context)),
    secretFirst: stepUpTo(context, '/network'),
    action: `/network/add/${who}`,
    submit: wordsOf(context).addButton,
    back: { href: '/network', label: wordsOf(context).leaveIt },
  }),
  take: ({ context }, of) => take(context, of),
})

const later = 'later'

/** A task, or none yet: a role that asks for a training is given once that is written down. */
const taskOrLater = (context: HttpContext): Field => {
  const field = roleField(context)
  const { taskLater } = wordsOf(context)
  if (!('choices' in field)) return field
  return {
    ...field,
    choices: [...field.choices, { value: later, label: taskLater }],
    read: (text) => (text === later ? { text } : field.read(text)),
  }
}

/** Somebody of the network's staff: a name, a task, and the last day of it. */
const addingStaff = addForm({
  who: 'staff',
  form: async (context) => ({
    shown: 'person',
    heading: wordsOf(context).addStaffHeading,
    told: html`<p>${wordsOf(context).addStaffLead}</p>`,
    fields: [
      newLoginField(context, 'login'),
      taskOrLater(context),
      lastDayField(context),
      ...deviceField(context),
      ...(await staffSecondFields(context)),
    ],
    prefilled: { day: inAYear(context) },
  }),
  take: async (context, of) => {
    const second = await secondGiven(context, of, 'AppointStaff')
    if ('fault' in second) return { ...second, status: 409 }
    const { ids } = context.get('needs')
    const appointing = (userId: string) => ({
      ...envelopeOf(context, ids()),
      type: 'AppointStaff' as const,
      userId,
      role: of('role') as StaffRole,
      until: of('day'),
      ...second.approved,
    })
    // Asked before anybody is added, so that a refusal leaves nobody half added.
    const isLater = of('role') === later
    const fault = isLater
      ? undefined
      : refusalSaid(
          wordsOf(context),
          await decideInNetwork(context, appointing(ids()), { dryRun: true }),
        )
    if (fault !== undefined) return { fault, status: 409 }
    const added = await addPerson(context, {
      login: of('login'),
      second: second.approved.approvedBy,
    })
    if ('code' in added) return notAdded(context, added)
    const { word } = second
    if (!isLater)
      await decideInNetwork(context, appointing(added.userId), word ? { second: word } : {})
    return handOverTo(context, added, of, { isByTwo: word !== undefined })
  },
})

/** Fund and card, where a page has led here with both of them. */
const ledHereFor = (context: HttpContext): Readonly<Record<string, string>> => {
  const { fund, card } = context.req.query()
  return isUuid(fund) && card !== undefined && isCode(card) ? { fund, card } : {}
}

/** A member of a fund whose officers cannot give logins themselves yet. */
const addingMember = addForm({
  who: 'member',
  form: async (context) => ({
    shown: 'card',
    heading: wordsOf(context).addMemberHeading,
    told: html`<p>${wordsOf(context).addMemberLead}</p>`,
    query: ledHereFor(context),
    prefilled: ledHereFor(context),
    fields: [
      newLoginField(context, 'login'),
      fundField(context, await fundsOf(context)),
      cardField(context),
      ...deviceField(context),
      ...(await staffSecondFields(context)),
    ],
  }),
  take: async (context, of) => {
    const link = { fundId: of('fund'), card: of('card') }
    // What is for others to do is told before anybody is asked for a word.
    const not = await linkFault(context, link)
    if (not) return notAdded(context, not)
    const second = await secondGiven(context, of, 'manage-users')
    if ('fault' in second) return { ...second, status: 409 }
    const { approvedBy } = second.approved
    const added = await addPerson(context, { login: of('login'), link, second: approvedBy })
    if ('code' in added) return notAdded(context, added)
    // The next one who leads this fund has the form before the first has begun.
    const [leader] = await leadersOf(context, { fundId: link.fundId, said: '' })
    return handOverTo(context, added, of, {
      isByTwo: approvedBy !== undefined,
      ...(leader && { next: signInFormOf(leader) }),
    })
  },
})

const officersReset = async ({ context, user }: StaffVisit): Promise<Response> => {
  const { newPin: heading, officersMustReset: line } = wordsOf(context)
  return insteadOfForm(context, await behindNetwork(context), { heading, line, back: pathOf(user) })
}

const resetting = staffForm({
  act: 'reset',
  instead: async (visit) =>
    (await isForOfficers(visit.context, visit.user)) ? officersReset(visit) : undefined,
  form: async ({ context, user }) => {
    const words = wordsOf(context)
    const needs = context.get('needs')
    const isPin = await mayHavePin(needs, user, needs.today())
    return {
      shown: 'key',
      heading: isPin ? words.newPin : words.newPassword,
      told: html`<p>${isPin ? words.resetPinLead : words.resetPasswordLead}</p>`,
      fields: [...deviceField(context), ...(await staffSecondFields(context, user.userId))],
      submit: isPin ? words.resetPinButton : words.resetPasswordButton,
    }
  },
  take: async (visit, of) => {
    const { context, user } = visit
    const second = await secondGiven(context, of, 'manage-users', user.userId)
    if ('fault' in second) return { ...second, status: 409 }
    const { approvedBy } = second.approved
    const reset = await resetPerson(context, user, approvedBy)
    if ('code' in reset) return officersReset(visit)
    return handOverTo(context, reset, of, { isByTwo: approvedBy !== undefined })
  },
})

export const addingPages = (pages: Pages): void => {
  formPages(pages, addingStaff)
  formPages(pages, addingMember)
  formPages(pages, resetting)
}
