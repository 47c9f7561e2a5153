import type { User } from '#domain/ports.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { portionOf } from '#src/http/identity/answers.ts'
import { isForOfficers, isOneself, letInAgain, shutOut } from '#src/http/identity/user-acts.ts'
import {
  assignedTo,
  fundSummaries,
  networkOffice,
  personSummary,
  readingsOf,
} from '#src/http/network/persons.ts'
import {
  behindNetwork,
  behindStart,
  doneText,
  notHere,
  stepUpTo,
  wordsOf,
} from '#src/http/network/place.ts'
import { firstStepsOf } from '#src/http/network/first-steps.ts'
import { fundsShown } from '#src/http/network/fund-list.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { type PersonAct, networkPage, pathOf, personPage } from '#src/pages/network/people-pages.ts'
import { html } from 'hono/html'

const peopleAtATime = 50
const fundsAtATime = 50

const byLogin = (a: User, b: User): number => (a.loginKey < b.loginKey ? -1 : 1)

const showNetwork = async (context: HttpContext): Promise<Html> => {
  const { store } = context.get('needs')
  const office = await networkOffice(context)
  const users = (await store.users(context.get('network').networkId)).toSorted(byLogin)
  const after = context.req.query('after')
  const cursor = users.some(({ userId }) => userId === after) ? after : undefined
  const part = portionOf(users, ({ userId }) => userId, { limit: peopleAtATime, cursor })
  const people = await Promise.all(part.items.map((user) => personSummary(context, office, user)))
  const frame = await behindStart(context, cursor === undefined ? {} : { query: { after: cursor } })
  const { shown, search } = fundsShown(context, office.funds, {
    atATime: fundsAtATime,
    action: '/network',
  })
  return networkPage(frame, {
    steps: await firstStepsOf(context, office.funds),
    funds: await fundSummaries(context, shown),
    search,
    people,
    more: part.nextCursor === null ? undefined : `/network?after=${part.nextCursor}`,
  })
}

/** The person whom the path names; undefined for nobody of this network. */
const userInPath = async (context: HttpContext): Promise<User | undefined> => {
  const userId = context.req.param('userId')
  return isUuid(userId)
    ? context.get('needs').store.user(context.get('network').networkId, userId)
    : undefined
}

type PersonHandler = (context: HttpContext, user: User) => Promise<Html | Response>

/** A page about one person: whoever is not of this network is answered like nobody. */
const aboutPerson =
  (handler: PersonHandler) =>
  async (context: HttpContext): Promise<Html | Response> => {
    const user = await userInPath(context)
    return user ? handler(context, user) : notHere(context)
  }

const showPerson: PersonHandler = async (context, user) => {
  const office = await networkOffice(context)
  const { userId } = user
  const { shown, search } = fundsShown(context, assignedTo(context, office, userId), {
    atATime: fundsAtATime,
    action: pathOf(user),
  })
  return personPage(await behindNetwork(context), {
    person: await personSummary(context, office, user),
    reads: await readingsOf(context, { office, userId }, shown),
    search,
    isOneself: isOneself(context, user),
    isForOfficers: await isForOfficers(context, user),
    done: doneText(context, wordsOf(context).done),
  })
}

const afterwards = (user: User): string => `${pathOf(user)}?done=1`

export type StaffVisit = { readonly context: HttpContext; readonly user: User }

type PersonForm = {
  readonly act: PersonAct
  /** Answered instead, where the form would be refused whatever stood in it. */
  readonly instead?: (visit: StaffVisit) => Promise<Response | undefined>
  readonly form: (
    visit: StaffVisit,
  ) => Promise<Omit<FormText, 'action' | 'back' | 'whose' | 'secretFirst'>>
  readonly take: (visit: StaffVisit, of: Typed) => Promise<Taken | 'done'>
}

/** A form about somebody of the network, whose page it comes back to. */
export const staffForm = ({ act, instead, form, take }: PersonForm): FormOf<StaffVisit> => ({
  path: `/network/people/:userId/${act}`,
  rule: 'manage-users',
  find: async (context) => {
    const user = await userInPath(context)
    return user ? ((await instead?.({ context, user })) ?? { context, user }) : notHere(context)
  },
  frame: ({ context }) => behindNetwork(context),
  form: async ({ context, user }) => ({
    ...(await form({ context, user })),
    whose: html`<p>
      <bdi><strong>${user.login}</strong></bdi>
    </p>`,
    secretFirst: stepUpTo(context, '/network'),
    action: pathOf(user, act),
    back: { href: pathOf(user), label: wordsOf(context).leaveIt },
  }),
  take: async (visit, of) => {
    const taken = await take(visit, of)
    return taken === 'done' ? { next: afterwards(visit.user) } : taken
  },
})

const shuttingOut = staffForm({
  act: 'shut-out',
  form: async ({ context }) => ({
    shown: 'stop',
    heading: wordsOf(context).shutOutHeading,
    told: html`<p>${wordsOf(context).shutOutLead}</p>`,
    fields: [],
    submit: wordsOf(context).shutOutButton,
  }),
  take: async ({ context, user }) =>
    (await shutOut(context, user)) ? { fault: wordsOf(context).notOneself, status: 409 } : 'done',
})

const takeLetIn: PersonHandler = async (context, user) => {
  await letInAgain(context, user)
  return context.redirect(afterwards(user), 303)
}

export const networkPeoplePages = (pages: Pages): void => {
  pages.get('/network', 'manage-users', showNetwork)
  pages.get('/network/people/:userId', 'manage-users', aboutPerson(showPerson))
  formPages(pages, shuttingOut)
  pages.post('/network/people/:userId/let-in', 'manage-users', aboutPerson(takeLetIn))
}
