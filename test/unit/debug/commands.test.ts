import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Header } from '../../../src/service/debug/observation/evidence.ts'
import { readCommand } from '../../../src/service/debug/paste/command/command.ts'
import type { Reading } from '../../../src/service/debug/paste/reading/reading.ts'
import { withoutSurroundings } from '../../../src/service/debug/paste/reading/surroundings.ts'
import { bearer, session, sessionOnly as cookie, token, value } from '../../support/pasted.ts'

const url = 'http://localhost:3000/'
const sessionToken: Header = ['x-session-token', token]
const plain = `curl -H "Authorization: Bearer ${token}" ${url}`
const withCookie = `curl -b '${session}' ${url}`

const read = (text: string): Reading | undefined => readCommand(withoutSurroundings(text).text)
const credentials = (text: string): readonly Header[] =>
  read(text)?.headers.filter(([name]) => ['cookie', 'authorization', 'x-session-token'].includes(name)) ?? []

describe('the credentials of a command are found', () => {
  const tables: Record<string, readonly (readonly [name: string, text: string, expected: readonly Header[]])[]> = {
    'behind a prompt': [
      ...['$ ', '% ', '# ', '> ', '❯ ', '➜  ~ ', 'ann@host:~$ ', '[ann@host ~]$ ', 'root@abc:/# ', 'PS C:\\> '].map(
        (prompt) => [prompt, prompt + plain, [bearer]] as const,
      ),
      ['(venv) $ ', `(venv) ann@host ~/x $ ${plain}`, [bearer]],
      ['C:\\Users\\ann>', `C:\\Users\\ann>${plain}`, [bearer]],
      ['PS C:\\Users\\ann>', `PS C:\\Users\\ann> curl.exe -H "Authorization: Bearer ${token}" ${url}`, [bearer]],
      ['zsh with git', `➜  shop git:(main) ✗ ${plain}`, [bearer]],
      ['the number of a history', `  512  ${plain}`, [bearer]],
      [
        'of continued lines',
        `$ curl '${url}' \\\n> -H 'Accept: */*' \\\n> -H 'Authorization: Bearer ${token}'`,
        [bearer],
      ],
      ['of continued lines in PowerShell', `PS C:\\> curl.exe ${url} \`\n>> -b "${session}"`, [cookie]],
      ['of continued lines in cmd', `C:\\>curl ${url} ^\nMore? -b "${session}"`, [cookie]],
    ],
    'behind what runs it': [
      ...[
        ...['time', 'sudo', 'docker exec -it web', 'docker compose exec web', 'kubectl exec pod -- ', 'watch -n 1'],
        ...['env A=b', 'A=b', 'if', 'if !', 'cd /tmp &&', 'sleep 1;', 'nohup', 'ssh host', 'while', 'TRACE=1 time'],
        ...['/usr/bin/env', 'timeout 5'],
      ].map((runner) => [runner, `${runner} ${plain}`, [bearer]] as const),
      ["a container's image", `docker run --rm curlimages/${plain}`, [bearer]],
      ["a container's image and --", `kubectl run x -it --image=curlimages/curl -- ${plain}`, [bearer]],
      ['its path', `/usr/bin/${plain}`, [bearer]],
      ['bash -c "…"', `bash -c "curl -H 'Authorization: Bearer ${token}' ${url}"`, [bearer]],
      ["sh -c '…'", `docker exec web sh -c '${plain}'`, [bearer]],
      ['escaped quotes', `sh -c "curl -H \\"Authorization: Bearer ${token}\\" ${url}"`, [bearer]],
      ['ssh', `ssh host '${plain}'`, [bearer]],
      ['a variable that holds it', `CMD="curl -b '${session}' ${url}"; eval $CMD`, [cookie]],
      ['$(…)', `echo $(${plain})`, [bearer]],
      ['$(…) in quotes', `ME="$(${plain} | jq -r '.id')"`, [bearer]],
      ['backticks of a shell', `ME=\`${plain}\``, [bearer]],
      ['a pipe', `echo '{}' | curl -d @- -H "Authorization: Bearer ${token}" ${url} | jq -r '.identity'`, [bearer]],
      ['a condition', `if ! curl -sf -b '${session}' ${url} >/dev/null 2>&1; then echo "it's gone"; fi`, [cookie]],
      ['a loop', `for i in 1 2 3; do curl -b '${session}' ${url}; done`, [cookie]],
    ],
    'in a text': [
      ['a fence', `\`\`\`sh\n${plain}\n\`\`\``, [bearer]],
      ['a fence with a prompt', `Hi,\n\n\`\`\`console\n$ ${withCookie}\n{"error":"it's 401"}\n\`\`\`\n`, [cookie]],
      ['backticks', `\`${plain}\``, [bearer]],
      ['a fence in one line', `\`\`\`${plain}\`\`\``, [bearer]],
      ['a sentence with backticks', `I run \`${plain}\` and it doesn't work`, [bearer]],
      ["a mail's quote", `> Hi, it doesn't work:\n>\n> ${plain}\n`, [bearer]],
      ["a mail's quote with an answer in it", `> ${withCookie}\n> {"error":{"code":401}}`, [cookie]],
      ['a list', `1. log in\n2. ${plain}\n`, [bearer]],
      ['a bullet', `- ${plain}`, [bearer]],
      ['indented lines', `    curl ${url} \\\n      -b '${session}'`, [cookie]],
      ['CRLF', `curl ${url} \\\r\n  -b '${session}'\r\n`, [cookie]],
      ['a byte order mark and zero-width characters', `\ufeffcurl\u200b -b '${session}' ${url}`, [cookie]],
      ['no-break spaces', `curl\u00a0-b\u00a0'${session}'\u00a0${url}`, [cookie]],
      ['quotes around all', `"curl -H 'Authorization: Bearer ${token}' ${url}"`, [bearer]],
      ['JSON', `{"run": "curl -H \\"Authorization: Bearer ${token}\\" ${url}"}`, [bearer]],
      ['prose before', `It doesn't work with this: ${plain}`, [bearer]],
      ['a sentence about curl', `curl doesn't see my session:\n${withCookie}`, [cookie]],
      ['a comment before', `# it's the backend\n${plain}`, [bearer]],
      ['a comment behind', `${plain} # it's the backend`, [bearer]],
      ['a shebang', `#!/bin/bash\nset -euo pipefail\n${plain}\n`, [bearer]],
    ],
    'before its output': [
      ["curl's message", `$ ${withCookie}\ncurl: (7) Couldn't connect to server`, [cookie]],
      ['curl -v', `$ curl -v -b '${session}' ${url}\n* Host doesn't match\n> GET / HTTP/1.1\n< HTTP/1.1 401`, [cookie]],
      ['a body', `${plain}\n{"error":{"message":"can't find it"}}`, [bearer]],
      [
        'curl -v, for a jar',
        `curl -v -b jar ${url}\n> GET / HTTP/1.1\n> Cookie: ${session}\n>\n< Set-Cookie: a=b`,
        [cookie],
      ],
      [
        'curl -v, for a variable',
        `curl -vH "Authorization: Bearer $T" ${url}\n> GET / HTTP/2\n> authorization: Bearer ${token}\n>`,
        [bearer],
      ],
      ['a next prompt', `$ ${plain}\nann@host:~$ echo "`, [bearer]],
    ],
    'of several commands': [
      ['the last one', `curl -b a=b ${url}\n${plain}`, [bearer]],
      ['the last one with credentials', `${plain}\ncurl ${url}health`, [bearer]],
      ['not one in a comment', `${plain}\n# ${withCookie}`, [bearer]],
      ['behind &&', `curl -s ${url}health && ${plain}`, [bearer]],
      ['a login before', `T=$(curl -d '{"a":"b"}' ${url}login | jq -r .t)\n${plain}`, [bearer]],
      ['--next', `curl ${url} --next -b '${session}' ${url}`, [cookie]],
      ['one that is cut off', `${plain}\ncurl -b 'a=b`, [bearer]],
    ],
    'with variables': [
      ['set before', `TOKEN=${token}\ncurl -H "Authorization: Bearer $TOKEN" ${url}`, [bearer]],
      ['in braces', `TOKEN="${token}"; curl -H "Authorization: Bearer \${TOKEN}" ${url}`, [bearer]],
      ['exported', `export TOKEN='${token}'\ncurl -H "X-Session-Token: $TOKEN" ${url}`, [sessionToken]],
      ['exported at a prompt', `$ export TOKEN=${token}\n$ curl -H "X-Session-Token: $TOKEN" ${url}`, [sessionToken]],
      ['exported by root', `# export TOKEN=${token}\n# curl -H "X-Session-Token: $TOKEN" ${url}`, [sessionToken]],
      ['joined', `A=Bearer B=${token}\nH="Authorization: $A $B"\ncurl -H "$H" ${url}`, [bearer]],
      ['behind &&', `TOKEN=${token} && curl -H "X-Session-Token: $TOKEN" ${url}`, [sessionToken]],
      ['with a default', `curl -H "X-Session-Token: \${TOKEN:-${token}}" ${url}`, [sessionToken]],
      ['unquoted, with blanks', `OPTIONS="-s -b ${session}"\ncurl $OPTIONS ${url}`, [cookie]],
      ['an array', `args=(-s\n  -H "Authorization: Bearer ${token}")\ncurl "\${args[@]}" ${url}`, [bearer]],
      ['in fish', `set -x TOKEN ${token}\ncurl -H "X-Session-Token: $TOKEN" ${url}`, [sessionToken]],
      ['in cmd', `set TOKEN=${token}\r\ncurl -H "X-Session-Token: %TOKEN%" ${url}`, [sessionToken]],
      [
        'in cmd, in quotes',
        `C:\\>set "TOKEN=${token}"\nC:\\>curl -H "X-Session-Token: %token%" ${url}`,
        [sessionToken],
      ],
      ['in PowerShell', `$Token = "${token}"\ncurl.exe -H "X-Session-Token: $Token" ${url}`, [sessionToken]],
      [
        'of the environment in PowerShell',
        `$env:T = '${token}'\ncurl.exe -H "X-Session-Token: $env:T" ${url}`,
        [sessionToken],
      ],
      ['a commented value', `TOKEN=${token}\n# TOKEN=old\ncurl -H "X-Session-Token: $TOKEN" ${url}`, [sessionToken]],
      ['for an inner shell', `TOKEN=${token}\nbash -c "curl -H 'X-Session-Token: $TOKEN' ${url}"`, [sessionToken]],
    ],
    'with typographic quotes and dashes': [
      ['“ ”', `curl -H “Authorization: Bearer ${token}” ${url}`, [bearer]],
      ['„ “', `curl -H „Authorization: Bearer ${token}“ ${url}`, [bearer]],
      ['‘ ’', `curl -b ‘${session}’ ${url}`, [cookie]],
      ['« »', `curl -b «${session}» ${url}`, [cookie]],
      ['″ ″', `curl -b ″${session}″ ${url}`, [cookie]],
      ['without a blank', `curl -b“${session}” ${url}`, [cookie]],
      ['an apostrophe in them', `curl -H ‘X-Note: it’s me’ -b ‘${session}’ ${url}`, [cookie]],
      ['–', `curl –b '${session}' ${url}`, [cookie]],
      ['—', `curl —header 'Cookie: ${session}' ${url}`, [cookie]],
      ['––', `curl ––cookie '${session}' ${url}`, [cookie]],
      ['− in a cluster', `curl −sSb '${session}' ${url}`, [cookie]],
      ['one of a pair', `curl -H "Authorization: Bearer ${token}” ${url}`, [bearer]],
      ['all of them', `curl –s –H “Authorization: Bearer ${token}” ${url}`, [bearer]],
    ],
    'of curl': [
      ['-b twice', `curl -b a=b -b '${session}' ${url}`, [['cookie', `a=b;${session}`]]],
      ['-H Cookie beside -b', `curl -b a=b -H 'Cookie: ${session}' ${url}`, [cookie]],
      ['-H Cookie twice', `curl -H 'Cookie: a=b' -H 'Cookie: ${session}' ${url}`, [['cookie', 'a=b'], cookie]],
      ["-H 'Cookie:'", `curl -H 'Cookie:' -b '${session}' ${url}`, []],
      ["-H 'Authorization;'", `curl -H 'Authorization;' ${url}`, [['authorization', '']]],
      ['--oauth2-bearer beside -H', `curl --oauth2-bearer x -H 'Authorization: Bearer ${token}' ${url}`, [bearer]],
      ['--oauth2-bearer twice', `curl --oauth2-bearer x --oauth2-bearer ${token} ${url}`, [bearer]],
      ['lines that lost their backslashes', `curl ${url}\n  -H "Accept: */*"\n  -b '${session}'`, [cookie]],
      ['--url behind a body', `curl --url ${url} --json '{"a": "-b c=d"}' -b '${session}'`, [cookie]],
      ['options with values', `curl --max-redirs 3 --proxy-header -b --tls-max 1.2 -b '${session}' ${url}`, [cookie]],
      [
        'options without values',
        `curl -fsSLkv --compressed --http1.1 --no-progress-meter -b '${session}' ${url}`,
        [cookie],
      ],
      ['redirections', `curl -s 2>/dev/null -b '${session}' ${url} > out.json`, [cookie]],
      ['a body over lines', `curl ${url} -d '{\n  "a": "it is"\n}' -b '${session}'`, [cookie]],
      ['a broken line with a blank', `curl ${url} \\ \n  -b '${session}'`, [cookie]],
      ['a last backslash', `curl ${url} -b '${session}' \\`, [cookie]],
      ['a query', `curl '${url}?a=1&b=[x]{y}#z;|"%20$1' -b '${session}'`, [cookie]],
      ['single quotes in cmd', `C:\\>curl -b '${session}' ${url}`, [cookie]],
      ['quotes in cmd', `C:\\>curl -d "{\\"a\\":\\"b\\"}" -H "Cookie: ${session}" ${url} & echo "x`, [cookie]],
    ],
    'of other programs': [
      ['HTTPie', `http GET :3000/api 'Cookie:${session}' Accept:text/html`, [cookie]],
      ['HTTPie with a body', `http POST localhost:3000 a=b c:=1 d==2 "Authorization:Bearer ${token}"`, [bearer]],
      ['HTTPie with a bearer', `https --auth-type bearer --auth ${token} example.com`, [bearer]],
      ['HTTPie with letters', `http -A bearer -a ${token} ${url}`, [bearer]],
      [
        'HTTPie with an empty header',
        `http ${url} 'Authorization;' X-Session-Token:${token}`,
        [['authorization', ''], sessionToken],
      ],
      ['xh', `xh --bearer=${token} :3000/path`, [bearer]],
      ['wget --header=', `wget -qO- --header="Authorization: Bearer ${token}" ${url}`, [bearer]],
      ['wget --header', `wget --header 'Cookie: ${session}' ${url}`, [cookie]],
      ['hey', `hey -n 10 -H "Authorization: Bearer ${token}" ${url}`, [bearer]],
      ['ab', `ab -n 10 -C '${session}' ${url}`, [cookie]],
      ['wrk', `wrk -t2 -H 'X-Session-Token: ${token}' ${url}`, [sessionToken]],
    ],
    'of PowerShell': [
      ['a table', `Invoke-WebRequest -Uri ${url} -Headers @{ "Authorization" = "Bearer ${token}"; a = 'b' }`, [bearer]],
      ["PowerShell's curl", `curl -Uri ${url} -Headers @{ Authorization = "Bearer ${token}" }`, [bearer]],
      [
        'a table before',
        `$headers = @{\n  'X-Session-Token' = '${token}'\n}\nirm ${url} -Headers $headers`,
        [sessionToken],
      ],
      ['an entry', `$h = @{}\n$h["Cookie"] = "${session}"\niwr ${url} -H $h`, [cookie]],
      ['a member', `$h = @{}\n$h.Cookie = "${session}"\niwr ${url} -Headers:$h`.replace(':$h', ' $h'), [cookie]],
      [
        'Add',
        `$h = New-Object "System.Collections.Generic.Dictionary[[String],[String]]"\n` +
          `$h.Add("Authorization", "Bearer ${token}")\n$r = Invoke-RestMethod '${url}' -Method 'GET' -Headers $h`,
        [bearer],
      ],
      ['a variable', `$token = "${token}"\nirm -Uri "${url}" -Headers @{Authorization="Bearer $token"}`, [bearer]],
      ['what + joins', `$token = '${token}'\nirm ${url} -Headers @{Authorization = "Bearer " + $token}`, [bearer]],
      ['a variable in $()', `$t = '${token}'\nirm ${url} -Headers @{Authorization = "Bearer $($t)"}`, [bearer]],
      ['a type', `[string]$t = '${token}'\nirm ${url} -Headers @{"X-Session-Token" = $t}`, [sessionToken]],
      ["PowerShell's curl with -H", `PS C:\\> curl -H @{Authorization="Bearer ${token}"} ${url}`, [bearer]],
      [
        'a cookie for a URL',
        `$s.Cookies.Add('${url}', (New-Object Net.Cookie('a', 'b')))\niwr ${url} -WebSession $s`,
        [['cookie', 'a=b']],
      ],
      [
        'splatting',
        `$p = @{\n Uri = "${url}"\n Headers = @{ Cookie = "${session}" }\n}\nInvoke-RestMethod @p`,
        [cookie],
      ],
      [
        '-Authentication Bearer',
        `irm ${url} -Authentication Bearer -Token (ConvertTo-SecureString "${token}" -AsPlainText -Force)`,
        [bearer],
      ],
      [
        'a secure string before',
        `$t = ConvertTo-SecureString "${token}" -AsPlainText\nirm ${url} -Authentication Bearer -Token $t`,
        [bearer],
      ],
      [
        'backticks',
        `Invoke-WebRequest \`\n  -Uri ${url} \`\n  -Headers @{\n` +
          `"Cookie"="${session}"\n"sec-ch-ua"="\`"Chrome\`";v=\`"1\`""\n}`,
        [cookie],
      ],
      [
        'a prompt',
        `PS C:\\Users\\ann> $h = @{ Cookie = "${session}" }\n` +
          `PS C:\\Users\\ann> irm ${url} -Headers $h\nirm : Couldn't connect`,
        [cookie],
      ],
      ['typographic quotes', `irm ${url} –Headers @{ Cookie = “${session}” }`, [cookie]],
      [
        'a session',
        [
          '$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession',
          '$session.UserAgent = "Mozilla/5.0"',
          '$session.Cookies.Add((New-Object System.Net.Cookie("csrf_token", "a=", "/", "localhost")))',
          `$session.Cookies.Add((New-Object System.Net.Cookie("ory_kratos_session", "${value}", "/", "l")))`,
          `Invoke-WebRequest -UseBasicParsing -Uri "${url}" \``,
          '-WebSession $session `',
          '-Headers @{\n"Accept"="*/*"\n}',
        ].join('\n'),
        [['cookie', `csrf_token=a=; ${session}`]],
      ],
      [
        'a cookie of members',
        `$c = New-Object System.Net.Cookie\n$c.Name = "ory_kratos_session"\n$c.Value = "${value}"\n` +
          `$c.Domain = "l"\n$s.Cookies.Add($c)\niwr ${url} -WebSession $s`,
        [cookie],
      ],
      [
        'a session for each of two requests',
        ['a=b', session]
          .map((pair) => pair.replace('=', '", "'))
          .map((pair) => `$s.Cookies.Add((New-Object Net.Cookie("${pair}")))\niwr ${url} -WebSession $s`)
          .join('\n'),
        [cookie],
      ],
      [
        'a session with ::new',
        `$s = [Microsoft.PowerShell.Commands.WebRequestSession]::new()\n` +
          `$c = [System.Net.Cookie]::new('ory_kratos_session', '${session.slice(19)}', '/', 'localhost')\n` +
          `$s.Cookies.Add($c)\niwr ${url} -WebSession $s`,
        [cookie],
      ],
    ],
  }
  test.each(
    Object.entries(tables).flatMap(([kind, rows]) =>
      rows.map(([name, text, expected]) => [kind, name, text, expected] as const),
    ),
  )('%s: %s', (_, __, text, expected) => {
    expect(credentials(text)).toEqual(expected)
  })
})

describe('a command is named precisely', () => {
  test.each<[string, string]>([
    ['curl', plain],
    ['curl (bash)', `$ ${plain}`],
    ['curl (bash)', `ann@mbp ~ % ${plain}`],
    ['curl (bash)', `root@abc:/# ${plain}`],
    ['curl (bash)', `curl ${url} \\\n  -b '${session}'`],
    ['curl (bash)', `T=${token}; curl -H "X-Session-Token: $T" ${url}`],
    ['curl (bash)', `curl -b $'a=b' ${url}`],
    ['curl (cmd)', `curl ^"${url}^" ^\n  -b ^"${session}^"`],
    ['curl (cmd)', `C:\\Users\\ann>curl -b "${session}" ${url}`],
    ['curl (PowerShell)', `PS C:\\> curl.exe -b "${session}" ${url}`],
    ['curl (PowerShell)', `curl.exe ${url} \`\n  -b "${session}"`],
    ['PowerShell (Invoke-WebRequest)', `iwr ${url} -Headers @{ Cookie = "${session}" }`],
    ['HTTPie', `http ${url} 'Cookie:${session}'`],
    ['xh', `xh ${url} 'Cookie:${session}'`],
    ['wget', `wget --header 'Cookie: ${session}' ${url}`],
    ['grpcurl', `grpcurl -H 'authorization: Bearer ${token}' localhost:3000 list`],
  ])('%s', (readAs, text) => {
    expect(read(text)).toMatchObject({ readAs, subject: readAs.startsWith('curl') ? 'curl' : 'headers' })
  })

  test.each<[string, string, RegExp | undefined]>([
    ['curl', "curl -H 'Cookie: a=b", /curl command ends inside quotes/],
    ['curl', 'curl -H "Cookie: a=b\nhttp://localhost', /its end is missing/],
    ['curl (bash)', '$ curl -b "a=b', /its end is missing/],
    ['PowerShell', '$c = New-Object System.Net.WebClient\n$c.DownloadString("http://localhost/")', undefined],
    ['websocat', 'websocat -H "Cookie: a=b" ws://localhost:3000/', undefined],
  ])('%s also where it cannot be read', (readAs, text, remark) => {
    const reading = read(text)
    expect(reading).toMatchObject({ readAs, subject: 'unreadable', headers: [] })
    if (remark !== undefined) expect(reading?.remarks).toContainEqual(expect.stringMatching(remark))
  })

  test.each([
    ['prose', 'I use curl and it does not see my session'],
    ['headers', `GET / HTTP/1.1\nUser-Agent: curl/8.1\nCookie: ${session}`],
    ['a cookie', session],
    ['an assignment', `TOKEN=${token}`],
    ['headers behind a sentence', `curl output:\nCookie: ${session}`],
    ['headers behind a sentence with a command of PowerShell', `I ran Invoke-WebRequest with\nCookie: ${session}`],
    ['headers behind the name of a protocol', `http headers:\nCookie: ${session}`],
    ['JSON with the name of a protocol', `{"scheme": "https", "cookie": "${session}"}`],
    ['the answer to a login', `$ curl -s -d '{"a":"b"}' ${url}login\n{"session_token":"${token}"}`],
    ['the answers to two', `$ curl ${url}a\n$ curl ${url}b\n{"session_token":"${token}"}`],
    ['what came with a login', `curl -v -d @x ${url}login\n< HTTP/1.1 200\n< Set-Cookie: ${session}; Path=/`],
    ['a program in a comment', '# then use curl -b with it'],
    ['a package to install', 'apt install curl -y'],
    ['a URL with its name', `https://example.com/curl/x\nCookie: ${session}`],
  ])('%s is none', (_, text) => {
    expect(read(text)).toBeUndefined()
  })
})

describe('what is wrong with a command is said', () => {
  test.each<[string, string, Reading['flaws'], RegExp | undefined]>([
    ['curl with a jar', `curl -b cookies.txt ${url}`, ['file'], /line of that file that holds ory_kratos_session/],
    ['curl with a jar behind @', `curl -b @cookies ${url}`, ['file'], /names a cookie file/],
    ['curl with a jar and cookies', `curl -b x -b '${session}' ${url}`, ['file'], /names a cookie file/],
    ['curl with a value alone', `curl -b ${value} ${url}`, [], /without its name/],
    ['a blank before a colon', `curl -H 'Cookie : a=b' ${url}`, [], /before the colon/],
    ['curl with cookies on standard input', `cat x | curl -b - ${url}`, ['file'], /standard input/],
    ['curl with a header file', `curl -H @headers ${url}`, ['file'], /names a header file/],
    ['curl with an option file', `curl -K x ${url}`, ['file'], /names an option file/],
    ['curl with --netrc', `curl -sn ${url}`, ['file'], /--netrc/],
    ['curl that only writes a jar', `curl -c x ${url}`, [], /-c only writes/],
    ['HTTPie with a session', `http --session=ann ${url}`, ['file'], /--session names a file/],
    ['HTTPie with a value from a file', `http ${url} Cookie:@x`, ['file'], /:@/],
    ['wget with a jar', `wget --load-cookies x ${url}`, ['file'], /--load-cookies names/],
    ['a variable', `curl -H "Authorization: Bearer $TOKEN" ${url}`, ['variable'], /value is not in the paste/],
    ['a variable in braces', `curl -H "Authorization: Bearer \${TOKEN}" ${url}`, ['variable'], /not in the paste/],
    ['a variable that only cmd has', `curl -H "X-Session-Token: %TOKEN%" ${url}`, ['variable'], /not in the paste/],
    ['a variable of cmd', `C:\\>curl -b "a=%TOKEN%" ${url}`, ['variable'], /not in the paste/],
    ['a variable of PowerShell', `irm ${url} -Headers @{Cookie="$c"}`, ['variable'], /not in the paste/],
    ['what -f puts in', `irm ${url} -H @{Cookie = "a={0}" -f "b"}`, ['variable'], /not in the paste/],
    ['a member of PowerShell', `$a = irm x\nirm ${url} -H @{Cookie = $a.b}`, ['variable'], /not in the paste/],
    ['headers of PowerShell', `irm ${url} -Headers $h`, ['variable'], /what it holds is not in the paste/],
    ['a session of PowerShell', `iwr ${url} -WebSession $s`, ['variable'], /what it holds is not in the paste/],
    [
      'a command in place of a token',
      `curl --oauth2-bearer $(cat x) ${url}`,
      ['variable'],
      /output of another command/,
    ],
    ['a token of a command', `T=$(jq .t x)\ncurl -H "X-Session-Token: $T" ${url}`, ['variable'], /output of another/],
    [
      'a value for a command alone',
      `T=${token} curl -H "X-Session-Token: $T" ${url}`,
      ['variable'],
      /not in the paste/,
    ],
    ['a variable in single quotes', `T=x\ncurl -H 'X-Session-Token: $T' ${url}`, [], /single quotes/],
    ['a variable elsewhere', `curl -b '${session}' $URL`, [], undefined],
    ['typographic quotes', `curl -b “${session}” ${url}`, ['typographic-quotes'], undefined],
    ['a typographic dash', `curl –b '${session}' ${url}`, ['typographic-dashes'], undefined],
    ['both', `curl –b ‘${session}’ ${url}`, ['typographic-quotes', 'typographic-dashes'], undefined],
    ['typographic quotes in a value', `curl -H 'X-Note: “it’s” – fine' -b '${session}' ${url}`, [], undefined],
    ['no-break spaces', `curl\u00a0-b '${session}' ${url}`, [], /not a plain one/],
    ['a broken line with a blank', `curl ${url} \\ \n  -b '${session}'`, [], /followed by a space/],
    ['a last backslash', `curl ${url} -b '${session}' \\`, [], /may be missing/],
    ['a ; in cookies', `curl -b ${session}; theme=dark ${url}`, [], /put quotes around/],
    ['a line without a backslash', `curl ${url}\n  -b '${session}'`, [], /without a backslash/],
    ['a backslash without a blank', `curl ${url} -b "${session}"\\\n-H "a: b"`, [], /put a space before it/],
    ['one typographic quote', `curl ${url} -b "${session}”`, ['typographic-quotes'], undefined],
    ['an & in a URL', `curl ${url}?a=1&b=2 -b '${session}'`, [], /ends the command there; put quotes/],
    ['single quotes in cmd', `C:\\>curl -b '${session}' ${url}`, [], /double quotes/],
    ["curl as PowerShell's own", `PS C:\\> curl -b "${session}" ${url}`, [], /write curl\.exe/],
    ['--header=', `curl --header='Cookie: ${session}' ${url}`, [], /takes no =/],
    ['a header without a colon', `curl -H 'Bearer ${token}' ${url}`, [], /without a colon/],
    ['a header without quotes', `curl -H Authorization: Bearer ${token} ${url}`, [], /put quotes around both/],
    ['several commands', `curl ${url}\n${plain}\ncurl ${url}`, [], /There are 3 commands/],
  ])('%s', (_, text, flaws, remark) => {
    const { flaws: found = [], remarks = [] } = read(text) ?? {}
    expect(found).toEqual(flaws)
    if (remark !== undefined) expect(remarks).toContainEqual(expect.stringMatching(remark))
    expect(JSON.stringify(remarks)).not.toContain('MTc5')
    expect(JSON.stringify(remarks)).not.toContain('ory_st_')
  })

  test('a variable without a value stays as it is written', () => {
    expect(credentials(`curl -H "Authorization: Bearer $TOKEN" ${url}`)).toEqual([['authorization', 'Bearer $TOKEN']])
  })

  test('variables that double each other end', () => {
    const doubling = Array.from({ length: 60 }, (_, index) => `V${index + 1}=$V${index}$V${index}`)
    const headers = credentials(`V0=aaaa\n${doubling.join('\n')}\ncurl -H "Cookie: a=$V60" ${url}`)
    expect(JSON.stringify(headers).length).toBeLessThan(20_000)
  })
})

test.each<[string, string, boolean, boolean | null]>([
  ['curl', `curl https://ory.example.com/sessions/whoami?a=1 -H 'X-Session-Token: ${token}'`, true, true],
  ['curl', `curl localhost:4433/sessions/whoami`, true, false],
  ['HTTPie', `https ory.example.com/sessions/whoami X-Session-Token:${token}`, true, true],
  ['PowerShell', `irm "http://localhost:4433/sessions/whoami" -Headers @{a="b"}`, true, false],
  ['PowerShell before another', `$h = @{Cookie="${session}"}\nirm ${url} -H $h\nirm x/sessions/whoami`, false, false],
  ['curl', plain, false, false],
])('where %s goes to is known', (_, text, asksOry, https) => {
  expect(read(text)).toMatchObject({ asksOry, https })
})

test('objects in tables in objects do not make it throw', () => {
  expect(() => read(`irm x\n${'$a=New-Object @{irm '.repeat(3000)}`)).not.toThrow()
})

test('no text of up to 64 kB makes it throw', () => {
  const part = fc.constantFrom(
    ...[
      'curl ',
      'irm ',
      'http ',
      '$ ',
      '\n',
      ' ',
      '"',
      "'",
      '`',
      '\\',
      '^',
      '%',
      '$',
      '${',
      '$(',
      '(',
      ')',
      '@{',
      '}',
      '[',
      ']',
    ],
    ...[
      '=',
      ';',
      '&',
      '|',
      '<',
      '>',
      '#',
      '-H ',
      '-b ',
      '--next ',
      'a',
      'A=',
      '$A',
      '${A}',
      '%A%',
      '$a=',
      '"Cookie: a=b"',
    ],
    ...[
      '“',
      '”',
      '‘',
      '’',
      '–',
      '\u00a0',
      '\u200b',
      '::',
      ',',
      '+',
      '.Add(',
      'New-Object ',
      'Cookie',
      'PS C:\\> ',
      'C:\\>',
      '\ud800',
    ],
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 65_536, size: 'max' }),
    fc.array(part, { maxLength: 60 }).map((parts) => parts.join('')),
    fc
      .tuple(fc.array(part, { maxLength: 8 }), fc.nat(2000))
      .map(([parts, times]) => parts.join('').repeat(times).slice(0, 65_536)),
    fc.array(part, { maxLength: 60 }).map((parts) => `curl ${parts.join('')}`),
    fc.array(part, { maxLength: 60 }).map((parts) => `$a="b"\n${parts.join('')}\nirm x -Headers $a`),
  )
  fc.assert(
    fc.property(text, (pasted) => {
      const { subject, headers = [] } = readCommand(pasted) ?? {}
      if (subject === 'unreadable') expect(headers).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test.each([`curl -H X-Session-Token: ${token.slice(7)}.x ${url}`, `curl -H Cookie: eyJhbGciOi.eyJzdWIi.c2ln`])(
  'a value without quotes is not taken for a host: %s',
  (text) => {
    expect(JSON.stringify(read(text)?.headers).toLowerCase()).not.toMatch(/eyjhb|0123456789/)
  },
)
