import type { Progress } from '../build/progress.js'
import type { Screen } from '../io/screen.js'
import type { Clock } from '../ports.js'
import { afterProgress, renderLive } from '../report/live.js'
import type { Live } from '../report/live.js'

/** Often enough for a time in tenths of seconds, seldom enough to cost nothing. */
const REDRAW_MS = 200

/** Shows a run as a table that redraws in place; `close` takes it away. */
export function showLive(
  screen: Screen,
  clock: Clock,
  style: { readonly colour: boolean; readonly signal: AbortSignal }
): { readonly tell: (progress: Progress) => void; readonly close: () => void } {
  const begun = clock.now()
  let live: Live = new Map()
  const draw = (): void => {
    const [columns, rows] = [screen.columns(), screen.rows()]
    const { colour, signal } = style
    screen.draw(
      renderLive(live, { columns, rows, colour, now: clock.now(), begun, cancelled: signal.aborted })
    )
  }
  const timer = setInterval(() => {
    if (live.size > 0) draw()
  }, REDRAW_MS)
  return {
    tell: progress => {
      live = afterProgress(live, progress, clock.now())
    },
    close: () => {
      clearInterval(timer)
      screen.draw([])
    }
  }
}
