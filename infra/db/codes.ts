/** The store's own word for what went wrong, wherever in the chain of causes it stands. */
export const codeOf = (error: unknown): string | undefined => {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
  }
  return undefined
}

const messagesOf = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${messagesOf(error.cause)}` : ''

/** A unique index that has the row already: SQLite's code, PostgreSQL's, and a Durable Object's words. */
export const isTaken = (error: unknown): boolean =>
  ['SQLITE_CONSTRAINT_UNIQUE', '23505'].includes(codeOf(error) ?? '') ||
  /UNIQUE constraint failed/.test(messagesOf(error))

/** A rule of the schema that said no: the connection is as good as before. */
export const isRule = (error: unknown): boolean => {
  const code = codeOf(error)
  return (
    (code !== undefined && (code.startsWith('SQLITE_CONSTRAINT') || /^2[23]/.test(code))) ||
    /SQLITE_CONSTRAINT/.test(messagesOf(error))
  )
}
