import type { Expected } from '#test/http/access/expected.ts'
import { type Way, memberWays, staffWays } from '#test/http/access/people.ts'

const deciding: readonly Way[] = ['administrator', 'case-supervisor']

const anybody = (answers: number): Expected => ({
  of: 'anybody',
  may: [...memberWays, ...staffWays],
  answers,
})
const own = (answers: number): Expected => ({ of: 'own-network', may: deciding, answers })

/** What anybody reads of figures, and who proposes and confirms them. Nothing has been told here yet. */
export const ofFigurePages: Readonly<Record<string, Expected>> = {
  'GET /figures': anybody(200),
  'GET /figures/sheet': anybody(200),
  'GET /figures/brief': anybody(200),
  'GET /figures/csv': anybody(404),
  'GET /places': anybody(200),
  'GET /v1/figures': anybody(200),
  'GET /network/figures': own(200),
  'GET /network/figures/propose/:period': own(200),
  // With nothing filled in.
  'POST /network/figures/propose/:period': own(400),
  'GET /network/figures/:releaseId/confirm': own(200),
  'POST /network/figures/:releaseId/confirm': own(400),
  'GET /network/figures/place': own(200),
  'POST /network/figures/place': own(400),
}
