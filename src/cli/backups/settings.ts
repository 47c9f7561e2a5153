import { z } from 'zod'

const keepText = /^(\d{1,3}),(\d{1,3}),(\d{1,3})$/

/** Of how many days, weeks and months the newest backup is kept. */
export type Keep = { readonly days: number; readonly weeks: number; readonly months: number }

/** Backups that the service makes by itself; off until a folder is named. */
export const backupSettings = {
  BACKUP_DIR: z.string().min(1, 'must name a folder').optional(),
  CASES_BACKUP_DIR: z.string().min(1, 'must name a folder').optional(),
  BACKUP_HOURS: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'must be a number of hours, from 1 to 999')
    .transform(Number)
    .default(24),
  BACKUP_KEEP: z
    .string()
    .regex(keepText, 'must be three numbers of days, weeks and months, as in 7,5,12')
    .transform((text): Keep => {
      const [, days, weeks, months] = keepText.exec(text)!.map(Number)
      return { days: days!, weeks: weeks!, months: months! }
    })
    .default({ days: 7, weeks: 5, months: 12 }),
  BACKUP_DRILL_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'must be a number of days, from 1 to 999')
    .transform(Number)
    .default(30),
} as const

type Read = {
  readonly BACKUP_DIR?: string | undefined
  readonly CASES_BACKUP_DIR?: string | undefined
  readonly BACKUP_SECRET?: string | undefined
  readonly CASES_SECRET?: string | undefined
  readonly MODE: 'practice' | 'live'
}

/** What scheduled backups lack. */
export const backupFaults = (read: Read): string[] => {
  const { BACKUP_DIR: books, CASES_BACKUP_DIR: cases, BACKUP_SECRET } = read
  return [
    ...((books ?? cases) !== undefined && BACKUP_SECRET === undefined
      ? ['BACKUP_SECRET must be set where BACKUP_DIR or CASES_BACKUP_DIR is: it encrypts them']
      : []),
    ...(cases !== undefined && read.MODE === 'live' && read.CASES_SECRET === undefined
      ? ['CASES_SECRET must be set where CASES_BACKUP_DIR is: without it there are no cases']
      : []),
    ...(books !== undefined && books === cases
      ? [
          'CASES_BACKUP_DIR must be another folder than BACKUP_DIR: who finds both has half of what joins them',
        ]
      : []),
  ]
}
