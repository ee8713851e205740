-- What wrk sends, as the environment says, and the one line that is read of its results.
local path = os.getenv("LOAD_PATH")
local ids = tonumber(os.getenv("LOAD_IDS"))

wrk.method = os.getenv("LOAD_METHOD")
local authorization = os.getenv("LOAD_AUTHORIZATION")
if authorization ~= "" then
  wrk.headers["Authorization"] = authorization
end
local body = os.getenv("LOAD_BODY")
if body ~= "" then
  wrk.body = body
  wrk.headers["Content-Type"] = "application/json"
end

if ids > 0 then
  request = function()
    return wrk.format(nil, path .. "/" .. math.random(ids))
  end
else
  wrk.path = path
end

done = function(summary, latency, requests)
  local e = summary.errors
  local failed = e.connect + e.read + e.write + e.status + e.timeout
  io.write(string.format("result %d %d %d %d %d\n", summary.requests, summary.duration, failed,
    latency:percentile(50), latency:percentile(99)))
end
