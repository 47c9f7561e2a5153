/** Passwords and PINs, stretched, with a pepper that is never in the database. */
export interface Secrets {
  /** `bind` is mixed in, so that a hash that is moved to another person's row fits nobody. */
  seal(secret: string, bind: string): Promise<string>
  fits(sealed: string, secret: string, bind: string): Promise<boolean>
  /** Whether it is to be sealed anew once it fits, having been under an older pepper. */
  isOld?(sealed: string): boolean
}
