import type { Expected } from '#test/http/access/expected.ts'
import type { Way } from '#test/http/access/people.ts'

type Of = (may: readonly Way[], answers?: number) => Expected

/** An auditor's workspace, and what officers of the fund see and say of it. */
export const ofAuditing = (
  fund: Of,
  officers: readonly Way[],
): Readonly<Record<string, Expected>> => {
  const auditor: readonly Way[] = ['auditor']
  const readers = [...officers, ...auditor]
  const notYet = Object.fromEntries(officers.map((way) => [way, 404]))
  const at = '/funds/:fundId/audits'
  const one = `${at}/:auditId`
  // With nothing filled in.
  const form = (path: string, may: readonly Way[]) => ({
    [`GET ${path}`]: fund(may),
    [`POST ${path}`]: fund(may, 400),
  })
  return {
    [`GET ${at}`]: fund(readers),
    [`GET ${at}/head`]: fund(readers),
    [`GET ${one}`]: fund(readers),
    [`GET ${one}/report`]: fund(readers),
    // Until it is over the archive, which holds what was drawn, is the auditor's alone.
    [`GET ${one}/report.zip`]: { ...fund(readers), instead: notYet },
    [`GET ${one}/take-along`]: fund(auditor),
    ...form(`${at}/plan`, auditor),
    ...form(`${one}/move`, auditor),
    ...form(`${one}/cancel`, auditor),
    ...form(`${one}/tests/:test`, auditor),
    ...form(`${one}/opinion`, auditor),
    ...form(`${one}/findings/new`, auditor),
    ...form(`${one}/findings/:findingId/reply`, officers),
    ...form(`${one}/findings/:findingId/close`, auditor),
    ...form(`${one}/findings/:findingId/look`, auditor),
  }
}
