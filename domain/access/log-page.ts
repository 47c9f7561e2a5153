/** Which lines of a log are asked for. */
export type LogPage = {
  readonly before?: string
  readonly subject?: string
  /** What this member did about herself, or all but what anybody did about herself. */
  readonly ownOf?: string
  readonly isWithoutOwn?: boolean
  /** Of these acts alone, where they were done. */
  readonly doneOf?: readonly string[]
  readonly limit: number
}

/** Which lines about any of some subjects are asked for. */
export type LogPageAbout = Pick<LogPage, 'before' | 'doneOf' | 'limit'> & {
  readonly subjects: readonly string[]
}
