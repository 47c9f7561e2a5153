/**
 * The script of the page that takes in what a phone wrote down: square codes are read off pictures, where the browser can do
 * so by itself, and stand in the field as lines. Where it cannot, the field and the file are there without it. The pictures
 * stay on the device: nothing of them is sent.
 */
export const codesScript = `'use strict'
;(() => {
  const pictures = document.querySelector('#pictures')
  const lines = document.querySelector('textarea[name="lines"]')
  if (!pictures || !lines || !('BarcodeDetector' in window)) return
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  const told = pictures.querySelector('output')
  const input = pictures.querySelector('input')
  const held = () => new Set(lines.value.split('\\n').filter((line) => line !== ''))
  const read = async (file) => {
    const image = await createImageBitmap(file)
    const found = await detector.detect(image)
    image.close()
    return found.map(({ rawValue }) => rawValue)
  }
  input.addEventListener('change', async () => {
    const all = held()
    let unread = 0
    for (const file of input.files) {
      const found = await read(file).catch(() => [])
      if (found.length === 0) unread += 1
      for (const line of found) all.add(line)
    }
    lines.value = [...all].join('\\n')
    input.value = ''
    told.textContent = told.dataset.said.replace('#', all.size).replace('#', unread)
  })
  pictures.hidden = false
})()
`
