import type { User } from '#domain/ports.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { HttpContext } from '#src/http/env.ts'
import { pageOf } from '#src/http/identity/answers.ts'
import { isForOfficers, isOneself, letInAgain, shutOut } from '#src/http/identity/user-acts.ts'
import { fundsTold, officeOf, personTold, readingsOf } from '#src/http/network/persons.ts'
import {
  behindNetwork,
  behindStart,
  doneIn,
  notHere,
  stepUpTo,
  wordsOf,
} from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { formPage } from '#src/pages/network/parts.ts'
import { networkPage, pathOf, personPage } from '#src/pages/network/people-pages.ts'
import { html } from 'hono/html'

const peopleAtATime = 50

const byLogin = (a: User, b: User): number => (a.loginKey < b.loginKey ? -1 : 1)

const showNetwork = async (context: HttpContext): Promise<Html> => {
  const { store } = context.get('needs')
  const office = await officeOf(context)
  const users = (await store.users(context.get('network').networkId)).toSorted(byLogin)
  const after = context.req.query('after')
  const cursor = users.some(({ userId }) => userId === after) ? after : undefined
  const part = pageOf(users, ({ userId }) => userId, { limit: peopleAtATime, cursor })
  const people = await Promise.all(part.items.map((user) => personTold(context, office, user)))
  const frame = await behindStart(context, cursor === undefined ? {} : { query: { after: cursor } })
  return networkPage(frame, {
    funds: await fundsTold(context, office),
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
export const aboutPerson =
  (handler: PersonHandler) =>
  async (context: HttpContext): Promise<Html | Response> => {
    const user = await userInPath(context)
    return user ? handler(context, user) : notHere(context)
  }

const showPerson: PersonHandler = async (context, user) => {
  const office = await officeOf(context)
  return personPage(await behindNetwork(context), {
    person: await personTold(context, office, user),
    reads: await readingsOf(context, office, user.userId),
    isOneself: isOneself(context, user),
    isForOfficers: await isForOfficers(context, user),
    done: doneIn(context, wordsOf(context).done),
  })
}

export const backToPerson = (context: HttpContext, user: User): Response =>
  context.redirect(`${pathOf(user)}?done=1`, 303)

const shutOutPage = async (context: HttpContext, user: User, fault?: string): Promise<Html> => {
  const words = wordsOf(context)
  const told = { fault, stepUpTo: stepUpTo(context, '/network') }
  return formPage(await behindNetwork(context), told, {
    shown: 'stop',
    heading: words.shutOutHeading,
    lead: [html`<bdi><strong>${user.login}</strong></bdi>`, words.shutOutLead],
    action: pathOf(user, 'shut-out'),
    safe: { href: pathOf(user), label: words.leaveIt },
    submit: words.shutOutButton,
    fields: html``,
  })
}

const takeShutOut: PersonHandler = async (context, user) => {
  const kept = await shutOut(context, user)
  if (!kept) return backToPerson(context, user)
  return context.html(await shutOutPage(context, user, wordsOf(context).notOneself), 409)
}

const takeLetIn: PersonHandler = async (context, user) => {
  await letInAgain(context, user)
  return backToPerson(context, user)
}

export const peoplePages = (pages: Pages): void => {
  pages.get('/network', 'manage-users', showNetwork)
  pages.get('/network/people/:userId', 'manage-users', aboutPerson(showPerson))
  pages.get('/network/people/:userId/shut-out', 'manage-users', aboutPerson(shutOutPage))
  pages.post('/network/people/:userId/shut-out', 'manage-users', aboutPerson(takeShutOut))
  pages.post('/network/people/:userId/let-in', 'manage-users', aboutPerson(takeLetIn))
}
