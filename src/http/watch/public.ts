import { z } from '@hono/zod-openapi'
import { dutyCodes } from '#domain/network/register/duties.ts'
import { reportKinds } from '#domain/network/watch/report.ts'
import { authorities } from '#domain/network/watch/watch.ts'
import { reportedAgencies, reportedDuties } from '#src/app/watch/reported.ts'
import { ofAnybody } from '#src/http/api.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { day } from '#src/http/reads/query.ts'
import { readPlain } from '#src/http/reads/read.ts'
import { behindFirstPage } from '#src/pages/layout.ts'
import { reportPath } from '#src/pages/watch/intake-pages.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import { complaintForms, complaintPage, reportedPage } from '#src/pages/watch/public-pages.ts'

const page = async (context: HttpContext) => {
  const { store, today } = context.get('needs')
  const agencies = await reportedAgencies(store, today())
  const duties = await reportedDuties(store, today())
  return reportedPage(await frameOf(context, { back: behindFirstPage }), { agencies, duties })
}

const complaint = async (context: HttpContext) => {
  const asked = context.req.query('form')
  const form = complaintForms.find((one) => one === asked) ?? 'own'
  const query = form === 'own' ? {} : { form }
  const back = { href: reportPath.intake }
  return complaintPage(await frameOf(context, { back, query }), form)
}

/** Before the service asks who somebody is: the same for everybody. */
export const publicWatchPages = (pages: Pages): void => {
  pages.get(deskPath.reported, 'public', page)
  pages.get(reportPath.complaint, 'public', complaint)
}

const reported = z
  .object({
    agencies: z.array(
      z.object({
        name: z.object({ km: z.string().optional(), latin: z.string().optional() }),
        isReported: z.boolean(),
        households: z.int().openapi({
          description: 'From so many on it is shown; never how many there are',
        }),
        kinds: z.array(z.enum(reportKinds)),
        duties: z.array(z.enum(dutyCodes as [string, ...string[]])),
        official: z.array(z.object({ authority: z.enum(authorities), on: day })),
      }),
    ),
  })
  .openapi('ReportedAgencies')

const read = readPlain({
  path: '/v1/reported-agencies',
  ...ofAnybody,
  summary: 'What enough households told about agencies, for anybody',
  description:
    'Changes on 1 January and 1 July alone, rests on nothing newer than the delay, and tells no number, day or place.',
  request: { query: z.strictObject({}) },
  answer: reported,
  said: 'What is shown today, by name',
  of: async (context) => {
    const { store, today } = context.get('needs')
    return { agencies: await reportedAgencies(store, today()) }
  },
})

const dutyCounts = z
  .object({
    duties: z.array(
      z.object({
        quarter: z.string().openapi({ description: 'Of the rulings, as 2026-Q1' }),
        duty: z.enum(dutyCodes as [string, ...string[]]),
        households: z.int().openapi({ description: 'Ten or more, rounded down to five' }),
      }),
    ),
  })
  .openapi('ReportedDuties')

const readDuties = readPlain({
  path: '/v1/reported-duties',
  ...ofAnybody,
  summary: 'How many households told of a broken duty, by quarter, for anybody',
  description:
    'Of all agencies together, from ten households on that asked to be counted, rounded down to five. Changes on 1 January and 1 July alone, with quarters that are over and older than the delay; no sums over them.',
  request: { query: z.strictObject({}) },
  answer: dutyCounts,
  said: 'The latest quarter first',
  of: async (context) => {
    const { store, today } = context.get('needs')
    return { duties: await reportedDuties(store, today()) }
  },
})

export const publicWatchReads = [read, readDuties] as const
