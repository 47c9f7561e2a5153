import { type Action, scopeFor } from '#domain/access/table.ts'
import { html } from 'hono/html'
import { addPersonAround } from '#domain/cases/operations/person.ts'
import { itemsOf } from '#domain/cases/operation.ts'
import { assignedTo } from '#src/app/cases/team-work.ts'
import type { OpenCase } from '#src/app/cases/covers.ts'
import { casesOf, isCaseCode, looked } from '#src/app/cases/cases.ts'
import { hasUnread } from '#src/app/cases/own-line.ts'
import { caseActPages } from '#src/http/cases/acts.ts'
import { deskVisit, openingPages } from '#src/http/cases/opening.ts'
import { casePaperPages } from '#src/http/cases/papers.ts'
import { teamKeyPages } from '#src/http/cases/keys.ts'
import { lettingInPages } from '#src/http/cases/letting-in.ts'
import { ownCardPages } from '#src/http/cases/own-cards.ts'
import { givingAnswersPages } from '#src/http/cases/giving-answers.ts'
import { releasingPages } from '#src/http/cases/releasing.ts'
import { sparePages } from '#src/http/cases/spare.ts'
import { supervisingPages } from '#src/http/cases/supervising.ts'
import { olderCopyTold } from '#src/http/cases/older-copy.ts'
import { handingOverPages } from '#src/http/cases/handing-over.ts'
import { caseSupportPages } from '#src/http/cases/support.ts'
import { behindCases, casePath } from '#src/http/cases/place.ts'
import { bridgePath, researchPath } from '#src/desk/cases/places.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { feeTellingPages } from '#src/http/cases/telling-fees.ts'
import { countedReferralPages } from '#src/http/cases/counting.ts'
import { researchPages } from '#src/http/cases/research.ts'
import { caseCostPages } from '#src/http/cases/costs.ts'
import type { HttpContext } from '#src/http/env.ts'
import { notHere } from '#src/http/network/place.ts'
import type { PageAnswer, Pages } from '#src/http/page.ts'
import { taughtIn } from '#src/http/cases/taught.ts'
import { casePage } from '#src/pages/cases/case-page.ts'
import { casesPage } from '#src/pages/cases/list-page.ts'
import { numbersPath } from '#src/pages/numbers/parts.ts'
import { caseResearchWords } from '#src/words/research-words.ts'
import { caseWords } from '#src/words/words.ts'

const list = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const { needs, desk } = visit
  const words = caseWords.in(context.get('language'))
  const may = (action: Action): boolean => scopeFor(action, context.get('network').held) === 'all'
  const isClosed = context.req.query('closed') === '1'
  const cases = (await casesOf(needs, desk)).filter(({ cover }) => cover.isOpen !== isClosed)
  const back = isClosed
    ? { href: casePath.list, label: words.toCases }
    : { href: '/team', label: words.toTeam }
  const frame = await frameOf(context, {
    isLeftAtOnce: true,
    back,
    ...(isClosed ? { query: { closed: '1' } } : {}),
  })
  const lines = await Promise.all(
    cases.map(async ({ file, cover }) => ({
      file,
      next: cover.dues[0],
      isUnread: await hasUnread(needs, file),
    })),
  )
  return casesPage(frame, {
    lines: lines.toSorted((a, b) => Number(b.isUnread) - Number(a.isUnread)),
    today: needs.today,
    path: casePath.one,
    numbersAt: numbersPath.all(needs.networkId),
    newAt: casePath.intake,
    more: html`${may('supervise-cases') ? await olderCopyTold(visit) : ''}
      <div class="buttons">
        ${isClosed ? '' : html`<a class="button" href="${casePath.unanswered}">${words.unanswered}</a>`}
        ${isClosed ? '' : html`<a class="button" href="${casePath.list}?closed=1">${words.closedCases}</a>`}
        ${isClosed ? '' : html`<a class="button" href="${casePath.phone}">${words.myPhone}</a>`}
        ${isClosed ? '' : html`<a class="button" href="${researchPath.all}">${caseResearchWords.in(context.get('language')).heading}</a>`}
        ${may('supervise-cases') ? html`<a class="button" href="/cases/work">${words.work}</a>` : ''}
        ${may('hold-spare-keys') ? html`<a class="button" href="/cases/spare">${words.spare}</a>` : ''}
        ${may('bring-support') ? html`<a class="button" href="${bridgePath.handOver}">${words.toHandOver}</a>` : ''}
      </div>
      <form method="post" action="/cases/shut"><button>${words.shut}</button></form>`,
  })
}

const namesIn = async (context: HttpContext, { file }: OpenCase) => {
  const fundId = file.facts['village']?.value['fundId']
  const fundName = typeof fundId === 'string' ? await fundNameIn(context, fundId) : undefined
  const people = new Map(
    itemsOf(file, addPersonAround).map(({ item, value }) => [item, value.name] as const),
  )
  const logins = await loginsOf(context)
  return (field: string, id: string): string | undefined => {
    if (field === 'fundId') return fundName
    if (['toldFirst', 'supporter', 'counsellor'].includes(field)) return logins(id)
    return field === 'person' ? people.get(id) : undefined
  }
}

const loginsOf = async (context: HttpContext): Promise<(userId: string) => string> => {
  const { networkId } = context.get('network')
  const users = await context.get('needs').store.users(networkId)
  const logins = new Map(users.map(({ userId, login }) => [userId, login] as const))
  return (userId) => logins.get(userId) ?? ''
}

const one = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const code = context.req.param('code') ?? ''
  const found = isCaseCode(code) ? await looked(visit.needs, visit.desk, code) : undefined
  if (!found) return notHere(context)
  const showsNames = context.req.query('names') === '1'
  const words = caseWords.in(context.get('language'))
  const logins = await loginsOf(context)
  const frame = await behindCases(context, showsNames ? { query: { names: '1' } } : {})
  return casePage(frame, {
    language: context.get('language'),
    file: found.file,
    today: visit.needs.today,
    reader: visit.desk.userId,
    showsNames,
    nameOf: await namesIn(context, found),
    loginOf: logins,
    path: (command, item) =>
      command === 'AskForSupport' ? bridgePath.support(code) : casePath.act(code, command, item),
    withNames: `${casePath.one(code)}?names=1`,
    numbersAt: numbersPath.all(visit.needs.networkId),
    cardAt: found.file.facts['journey'] && casePath.card(code),
    sheetAt: (item) => casePath.sheet(code, item),
    taught: await taughtIn(context, found.file),
    ways: html`<details class="fold">
      <summary>${words.whoWorks(assignedTo(found).map(logins).join(', '))}</summary>
      <div class="buttons">
        <a class="button" href="${bridgePath.costs(code)}">${words.list_costs}</a>
        <a class="button" href="${bridgePath.book(code)}">${words.list_book}</a>
        <a class="button" href="/cases/let-in/${code}">${words.letIn}</a>
        <a class="button" href="/cases/let-out/${code}">${words.letOut}</a>
        <a class="button" href="${casePath.ownCard(code)}">${words.ownCard}</a>
        <a class="button" href="${casePath.release(code)}">${words.release}</a>
        <a class="button" href="${researchPath.give(code)}"
          >${caseResearchWords.in(context.get('language')).give}</a
        >
        <a class="button" href="/cases/erase/${code}">${words.erase}</a>
      </div>
    </details>`,
  })
}

/** The migration team's desk of cases. */
export const caseDeskPages = (pages: Pages): void => {
  openingPages(pages)
  teamKeyPages(pages)
  caseActPages(pages)
  casePaperPages(pages)
  lettingInPages(pages)
  releasingPages(pages)
  ownCardPages(pages)
  supervisingPages(pages)
  sparePages(pages)
  caseSupportPages(pages)
  caseCostPages(pages)
  feeTellingPages(pages)
  handingOverPages(pages)
  researchPages(pages)
  countedReferralPages(pages)
  givingAnswersPages(pages)
  pages.get(casePath.list, 'open-cases', list)
  pages.get(casePath.one(':code'), 'open-cases', one)
}
