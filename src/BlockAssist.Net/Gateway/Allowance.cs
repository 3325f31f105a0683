using System.Collections.Concurrent;

namespace BlockAssist.Net.Gateway;

/// <summary>How many places each may hold at once, so that nobody holds all of them.</summary>
/// <typeparam name="TKey">Who holds places.</typeparam>
/// <param name="most">How many each may hold.</param>
internal sealed class Allowance<TKey>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, int> _held = [];

    /// <summary>Takes a place.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(TKey key)
    {
        if (_held.AddOrUpdate(key, 1, (_, held) => held + 1) <= most)
        {
            return true;
        }

        Free(key);
        return false;
    }

    /// <summary>Gives a place back that was taken.</summary>
    public void Free(TKey key)
    {
        while (_held.TryGetValue(key, out var held))
        {
            if (held > 1 ? _held.TryUpdate(key, held - 1, held) : _held.TryRemove(KeyValuePair.Create(key, held)))
            {
                return;
            }
        }
    }
}
