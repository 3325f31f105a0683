using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.State;

/// <summary>What accounts have, and how many transactions they sent. Money only moves: all of it is there from the beginning.</summary>
internal sealed class Accounts(Journal journal)
{
    private readonly Map<Address, BigInteger> _money = new(journal, BigInteger.Zero);
    private readonly Map<Address, ulong> _nonces = new(journal, 0);

    public BigInteger MoneyOf(Address account) => _money[account];

    public ulong NonceOf(Address account) => _nonces[account];

    /// <summary>One more transaction of an account.</summary>
    public void Count(Address account) => _nonces[account]++;

    /// <summary>Money from nowhere: only before the first block.</summary>
    public void Endow(Address account, BigInteger amount) => _money[account] += amount;

    /// <summary>Moves what is there to be moved.</summary>
    public void Move(Address from, Address to, BigInteger amount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, _money[from]);
        _money[from] -= amount;
        _money[to] += amount;
    }
}
