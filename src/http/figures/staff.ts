import { html } from 'hono/html'
import { placeOfCode } from '#domain/network/gazetteer/gazetteer.ts'
import { type NetworkRelease, releaseFault } from '#domain/network/releases.ts'
import { dayBefore } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { type PeriodUnit, daysOf, periodOf } from '#domain/statistics/calendar.ts'
import {
  type Figures,
  figuresOf,
  figuresText,
  keepFigures,
  releasesOf,
} from '#src/app/figures/book.ts'
import { type MakingFault, figuresToTell, shutStonesOf } from '#src/app/figures/making.ts'
import { isAccepted } from '#src/app/answer.ts'
import { fundListOf } from '#src/app/network/fund-list.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { choiceField } from '#src/desk/fields.ts'
import { casesIn } from '#src/http/cases/place.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import { decideInNetwork, envelopeOf } from '#src/http/network/deciding.ts'
import { districtField } from '#src/http/network/place-fields.ts'
import { behindStart, doneText, insteadOfForm, notHere } from '#src/http/network/place.ts'
import { fundsOf } from '#src/http/network/tasks.ts'
import type { Pages } from '#src/http/page.ts'
import { allTables } from '#src/pages/figures/all-tables.ts'
import { figuresPath, periodSaid, releaseWordsIn } from '#src/pages/figures/parts.ts'
import { staffFiguresPage } from '#src/pages/figures/staff-page.ts'

const wordsOf = (context: HttpContext) => releaseWordsIn(context.get('language'))

const behindFiguresDesk = (context: HttpContext) =>
  frameOf(context, {
    back: { href: figuresPath.staff, label: wordsOf(context).back },
    ...(context.req.method === 'GET' ? {} : { at: figuresPath.staff }),
  })

const saidOf = (context: HttpContext, code: string): string => {
  const known: Readonly<Record<string, unknown>> = wordsOf(context)
  const said = Object.hasOwn(known, code) ? known[code] : undefined
  return typeof said === 'string' ? said : wordsOf(context).notTaken
}

const send = async (context: HttpContext, command: object): Promise<Taken> => {
  const answer = await decideInNetwork(context, command as NetworkCommand)
  if (isAccepted(answer)) return { next: `${figuresPath.staff}?done=1` }
  return { fault: saidOf(context, 'code' in answer ? answer.code : ''), status: 409 }
}

/** The half-year and the quarter that were over last and whose day has come, where they were not told. */
const dueOf = (releases: readonly NetworkRelease[], on: string): readonly string[] => {
  const all = new Map(releases.map((one) => [one.releaseId, one]))
  return (['half', 'quarter'] as const).flatMap((unit: PeriodUnit) => {
    let day = on
    for (let back = 0; back < 2; back += 1) {
      day = dayBefore(daysOf(periodOf(day, unit)).from)
      const period = periodOf(day, unit)
      const fault = releaseFault(all, { period, on })
      if (fault === 'period-released-already') return []
      if (fault === undefined) return [period]
    }
    return []
  })
}

/** Periods of which figures wait for another one: who makes them again makes the same. */
const madeAlready = async (
  context: HttpContext,
  releases: readonly NetworkRelease[],
): Promise<ReadonlySet<string>> => {
  const { store, hash } = context.get('needs')
  const { networkId } = context.get('network')
  const made = new Set<string>()
  for (const draft of releases.filter((one) => !one.confirmed))
    if (await figuresOf({ store, hash }, { networkId, ...draft })) made.add(draft.period)
  return made
}

const list = async (context: HttpContext) => {
  const { store, today } = context.get('needs')
  const { networkId } = context.get('network')
  const releases = await releasesOf(store, networkId)
  const placed = new Map(
    ((await networkBookOf(store, networkId))?.funds ?? []).map((one) => [one.fundId, one.district]),
  )
  const funds = await fundListOf(store, networkId)
  const unplaced = funds.filter(
    ({ fundId, villageCode }) =>
      placed.get(fundId) === undefined && !('district' in placeOfCode(villageCode ?? '')),
  )
  const made = await madeAlready(context, releases)
  return staffFiguresPage(await behindStart(context), {
    due: dueOf(releases, today()).filter((period) => !made.has(period)),
    releases,
    by: context.get('caller')!.by.actor,
    unplaced: unplaced.length,
    networkId,
    done: doneText(context, wordsOf(context).done),
  })
}

type OfPeriod = { readonly context: HttpContext; readonly period: string }

const ofPeriod = async (context: HttpContext): Promise<OfPeriod | Response> => {
  const period = context.req.param('period') ?? ''
  const { store, today } = context.get('needs')
  const due = dueOf(await releasesOf(store, context.get('network').networkId), today())
  return due.includes(period) ? { context, period } : notHere(context)
}

/**
 * The figures of a period: those of a draft that was made before, or made now. Two drafts, between which somebody has said that
 * a village lies elsewhere, would tell of that village alone.
 */
const figuresOfDraft = async (
  { context, period }: OfPeriod,
  releases: readonly NetworkRelease[],
): Promise<Figures | MakingFault> => {
  const { store, hash, sealing, today } = context.get('needs')
  const { networkId } = context.get('network')
  for (const draft of releases.filter((one) => one.period === period)) {
    const figures = await figuresOf({ store, hash }, { networkId, ...draft })
    if (figures) return figures
  }
  const team = casesIn(context)
  return figuresToTell({ store, hash, sealing, team }, { networkId, period, on: today() })
}

/** Makes the figures of a period, keeps them beside the journal, and proposes them. */
const proposing: FormOf<OfPeriod> = {
  path: figuresPath.propose(':period'),
  rule: 'ProposeRelease',
  find: ofPeriod,
  frame: ({ context }) => behindFiguresDesk(context),
  form: async ({ context, period }) => {
    const words = wordsOf(context)
    const { store, hash, sealing } = context.get('needs')
    const { networkId } = context.get('network')
    const shut = await shutStonesOf({ store, hash, sealing }, { networkId, period })
    return {
      shown: 'meeting',
      heading: words.proposeHeading,
      whose: html`<p><b>${periodSaid(period, context.get('language'))}</b></p>`,
      told: html`${shut > 0 ? html`<p><b>${words.stonesShut(String(shut))}</b></p>` : ''}
        <p>${words.proposeLead}</p>`,
      action: figuresPath.propose(period),
      hidden: { id: context.get('needs').ids() },
      fields: [],
      submit: words.proposeButton,
      back: { href: figuresPath.staff, label: words.leave },
    }
  },
  take: async ({ context, period }, of) => {
    const { store, hash } = context.get('needs')
    const { networkId } = context.get('network')
    const releaseId = of('id')
    const releases = await releasesOf(store, networkId)
    // What an entry vouches for is never written over.
    if (releases.some((one) => one.releaseId === releaseId)) return { next: figuresPath.staff }
    const figures = await figuresOfDraft({ context, period }, releases)
    if (typeof figures === 'string') return { fault: saidOf(context, figures), status: 409 }
    const text = figuresText(figures)
    const command = {
      ...envelopeOf(context, releaseId),
      type: 'ProposeRelease',
      releaseId,
      period,
      digest: hash(text),
    }
    const would = await decideInNetwork(context, command as NetworkCommand, { dryRun: true })
    if (!isAccepted(would))
      return { fault: saidOf(context, 'code' in would ? would.code : ''), status: 409 }
    await keepFigures(store, { networkId, releaseId, text })
    return send(context, command)
  },
}

type OfRelease = {
  readonly context: HttpContext
  readonly release: NetworkRelease
  readonly figures: Figures
}

const ofRelease = async (context: HttpContext): Promise<OfRelease | Response> => {
  const { store, hash } = context.get('needs')
  const { networkId } = context.get('network')
  const words = wordsOf(context)
  const all = await releasesOf(store, networkId)
  const release = all.find((one) => one.releaseId === context.req.param('releaseId'))
  if (!release) return notHere(context)
  const figures = await figuresOf({ store, hash }, { networkId, ...release })
  const line = release.confirmed
    ? words['release-confirmed-already']
    : release.proposedBy === context.get('caller')!.by.actor
      ? words['checked-by-whoever-entered']
      : words['release-figures-differ']
  if (figures && !release.confirmed && line === words['release-figures-differ'])
    return { context, release, figures }
  return insteadOfForm(context, await behindFiguresDesk(context), {
    heading: words.confirmHeading,
    line,
    back: figuresPath.staff,
  })
}

/** Another one looks at what would be told, and stands behind it. */
const confirming: FormOf<OfRelease> = {
  path: figuresPath.confirm(':releaseId'),
  rule: 'ConfirmRelease',
  find: ofRelease,
  frame: ({ context }) => behindFiguresDesk(context),
  form: ({ context, release, figures }) => {
    const words = wordsOf(context)
    const language = context.get('language')
    return {
      shown: 'meeting',
      heading: words.confirmHeading,
      whose: html`<p><b>${periodSaid(release.period, language)}</b></p>`,
      told: html`<p>${words.confirmLead}</p>
        <p>${words.confirmLook}</p>`,
      action: figuresPath.confirm(release.releaseId),
      hidden: { id: context.get('needs').ids() },
      fields: [],
      // All of it stands above the button.
      known: allTables(figures, language),
      submit: words.confirmButton,
      back: { href: figuresPath.staff, label: words.leave },
    }
  },
  take: ({ context, release }, of) =>
    send(context, {
      ...envelopeOf(context, of('id')),
      type: 'ConfirmRelease',
      releaseId: release.releaseId,
    }),
}

/** A person says where a fund lies. */
const placing: FormOf<{ readonly context: HttpContext }> = {
  path: figuresPath.placing,
  rule: 'PlaceFund',
  find: async (context) => ({ context }),
  frame: ({ context }) => behindFiguresDesk(context),
  form: async ({ context }) => {
    const words = wordsOf(context)
    return {
      shown: 'house',
      heading: words.placingHeading,
      told: html`<p>${words.placingLead}</p>`,
      action: figuresPath.placing,
      hidden: { id: context.get('needs').ids() },
      fields: [
        choiceField({
          name: 'fund',
          label: words.fund,
          choices: await fundsOf(context),
          fault: words.choose,
        }),
        districtField(context.get('language'), {
          label: words.district,
          hint: words.districtHint,
          fault: words['district-not-4-digits'],
        }),
      ],
      submit: words.placingButton,
      back: { href: figuresPath.staff, label: words.leave },
    }
  },
  take: ({ context }, of) =>
    send(context, {
      ...envelopeOf(context, of('id')),
      type: 'PlaceFund',
      fundId: of('fund'),
      district: of('district'),
    }),
}

/** What is told outside, for those of whom two agree to it. */
export const figurePages = (pages: Pages): void => {
  pages.get(figuresPath.staff, 'ProposeRelease', list)
  formPages(pages, proposing)
  formPages(pages, placing)
  formPages(pages, confirming)
}
