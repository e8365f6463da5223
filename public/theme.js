// Sets the theme before the first paint, so that a dark page never flashes white.
;(() => {
  let wanted = null
  try {
    wanted = localStorage.getItem('counterpoint:theme')
  } catch {
    // Storage is blocked: the system's theme it is.
  }
  const dark =
    wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
