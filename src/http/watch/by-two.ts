import { eraseReport } from '#src/app/watch/erasing.ts'
import { changeReport } from '#src/app/watch/reports.ts'
import { asideReasons, withCustody } from '#src/app/watch/sealed-report.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import {
  type OneReport,
  behindOneReport,
  keptOr,
  oneReport,
  secondFault,
} from '#src/http/watch/place.ts'
import { paragraph } from '#src/pages/watch/parts.ts'
import { deskPath } from '#src/pages/watch/paths.ts'

/* What takes two of the team: neither buries a report alone, nor erases one. */

const asideAnswers = ['aside', 'stays'] as const

/** One asks for it; another one does it, or says that it stays. */
const puttingAside: FormOf<OneReport> = {
  path: deskPath.act(':code', 'aside'),
  rule: 'triage-reports',
  find: oneReport,
  frame: behindOneReport,
  form: ({ report, words }) => {
    const { aside } = report
    return {
      shown: 'stop',
      heading: words.asideHeading,
      told: aside
        ? paragraph(`${words.asideWaits}: ${words[`why_${aside.why}`]}`)
        : paragraph(words.asideLead),
      action: deskPath.act(report.code, 'aside'),
      fields: [
        aside
          ? choiceField({
              name: 'does',
              label: words.asideDoes,
              choices: choicesOf(asideAnswers, (does) => words[`aside_${does}`]),
              fault: words.choose,
              as: 'radios',
            })
          : choiceField({
              name: 'why',
              label: words.asideWhy,
              choices: choicesOf(asideReasons, (why) => words[`why_${why}`]),
              fault: words.choose,
              as: 'radios',
            }),
      ],
      submit: aside ? words.asideSay : words.asideButton,
      back: { href: deskPath.report(report.code), label: words.leave },
    }
  },
  take: async (visit, of) => {
    const { needs, desk, report, words } = visit
    const { aside, checked, ...rest } = report
    if (checked || aside?.confirmedBy !== undefined) return { fault: words.notTaken, status: 409 }
    const line = { on: needs.today, by: desk.userId }
    if (!aside) {
      const why = asideReasons.find((one) => one === of('why'))!
      const asked = withCustody(
        { ...rest, aside: { why, ...line } },
        { ...line, did: 'asked-aside' },
      )
      return keptOr(visit, changeReport(needs, report, asked), deskPath.reports)
    }
    if (of('does') === 'stays') {
      const stays = withCustody(rest, { ...line, did: 'aside-refused' })
      return keptOr(visit, changeReport(needs, report, stays), deskPath.report(report.code))
    }
    const fault = await secondFault(visit, { by: aside.by, oneself: words['aside-by-yourself'] })
    if (fault !== undefined) return { fault, status: 409 }
    const after = { ...rest, aside: { ...aside, confirmedBy: desk.userId } }
    const noted = withCustody(after, { ...line, did: 'put-aside' })
    return keptOr(visit, changeReport(needs, report, noted), deskPath.reports)
  },
}

/** What its receipt asked for: one of the team says so, another one erases it for ever. */
const erasing: FormOf<OneReport> = {
  path: deskPath.act(':code', 'erase'),
  rule: 'triage-reports',
  find: async (context) => {
    const visit = await oneReport(context)
    return visit instanceof Response || visit.report.erasure ? visit : notHere(context)
  },
  frame: behindOneReport,
  form: ({ report, words }) => ({
    shown: 'stop',
    heading: words.eraseHeading,
    told: paragraph(report.erasure?.by === undefined ? words.eraseLead : words.eraseWaits),
    action: deskPath.act(report.code, 'erase'),
    fields: [],
    submit: report.erasure?.by === undefined ? words.eraseButton : words.eraseConfirm,
    back: { href: deskPath.report(report.code), label: words.leave },
  }),
  take: async (visit) => {
    const { needs, desk, report, words } = visit
    const erasure = report.erasure!
    const { by } = erasure
    if (by === undefined) {
      const line = { on: needs.today, by: desk.userId, did: 'asked-erasure' } as const
      const asked = withCustody({ ...report, erasure: { ...erasure, by: desk.userId } }, line)
      return keptOr(visit, changeReport(needs, report, asked), deskPath.report(report.code))
    }
    const fault = await secondFault(visit, { by, oneself: words['erase-by-yourself'] })
    if (fault !== undefined) return { fault, status: 409 }
    return keptOr(visit, eraseReport(needs, report, [by, desk.userId]), deskPath.reports)
  },
}

export const byTwoPages = (pages: Pages): void => {
  formPages(pages, puttingAside)
  formPages(pages, erasing)
}
