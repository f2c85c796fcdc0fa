-- Sends the session token of the environment and ends with one line of JSON: what wrk counted, times in microseconds.
wrk.headers["Authorization"] = "Bearer " .. os.getenv("SESSION_TOKEN")

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"microseconds":%d,"bytes":%d,"p50":%d,"p99":%d,"p999":%d,' ..
      '"refused":%d,"broken":%d,"late":%d,"wrong":%d}\n',
    summary.requests, summary.duration, summary.bytes,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9),
    errors.connect, errors.read + errors.write, errors.timeout, errors.status))
end
