-- Notes an owner's last change number. Two replicas may note theirs in either order: the higher one stays.
-- KEYS[1] written:<owner>   ARGV[1] the number   ARGV[2] milliseconds to keep it
local known = tonumber(redis.call('get', KEYS[1]) or '-1')
if tonumber(ARGV[1]) > known then
  redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
else
  redis.call('pexpire', KEYS[1], ARGV[2])
end
return 1
