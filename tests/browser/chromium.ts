import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

/** Where a Chromium usually lies, by system. Chrome and Edge are Chromium too. */
const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

const nowhere =
  'The browser tests found no Chromium and could not install one: install Chromium or Chrome, or set CHROMIUM_PATH to one, and run the tests again.'

/**
 * The path of a Chromium that starts: the one CHROMIUM_PATH names, one in the usual places, or else one that this
 * installs, from Debian's or Ubuntu's packages where that is allowed, by Playwright's own download elsewhere.
 *
 * Throws a sentence that says what to do where there is none to be had.
 */
export function getChromium(): string {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (starts(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, and no Chromium starts from there.`)
  }
  const found = findChromium() ?? (installPackage() && findChromium()) ?? null
  if (found) return found
  download()
  const downloaded = findChromium()
  if (!downloaded) throw new Error(nowhere)
  return downloaded
}

/** The first Chromium that starts, in the usual places or where Playwright puts its own; null where there is none. */
export function findChromium(): string | null {
  const places = [...(usualPlaces[process.platform] ?? []), chromium.executablePath()]
  return places.find((place) => existsSync(place) && starts(place)) ?? null
}

/** Ubuntu's package is a stub where snaps do not run: a file that is there need not start. */
function starts(path: string): boolean {
  // On Windows a browser asked for its version opens a window instead of answering.
  if (process.platform === 'win32') return existsSync(path)
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0
}

function installPackage(): boolean {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false
  const root = process.getuid?.() === 0
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0) return false
  const apt = (...words: string[]) => {
    const [command, ...rest] = [...(root ? [] : ['sudo', '-n']), 'apt-get', ...words]
    return spawnSync(command as string, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status
  }
  console.log('No Chromium found. Installing the system’s package…')
  apt('update', '-qq')
  return apt('install', '-y', '-qq', 'chromium') === 0
}

function download() {
  console.log('No Chromium found. Downloading Playwright’s…')
  try {
    execFileSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
      stdio: 'inherit',
    })
  } catch {
    // What follows looks whether there is one now, and says what to do if not.
  }
}
