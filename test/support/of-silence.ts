import type { FindingCode } from '#domain/health/finding.ts'

/** What is told of every story of a year in which nobody meets. */
export const ofSilence: readonly FindingCode[] = ['no-meeting-held', 'box-not-counted']
