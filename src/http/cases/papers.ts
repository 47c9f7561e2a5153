import { setJourney } from '#domain/cases/operations/journey.ts'
import { referralsOf } from '#domain/cases/operations/referrals.ts'
import { factOf } from '#domain/cases/operation.ts'
import { travelOf, unansweredOf } from '#domain/cases/travel.ts'
import type { OpenCase } from '#src/app/cases/covers.ts'
import { casesOf, isCaseCode, looked } from '#src/app/cases/cases.ts'
import { codeNameIn } from '#src/desk/cases/words.ts'
import { type DeskVisit, deskVisit } from '#src/http/cases/opening.ts'
import { behindCases, casePath } from '#src/http/cases/place.ts'
import type { HttpContext } from '#src/http/env.ts'
import { notHere } from '#src/http/network/place.ts'
import { numbersFor } from '#src/http/numbers/public.ts'
import type { PageAnswer, Pages } from '#src/http/page.ts'
import { referralSheetPage, wayCardPage } from '#src/pages/cases/papers-page.ts'
import { unansweredPage } from '#src/pages/cases/unanswered-page.ts'

type Read = DeskVisit & { readonly found: OpenCase }

/** Whoever prints something of a case has looked at it, and the file says so. */
const readCase = async (context: HttpContext): Promise<Read | Response> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const code = context.req.param('code') ?? ''
  const found = isCaseCode(code) ? await looked(visit.needs, visit.desk, code) : undefined
  return found ? { ...visit, found } : notHere(context)
}

const frameBehind = (context: HttpContext, { found: { file } }: Read) =>
  behindCases(context, {
    back: { href: casePath.one(file.code), label: codeNameIn(context.get('language'), file) },
  })

const card = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const read = await readCase(context)
  if (read instanceof Response) return read
  const journey = factOf(read.found.file, setJourney)
  if (!journey) return notHere(context)
  const { country } = journey
  const numbers = await numbersFor(context, read.needs.networkId)
  return wayCardPage(await frameBehind(context, read), { country, numbers })
}

const sheet = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const read = await readCase(context)
  if (read instanceof Response) return read
  const { file } = read.found
  const { today } = read.needs
  const item = context.req.param('item')
  const referral = referralsOf(file).find((one) => one.item === item)
  if (!referral) return notHere(context)
  const how = {
    language: context.get('language'),
    file,
    // What may travel is told in full: whether the name does is said by the consent.
    showsNames: true,
    nameOf: () => undefined,
  }
  const travels = travelOf(file, referral, today)
  return referralSheetPage(await frameBehind(context, read), { how, referral, travels, today })
}

/** Who has not answered, of all own cases: each of which it tells something was looked at. */
const unanswered = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const { needs, desk } = visit
  const { today } = needs
  const files = (await casesOf(needs, desk)).map(({ file }) => file)
  const waiting = unansweredOf(files, today)
  const codes = new Set(waiting.flatMap(({ referrals }) => referrals.map(({ code }) => code)))
  for (const code of codes) await looked(needs, desk, code)
  return unansweredPage(await behindCases(context), {
    unanswered: waiting,
    fileOf: (code) => files.find((file) => file.code === code)!,
    today,
    path: casePath.act,
    count: casePath.count,
  })
}

/** What is printed of a case, and who has not answered. */
export const casePaperPages = (pages: Pages): void => {
  pages.get(casePath.unanswered, 'open-cases', unanswered)
  pages.get(casePath.card(':code'), 'open-cases', card)
  pages.get(casePath.sheet(':code', ':item'), 'open-cases', sheet)
}
