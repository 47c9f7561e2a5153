import type { z } from '@hono/zod-openapi'
import type { SupportFile } from '#domain/grants/files.ts'
import { type Support, paidOn } from '#domain/grants/support.ts'
import type { Who } from '#src/app/support/keeping.ts'
import type { Asker, Wanted } from '#src/app/support/asking.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { problem } from '#src/http/problem.ts'
import type { fileRead, fundAsking, teamAsking } from '#src/http/support/fields.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { supportWords } from '#src/words/words.ts'

/** A grant as everybody who may see any of it sees it: a code, a sum and where it stands. */
export const supportRow = (support: Support) => {
  const { code, windowId, amount, parts, broughtBy, state, askedOn } = support
  const { decidedOn, conditionsMetOn } = support
  return {
    code,
    windowId,
    amount,
    parts,
    broughtBy,
    state,
    askedOn,
    decidedOn: decidedOn ?? null,
    conditionsMetOn: conditionsMetOn ?? null,
    paid: paidOn(support),
  }
}

/** A file without who asked, with what it was vouched for by, and whether it is a survivor's. */
export const fileRow = (file: SupportFile): z.output<typeof fileRead> => ({
  code: file.code,
  kind: file.kind,
  memberId: file.memberId === '' ? null : file.memberId,
  withChildren: file.withChildren,
  reason: file.reason,
  way: file.way,
  supplier: file.supplier,
  agencyId: file.agency ?? null,
  mentor: file.mentor,
  conditions: file.conditions.map(({ what, metOn }) => ({ what, metOn: metOn ?? null })),
  followUps: file.followUps.map(({ months, dueOn, doneOn, outcome }) => ({
    months,
    dueOn,
    doneOn: doneOn ?? null,
    outcome: outcome ?? null,
  })),
  book: [...file.book],
  stoppedOn: file.stoppedOn ?? null,
})

/** What is needed of a service that has a secret of its own; a 409 where it has none: no waiting helps, so it is no 503. */
export const sealedNeeds = (
  context: HttpContext,
): (AppNeeds & Required<Pick<AppNeeds, 'sealing'>>) | Response => {
  const needs = context.get('needs')
  const { sealing } = needs
  return sealing ? { ...needs, sealing } : problem(409, 'support-not-set-up')
}

/** Why nothing was written, in words. */
export const faultSaid = (context: HttpContext, told: object): string => {
  const language = context.get('language')
  const said = 'code' in told ? codeSaid(String(told.code), language) : undefined
  return said ?? supportWords.in(language).fault
}

export const whoIn = (context: HttpContext, memberId: string | undefined): Who => ({
  userId: context.get('caller')!.by.actor,
  memberId,
})

export const askerIn = (context: HttpContext, memberId: string | undefined): Asker => {
  const { by, session } = context.get('caller')!
  return { userId: by.actor, memberId, networkId: session.networkId, by }
}

type AskBody = z.output<typeof fundAsking> | z.output<typeof teamAsking>

/** What was asked, as it is kept: with everything said that may be left out. */
export const wantedFrom = (asked: AskBody): Wanted => ({
  id: asked.id,
  effectiveOn: asked.effectiveOn,
  windowId: asked.windowId,
  amount: asked.amount,
  parts: asked.parts,
  kind: asked.kind,
  isSurvivors: 'isSurvivors' in asked && asked.isSurvivors === true,
  memberId: 'memberId' in asked ? asked.memberId : '',
  withChildren: asked.withChildren === true,
  isAdult: asked.isAdult === true,
  reason: asked.reason ?? '',
  way: asked.way,
  supplier: asked.supplier ?? '',
  mentor: asked.mentor ?? '',
  ...(asked.agencyId !== undefined && { agency: asked.agencyId }),
  checker: asked.checkerId,
  papers: asked.papers,
})
