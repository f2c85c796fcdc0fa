import { ended, failureOf } from './ending.ts'
import { isLocal, oryHost, atOry } from './hosts.ts'
import type { Rule } from './rule.ts'

/** Why Ory gave no answer, or none that the service takes. */
export const oryFailureRules: readonly Rule[] = [
  {
    rule: 'ory-not-ready',
    tone: 'problem',
    when: ended('not_ready'),
    headline: 'Ory is not ready, so its 401 says nothing about the session',
    explanation: ({ answer }) =>
      `${(answer.kind === 'answered' ? answer.notReady : null) ?? ''}. ` +
      'Without its database, Ory answers 401 to good credentials too.',
    next: (seen) => [
      `Check Ory's health: curl -sS ${atOry(seen, '/health/ready')}`,
      "Check Ory's log, and the database in its DSN, of each Kratos where there are several behind the URL.",
      'Then reload: nobody needs to log in again.',
    ],
  },
  {
    rule: 'ory-timeout',
    tone: 'problem',
    when: ended('timeout'),
    headline: 'Ory did not answer in time',
    explanation: (seen) => `${failureOf(seen)}. The command below tells where the time goes, in three figures.`,
    causes: [
      { cause: 'Ory or its database is slow.', check: 'Only the third figure is large.' },
      {
        cause: 'A firewall, an egress rule or a proxy drops the packets.',
        check: 'The first figure is small but not 0, and the second is 0.',
      },
      { cause: 'The DNS is slow.', check: 'The first figure is large or 0.' },
    ],
    next: (seen) => [
      'From this machine, run: ' +
        "curl -m 10 -sS -o /dev/null -w '%{time_namelookup} %{time_connect} %{time_total}\\n' " +
        atOry(seen, '/health/ready'),
      'If Ory needs more time than UPSTREAM_TIMEOUT, raise it.',
    ],
  },
  {
    rule: 'ory-dns',
    tone: 'problem',
    when: ended('dns'),
    headline: "Ory's host name can't be resolved",
    explanation: (seen) => `${failureOf(seen)}. From where this service runs, DNS has no address for ${oryHost(seen)}.`,
    next: (seen) => [
      'Check ORY_SDK_URL or ORY_PROJECT_SLUG for typos.',
      `From this machine, run: getent hosts ${oryHost(seen)}`,
      'In a container, use the name that the Kratos service or pod has on that network, and check the DNS settings.',
    ],
  },
  {
    rule: 'ory-refused',
    tone: 'problem',
    when: ended('refused'),
    headline: 'Nothing accepts connections where Ory should be',
    explanation: (seen) => `${failureOf(seen)}. The host ${oryHost(seen)} refuses the connection or can't be reached.`,
    next: (seen) => [
      'Is Ory running, and is this the port of its public API (4433 in Kratos by default)?',
      ...(isLocal(oryHost(seen))
        ? [
            'In a container, localhost is the container itself: ' +
              'use the name of the Kratos service, or host.docker.internal.',
          ]
        : []),
    ],
  },
  {
    rule: 'ory-tls',
    tone: 'problem',
    when: ended('tls'),
    headline: "Can't connect to Ory over TLS: its certificate or its TLS isn't accepted",
    explanation: (seen) => `${failureOf(seen)}. The connection was established, but the TLS handshake failed.`,
    causes: [
      {
        cause: 'The certificate is self-signed, or from a private CA.',
        check: 'The code has SELF_SIGNED in it, or starts with UNABLE_TO.',
      },
      {
        cause: 'The certificate has expired, or is for another name.',
        check: 'The code is CERT_HAS_EXPIRED or ERR_TLS_CERT_ALTNAME_INVALID.',
      },
      { cause: 'That port does not use TLS.', check: 'The code starts with ERR_SSL.' },
    ],
    next: (seen) => [
      'If the certificate is self-signed or from a private CA, ' +
        'give this service the CA with NODE_EXTRA_CA_CERTS=/path/to/ca.pem.',
      'If it has expired or is for another name, renew it or use its name. ' +
        `To see it, run: openssl s_client -connect ${hostAndPort(seen.ory.url)} -servername ${oryHost(seen)}`,
      'If that port does not use TLS, write http:// in ORY_SDK_URL.',
    ],
  },
  {
    rule: 'ory-reset',
    tone: 'problem',
    when: ended('reset'),
    headline: 'Ory closed the connection before answering',
    explanation: (seen) => `${failureOf(seen)}. Something accepted the connection and hung up.`,
    causes: (seen) => [
      { cause: 'Ory is restarting.', check: 'The next request is answered.' },
      ...(seen.ory.url.startsWith('http:')
        ? [
            {
              cause: 'That port expects TLS.',
              check: 'The same URL with https:// answers: then write it in ORY_SDK_URL.',
            },
          ]
        : []),
      {
        cause: 'A proxy or load balancer in between closes the connection.',
        check: "Its log has the request, and Ory's has not.",
      },
    ],
    next: ["Repeat the request. If it happens again, check Ory's log and the proxy's."],
  },
  {
    rule: 'ory-protocol',
    tone: 'problem',
    when: ended('protocol'),
    headline: 'What answers there does not speak valid HTTP',
    explanation: (seen) => `${failureOf(seen)}.`,
    causes: (seen) => [
      ...(seen.ory.url.startsWith('http:')
        ? [{ cause: 'That port expects TLS.', check: 'The same URL with https:// answers.' }]
        : []),
      { cause: 'The port belongs to another program.', check: 'The command below shows what it says.' },
    ],
    next: (seen) => [
      `See what answers: curl -v ${atOry(seen, '/health/alive')}`,
      "Set ORY_SDK_URL to the URL of Ory's public API.",
    ],
  },
  {
    rule: 'ory-too-large',
    tone: 'problem',
    when: ended('too_large'),
    headline: "Ory's answer is larger than the service accepts",
    explanation: (seen) => `${failureOf(seen)}. The service gives up on such an answer, so there is no session.`,
    next: (seen) => [
      `See what answers: curl -sS ${atOry(seen, '/sessions/whoami')} | wc -c`,
      "If it is a session, keep less in the identity's traits and metadata, or raise UPSTREAM_MAX_BYTES.",
    ],
  },
  {
    rule: 'ory-busy',
    tone: 'problem',
    when: ended('busy'),
    headline: 'Too many reports are waiting for Ory',
    explanation: 'Ory was not asked about these credentials: it is slow, or many reports were requested at once.',
    next: ['Try again in a second.'],
  },
]

function hostAndPort(url: string): string {
  const { host, port } = new URL(url)
  return port === '' ? `${host}:443` : host
}
