// How a report looks: on a screen in light or dark, and on paper.
import { dark, light, paletteStyle } from '../charts/palette.ts';

export const STYLE = `
:root { color-scheme: light dark; ${paletteStyle(light)} --good: #1d6b43; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { ${paletteStyle(dark)} --good: #7fd3a2; --bad: #ff9a90; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--chart-surface); color: var(--chart-text); font: 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 32px 24px 48px; }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 36px 0 8px; padding-top: 12px; border-top: 1px solid var(--chart-grid); font-size: 18px; }
p { margin: 4px 0; overflow-wrap: anywhere; }
.soft, caption, figcaption { color: var(--chart-soft); }
.lead { margin: 16px 0; font-size: 17px; font-weight: 600; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 8px; margin: 16px 0 0; padding: 0; }
.figures div { padding: 8px 12px; border: 1px solid var(--chart-grid); border-radius: 6px; }
.figures dt { color: var(--chart-soft); font-size: 12px; }
.figures dd { margin: 0; font-size: 20px; font-weight: 600; }
.figures dd small { font-size: 13px; font-weight: 400; color: var(--chart-soft); }
.scroll { overflow-x: auto; margin: 8px 0; }
table { width: 100%; border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
caption { padding: 4px 0; text-align: left; font-size: 12px; }
th, td { padding: 4px 6px; border-bottom: 1px solid var(--chart-grid); text-align: right; white-space: nowrap; font-weight: 400; }
thead th { color: var(--chart-soft); font-size: 12px; }
th:first-child { padding-left: 0; text-align: left; white-space: normal; overflow-wrap: anywhere; min-width: 140px; }
section > .scroll caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
td small { color: var(--chart-soft); }
figure { margin: 16px 0; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; border: 1px solid var(--chart-grid); border-radius: 6px; }
summary { color: var(--chart-soft); font-size: 12px; cursor: pointer; }
.met { color: var(--good); font-weight: 600; }
.missed { color: var(--bad); font-weight: 600; }
ul { margin: 8px 0; padding-left: 20px; }
footer { margin-top: 40px; padding-top: 12px; border-top: 1px solid var(--chart-grid); color: var(--chart-soft); font-size: 12px; }
@media print {
  :root { color-scheme: light; ${paletteStyle(light)} --good: #1d6b43; --bad: #b3261e; }
  main { max-width: none; padding: 0; }
  h2 { break-after: avoid; }
  tr { break-inside: avoid; }
  .scroll { overflow: visible; }
  th, td { padding: 3px 6px; font-size: 10px; white-space: normal; }
  details:not([open]) { display: none; }
}
`;
