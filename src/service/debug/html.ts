import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import type { Report } from './report.ts'
import type { Finding, Tone } from './rules/rule.ts'
import type { Fact } from './steps/facts.ts'
import { subjects } from './steps/labels.ts'
import { stepsOf, type CookieRow, type Step } from './steps/steps.ts'
import { clock } from './wording/times.ts'

type Markup = ReturnType<typeof html>

const style = readFileSync(new URL('page.css', import.meta.url), 'utf8')

/** The page's only style, as a source for a Content-Security-Policy. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'` as const

const marks: Record<Tone, { glyph: string; ofReport: string; ofStep: string }> = {
  good: { glyph: '✓', ofReport: 'Session found', ofStep: 'fine' },
  problem: { glyph: '!', ofReport: 'No session', ofStep: 'look here' },
  note: { glyph: 'i', ofReport: 'Note', ofStep: 'note' },
}

/** pageOf writes a report as one page without scripts. The template escapes everything that is not its own text. */
export async function pageOf(report: Report): Promise<string> {
  const [verdict, ...others] = report.diagnosis
  const { headline = '', tone = 'note' } = verdict ?? {}
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
</div>
</header>
<div class="wide columns">
<main>
${others.length === 0 ? '' : alsoSeen(others)}
<section aria-labelledby="steps"><h2 id="steps">Step by step</h2>
<p class="about">${subjects[report.subject]} ${report.remarks.join(' ')}</p>
<ol class="steps">${stepsOf(report).map(stepItem)}</ol></section>
</main>
<aside aria-labelledby="ask">
<h2 id="ask">Explain something else</h2>
<form method="post">
<label for="paste">Paste a session token, a <code>Cookie</code> or <code>Authorization</code> line,
or a whole curl command</label>
<textarea id="paste" name="paste" rows="7" required autocomplete="off" autocapitalize="off" spellcheck="false"
aria-describedby="privacy"></textarea>
<p id="privacy">The configured Ory is asked about it. Nothing pasted is stored, logged, or shown again,
and no URL in it is fetched.</p>
<button>Explain it</button>
</form>
${report.subject === 'request' ? '' : ownRequest}
<h2>How to read this</h2>
<p>Secrets are shown as their length and an 8-digit fingerprint. Equal fingerprints mean equal secrets, so two reports
can be compared. The fingerprints' key stays in the service.</p>
<p>The same report for terminals and for programs:</p>
<pre><code>curl -H 'Authorization: Bearer …' <var>this address</var>
curl -H 'Accept: application/json' <var>this address</var>
curl --data-urlencode paste@- <var>this address</var></code></pre>
</aside>
</div>
</body>
</html>
`
  return (await page).toString()
}

function badge(tone: Tone, words: string): Markup {
  return html`<span class="badge ${tone}"><span aria-hidden="true">${marks[tone].glyph}</span> ${words}</span>`
}

const ownRequest = html`<form method="get">
<button class="quiet">Explain this browser’s own request</button>
</form>`

function alsoSeen(findings: readonly Finding[]): Markup {
  return html`<section aria-labelledby="also">
<h2 id="also">Also seen</h2>
<ul class="findings">${findings.map(findingItem)}</ul>
</section>`
}

function explained({ explanation, next }: Finding): Markup {
  return html`<p>${explanation}</p>${next.length === 0 ? '' : html`<h2>What to do next</h2>${nextSteps(next)}`}`
}

function findingItem({ tone, headline, explanation, next }: Finding): Markup {
  return html`<li class="${tone}">
<h3>${headline}</h3><p>${explanation}</p>${next.length === 0 ? '' : nextSteps(next)}
</li>`
}

function nextSteps(next: Finding['next']): Markup {
  return html`<ul class="next">${next.map((line) => html`<li>${line}</li>`)}</ul>`
}

function stepItem({ title, tone, summary, facts, cookies, more }: Step, index: number): Markup {
  return html`<li class="${tone}"><span class="ordinal" aria-hidden="true">${index + 1}</span>
<h3>${title} ${tone === 'note' ? '' : badge(tone, marks[tone].ofStep)}</h3>
<p class="summary">${summary}</p>
${facts.length === 0 ? '' : html`<dl>${facts.map(factRow)}</dl>`}
${cookies.length === 0 ? '' : cookieTable(cookies)}
${more === undefined ? '' : html`<p class="summary">${more}</p>`}
</li>`
}

function factRow({ name, value, code }: Fact): Markup {
  return html`<div><dt>${name}</dt><dd>${code ? html`<code>${value}</code>` : value}</dd></div>`
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
