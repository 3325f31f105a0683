using System.Globalization;
using System.Numerics;
using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Sponsored;

/// <summary>Numbers user operations: each that is on its way has a lane of its own, so that none waits for another. Bundlers take only the next number of a lane.</summary>
/// <param name="account">The account.</param>
/// <param name="next">The next number for a key, as the EntryPoint has it.</param>
/// <param name="clock">What time it is.</param>
internal sealed class UserOperationLanes(ISmartAccount account, Func<BigInteger, CancellationToken, Task<BigInteger>> next, TimeProvider clock) : IDisposable
{
    // What nobody waits for any more does not keep a lane for ever.
    private static readonly TimeSpan Trust = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Lock _lock = new();
    private readonly Dictionary<BigInteger, (BigInteger Nonce, DateTimeOffset Until)> _taken = [];

    /// <summary>Takes the next number of a free lane.</summary>
    /// <exception cref="ChainException">None is free.</exception>
    public async Task<BigInteger> TakeAsync(int lanes, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            foreach (var key in Enumerable.Range(0, lanes).Select(account.KeyOf).OrderBy(key => Holds(key) is not null).ToArray())
            {
                var nonce = await next(key, cancellation);
                if (Holds(key) is not { } held || nonce > held)
                {
                    Hold(nonce);
                    return nonce;
                }
            }
        }
        finally
        {
            _one.Release();
        }

        throw new ChainException(ChainFault.NonceGap, string.Create(CultureInfo.InvariantCulture, $"{lanes} operations of {account.Address} are on their way, and no more go at once"));
    }

    /// <summary>A number is used by something that is on its way.</summary>
    public void Hold(BigInteger nonce)
    {
        lock (_lock)
        {
            _taken[nonce >> UserOperation.SequenceBits] = (nonce, clock.GetUtcNow() + Trust);
        }
    }

    /// <summary>A number was not used.</summary>
    public void Free(BigInteger nonce)
    {
        lock (_lock)
        {
            _taken.Remove(nonce >> UserOperation.SequenceBits);
        }
    }

    public void Dispose() => _one.Dispose();

    private BigInteger? Holds(BigInteger key)
    {
        lock (_lock)
        {
            return _taken.TryGetValue(key, out var taken) && clock.GetUtcNow() < taken.Until ? taken.Nonce : null;
        }
    }
}
