/** Whether the keyboard is Apple’s: Command is then what Control is elsewhere. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
