/**
 * By which calls and races are drawn: the same in each `npm test`, so that a change is judged by what it has changed.
 * `SHOUWANG_FUZZ_SEED=7` draws others.
 */
export const seed = Number(process.env.SHOUWANG_FUZZ_SEED ?? 20_260_913)
