type Lines = { readonly write: (text: string) => unknown }

/**
 * Where lines go, with those of one turn of the loop written together once it is over: to write each by itself takes longer
 * than to make it. Where the process ends before that, they are written as it ends.
 */
export const linesTogether = (out: Lines): Lines => {
  let waiting = ''
  const write = (): void => {
    const lines = waiting
    waiting = ''
    if (lines !== '') out.write(lines)
  }
  process.on('exit', write)
  return {
    write: (line) => {
      if (waiting === '') setImmediate(write)
      waiting += line
    },
  }
}
