/** What must be true and is not. */
export class Broken extends Error {
  override readonly name = 'Broken'
  readonly law: string
  constructor(law: string, what: string) {
    super(`${law}: ${what}`)
    this.law = law
  }
}

export const law = (name: string, holds: boolean, what: () => unknown = () => ''): void => {
  if (!holds) throw new Broken(name, JSON.stringify(what()))
}
