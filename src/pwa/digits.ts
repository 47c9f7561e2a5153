import { type ComponentChildren, options } from 'preact'
import type { Language } from '#src/words/catalogue.ts'
import { khmerDigits } from '#src/words/locale.ts'

const place = 'digits'

/** Whether whoever uses this phone has chosen Khmer digits. */
export const hasKhmerDigits = (): boolean => localStorage.getItem(place) === 'km'

export const chooseDigits = (isKhmer: boolean): void =>
  localStorage.setItem(place, isKhmer ? 'km' : 'en')

const said = (children: ComponentChildren): ComponentChildren => {
  if (Array.isArray(children)) return children.map(said)
  return typeof children === 'string' ? khmerDigits(children) : children
}

/** What keeps its digits: pictures of notes, and what is held against paper sign by sign. */
const isKept = ({ type, props }: { readonly type: unknown; readonly props: object }): boolean =>
  typeof type !== 'string' ||
  type === 'text' ||
  'translate' in props ||
  ('class' in props && props.class === 'code')

/** Shows all figures in the digits that were chosen, in Khmer alone: whatever is drawn from now on. */
export const showDigits = (language: Language): void => {
  const isKhmer = language === 'km' && hasKhmerDigits()
  options.vnode = (node) => {
    if (isKhmer && !isKept(node)) node.props.children = said(node.props.children)
  }
}
