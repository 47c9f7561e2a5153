import type { HttpContext } from '#src/http/env.ts'

/** The fields of a form that was sent; what is missing or no text is empty, and a form that cannot be read has none. */
export const formOf = async (context: HttpContext): Promise<(name: string) => string> => {
  const fields = new Map<string, unknown>(
    Object.entries(await context.req.parseBody().catch(() => ({}))),
  )
  return (name) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
}
