/** A file name from a title and a day: "the-deceptive-alignment-debate-2026-11-20.json". */
export function fileNameOf(title: string, now = new Date(), ending = 'json'): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return `${words || 'map'}-${now.toISOString().slice(0, 10)}.${ending}`
}

/** Hands a text to the browser as a file to keep. */
export function download(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Let go once the browser has surely begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
