import { tableOf, type OptionTable } from './options.ts'

const letters = {
  ...{ A: 'user-agent', b: 'cookie', c: 'cookie-jar', C: 'continue-at', d: 'data', D: 'dump-header', e: 'referer' },
  ...{ E: 'cert', F: 'form', H: 'header', K: 'config', m: 'max-time', o: 'output', P: 'ftp-port' },
  ...{ Q: 'quote', r: 'range', t: 'telnet-option', T: 'upload-file', u: 'user', U: 'proxy-user', w: 'write-out' },
  ...{ x: 'proxy', X: 'request', y: 'speed-time', Y: 'speed-limit', z: 'time-cond' },
}

/** curl's options that take a value, up to version 8. */
export const curlOptions: OptionTable = tableOf(letters, [
  ...'abstract-unix-socket alt-svc aws-sigv4 cacert capath cert-type ciphers connect-timeout connect-to'.split(' '),
  ...'create-file-mode crlfile curves data-ascii data-binary data-raw data-urlencode delegation'.split(' '),
  ...'dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url ech egd-file engine etag-compare'.split(' '),
  ...'etag-save expect100-timeout form-string ftp-account ftp-alternative-to-user ftp-method'.split(' '),
  ...'ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip hostpubmd5 hostpubsha256 hsts'.split(' '),
  ...'interface ip-tos ipfs-gateway json keepalive-cnt keepalive-time key key-type knownhosts krb krb4'.split(' '),
  ...'libcurl limit-rate local-port login-options mail-auth mail-from mail-rcpt max-filesize'.split(' '),
  ...'max-redirs netrc-file noproxy oauth2-bearer output-dir parallel-max parallel-max-host pass'.split(' '),
  ...'pinnedpubkey preproxy proto proto-default proto-redir proxy-cacert proxy-capath proxy-cert'.split(' '),
  ...'proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type proxy-pass'.split(' '),
  ...'proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype'.split(' '),
  ...'proxy-tlspassword proxy-tlsuser proxy1.0 pubkey random-file rate request-target resolve retry'.split(' '),
  ...'retry-delay retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5'.split(' '),
  ...'socks5-gssapi-service socks5-hostname ssl-sessions stderr tftp-blksize tls-max tls13-ciphers'.split(' '),
  ...'tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket upload-flags url'.split(' '),
  ...'url-query variable vlan-priority'.split(' '),
])
