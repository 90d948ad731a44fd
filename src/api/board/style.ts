/**
 * The board's style: large print, one column, fit for a telephone and for paper. Nothing that the browsers inside WeChat, or one of early
 * 2023, would not know.
 */
export const BOARD_STYLE = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; font: 1.0625rem/1.75 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; color: #1f1f1f; background: #f3f1ec; overflow-wrap: break-word; }
header { display: flex; align-items: center; justify-content: space-between; padding: 0.5rem 1rem; color: #fff; background: #8c1d18; }
header p { margin: 0; font-weight: 600; letter-spacing: 0.05em; }
header a { display: inline-block; padding: 0.375rem 0.25rem; color: #fff; text-decoration: none; }
header a:hover { text-decoration: underline; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { margin: 0.75rem 0 1rem; font-size: 1.625rem; line-height: 1.35; }
h1 small { display: block; font-size: 1rem; font-weight: normal; color: #555; }
h2 { margin: 2rem 0 0.75rem; font-size: 1.25rem; line-height: 1.4; }
h3 { margin: 0 0 0.5rem; font-size: 1.125rem; line-height: 1.45; }
p { margin: 0.5rem 0; }
a { color: #0b4f8a; text-underline-offset: 0.2em; }
a:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
header a:focus-visible { outline-color: #fff; }
footer { max-width: 46rem; margin: 1rem auto 2rem; padding: 0 1rem; font-size: 0.9375rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; padding: 0.5rem 1rem; background: #fff; z-index: 1; }
.list { margin: 0; padding: 0; list-style: none; }
.card { margin: 0 0 0.75rem; padding: 1rem; background: #fff; border: 1px solid #dcd7cc; border-radius: 0.25rem; }
.card > a, .card h3 a { display: inline-block; padding: 0.125rem 0; font-weight: 600; }
.facts { display: grid; grid-template-columns: 5.5em 1fr; gap: 0.25rem 0.75rem; margin: 0; }
.facts dt { color: #555; }
.facts dd { margin: 0; }
[lang="en"] .facts { grid-template-columns: 7.5em 1fr; }
.facts ol { margin: 0; padding-left: 1.5em; }
.facts ul { margin: 0; padding: 0; list-style: none; }
.facts small { display: block; }
.quiet, .facts small { color: #555; font-size: 0.9375rem; }
.late { color: #a3150f; font-weight: 600; }
.outcome { margin: 0 0 0.75rem; padding: 0.125rem 0.75rem; border-left: 0.25rem solid #6b5b3e; font-size: 1.125rem; font-weight: 600; }
.outcome.adopted { border-color: #1b6e35; color: #145527; }
.vote { margin-top: 0.75rem; padding-top: 0.75rem; border-top: 1px solid #e6e1d6; }
.vote h4 { margin: 0; font-size: 1rem; font-weight: normal; color: #555; }
.sum { font-size: 1.125rem; font-weight: 600; }
.counts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0; }
.counts div { display: flex; gap: 0.375rem; }
.counts dt { color: #555; }
.counts dd { margin: 0; font-weight: 600; }
.pages { display: flex; justify-content: space-between; margin: 1rem 0; }
.pages a { padding: 0.5rem 0; }
.training { margin: 0 0 1rem; padding: 0.5rem 1rem; border: 2px solid #a3150f; color: #a3150f; background: #fff; font-weight: 600; }
.training [lang="en"], .both [lang="en"] { display: block; font-weight: normal; }
@media print { body { background: #fff; } header, footer, .skip, .pages { display: none; } .card { border: 0; padding: 0; } }
`;
