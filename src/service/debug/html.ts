import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import { aboutOf, markdownOf } from './markdown.ts'
import type { Report } from './report.ts'
import type { Cause, Finding, Tone } from './rules/rule.ts'
import { visible, type Fact } from './steps/facts.ts'
import type { CookieRow, Step } from './steps/step.ts'
import { stepsOf } from './steps/steps.ts'
import { marks } from './tones.ts'
import { clock } from './wording/times.ts'

type Markup = ReturnType<typeof html>

const style = readFileSync(new URL('page.css', import.meta.url), 'utf8')
const script = readFileSync(new URL('page.js', import.meta.url), 'utf8')

/** The page's only style and only script, as sources for a Content-Security-Policy. */
export const sources = { style: sourceOf(style), script: sourceOf(script) }

const mostSeen = 3 // more findings than that are folded
const mostCookies = 12

/**
 * pageOf writes a report as one page, which needs no script to be read. The template escapes everything that is not
 * its own text, and no character in it turns text around or can't be seen.
 */
export async function pageOf(report: Report): Promise<string> {
  const [verdict, ...others] = report.diagnosis
  const { headline = '', tone = 'note' } = verdict ?? {}
  const steps = stepsOf(report)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${marks[tone].ofReport}: ${headline}</title>
<style>${raw(style)}</style>
</head>
<body>
<header class="${tone}">
<div class="wide">
<p class="eyebrow">
ory-session-echo, session debug · <time datetime="${report.at}">${clock(report.at)}</time> ·
<a href="#paste">Explain something else</a></p>
<p class="verdict">${badge(tone, marks[tone].ofReport)}</p>
<h1>${headline}</h1>
${verdict === undefined ? '' : explained(verdict)}
<p class="about">${aboutOf(report)}</p>
${share(report)}
</div>
</header>
<main class="wide columns">
${others.length === 0 ? '' : alsoSeen(others)}
<section class="side" aria-labelledby="ask">
<h2 id="ask">Explain something else</h2>
<form method="post">
<label for="paste">Paste what you have: a session token, a cookie, headers, a command such as curl, a
<code>fetch</code>, a HAR, a cookie jar</label>
<textarea id="paste" name="paste" rows="5" required autocomplete="off" autocapitalize="off" spellcheck="false"
aria-describedby="privacy"></textarea>
<p id="privacy">The configured Ory is asked about it. Nothing pasted is stored, logged, or shown again,
and no URL in it is fetched.</p>
<button>Explain it</button>
</form>
${report.subject === 'request' ? '' : ownRequest}
<details class="help"><summary><h2>How to read this</h2></summary>
<p>Secrets are shown as their length and an 8-digit fingerprint. Equal fingerprints mean equal secrets, so two reports
can be compared. The fingerprints' key stays in the service.</p>
<p>The same report for terminals and for programs:</p>
<pre><code>curl -H 'Authorization: Bearer …' <var>this address</var>
curl -H 'Accept: application/json' <var>this address</var>
curl --data-urlencode paste@- <var>this address</var></code></pre>
</details>
</section>
<section class="course" aria-labelledby="steps"><h2 id="steps">Step by step</h2>
<ol class="steps">${steps.map((step, index) => stepItem(step, index, index === steps.length - 1))}</ol></section>
</main>
<script>${raw(script)}</script>
</body>
</html>
`
  return visible((await page).toString())
}

function sourceOf(text: string): `'sha256-${string}'` {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function badge(tone: Tone, words: string): Markup {
  return html`<span class="badge ${tone}"><span aria-hidden="true">${marks[tone].glyph}</span> ${words}</span>`
}

/** The report for a ticket, to be copied by the script, or by hand. */
function share(report: Report): Markup {
  return html`<div class="share">
<button type="button" class="quiet" id="copy" hidden>Copy as Markdown</button>
<p class="unseen" id="copied" role="status"></p>
<details><summary>Show the Markdown</summary>
<p>For a ticket: it has no secrets and no traits in it.</p>
<textarea id="markdown" readonly rows="10" spellcheck="false" aria-label="The report as Markdown">
${markdownOf(report)}</textarea></details>
</div>`
}

const ownRequest = html`<form method="get">
<button class="quiet">Explain this browser’s own request</button>
</form>`

function alsoSeen(findings: readonly Finding[]): Markup {
  const folded = findings.slice(mostSeen)
  return html`<section class="also" aria-labelledby="also">
<h2 id="also">Also seen</h2>
<ul class="findings">${findings.slice(0, mostSeen).map(findingItem)}</ul>
${
  folded.length === 0
    ? ''
    : html`<details><summary>${folded.length} more</summary>
<ul class="findings">${folded.map(findingItem)}</ul></details>`
}
</section>`
}

function explained({ explanation, causes, next }: Finding): Markup {
  return html`<p>${explanation}</p>
<div class="${causes.length === 0 ? '' : 'choices'}">
${causes.length === 0 ? '' : html`<div><h2>What it may be, the likeliest first</h2>${possible(causes)}</div>`}
${next.length === 0 ? '' : html`<div><h2>What to do next</h2>${nextSteps(next)}</div>`}
</div>`
}

function findingItem({ tone, headline, explanation, causes, next }: Finding): Markup {
  return html`<li class="${tone}">
<h3>${headline}</h3><p>${explanation}</p>
${causes.length === 0 ? '' : html`<p>What it may be, the likeliest first:</p>${possible(causes)}`}
${next.length === 0 ? '' : nextSteps(next)}
</li>`
}

function possible(causes: readonly Cause[]): Markup {
  return html`<ol class="causes">${causes.map(
    ({ cause, check }) => html`<li>${cause}
<span class="tell">To tell: ${check}</span></li>`,
  )}</ol>`
}

function nextSteps(next: Finding['next']): Markup {
  return html`<ul class="next">${next.map((line) => html`<li>${line}</li>`)}</ul>`
}

/** A step in one line, which unfolds; problems, and what it comes to in the end, are unfolded already. */
function stepItem({ title, tone, summary, facts, cookies, more }: Step, index: number, isLast: boolean): Markup {
  const line = html`<h3>${title}</h3>${tone === 'note' ? '' : badge(tone, marks[tone].ofStep)}
<span class="summary">${summary}</span>`
  const isOpen = tone === 'problem' || isLast
  const number = html`<span class="ordinal" aria-hidden="true">${index + 1}</span>`
  if (facts.length + cookies.length === 0)
    return html`<li class="${tone}">${number}<div class="line">${line}</div></li>`
  return html`<li class="${tone}">${number}<details${isOpen ? raw(' open') : ''}><summary class="line">${line}</summary>
${facts.length === 0 ? '' : html`<dl>${facts.map(factRow)}</dl>`}
${cookies.length === 0 ? '' : cookieTables(cookies)}
${more === undefined ? '' : html`<p>${more}</p>`}
</details></li>`
}

function factRow({ name, value, code }: Fact): Markup {
  return html`<div><dt>${name}</dt><dd>${code ? html`<code>${value}</code>` : value}</dd></div>`
}

/** Of many cookies, those that nothing is said about are folded. */
function cookieTables(rows: readonly CookieRow[]): Markup {
  const others = rows.length <= mostCookies ? [] : rows.filter(({ remark }) => remark === '')
  if (others.length === 0) return cookieTable(rows)
  const remarkable = rows.filter(({ remark }) => remark !== '')
  return html`${remarkable.length === 0 ? '' : cookieTable(remarkable)}
<details class="others"><summary>${others.length} other cookies</summary>${cookieTable(others)}</details>`
}

function cookieTable(rows: readonly CookieRow[]): Markup {
  return html`<table>
<thead><tr>
<th scope="col">Cookie</th><th scope="col" class="number">Length</th><th scope="col">Fingerprint</th>
</tr></thead>
<tbody>${rows.map(cookieRow)}</tbody>
</table>`
}

function cookieRow({ name, remark, length, fingerprint }: CookieRow): Markup {
  return html`<tr>
<th scope="row"><code>${name}</code>${remark === '' ? '' : html`<small>${remark}</small>`}</th>
<td class="number">${length}</td><td><code>${fingerprint}</code></td>
</tr>`
}
