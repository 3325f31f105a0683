using System.Numerics;
using BlockAssist.Chain.Ledger.State;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>What is owed to whom, and what belongs to nobody.</summary>
internal sealed class Treasury(Host host)
{
    private readonly Map<Address, BigInteger> _balances = host.Map<Address, BigInteger>(BigInteger.Zero);
    private readonly Cell<BigInteger> _reserve = host.Cell(BigInteger.Zero);

    /// <summary>What belongs to nobody; the next round has it.</summary>
    public BigInteger Reserve
    {
        get => _reserve.Value;
        set => _reserve.Value = value;
    }

    public BigInteger BalanceOf(Address account) => _balances[account];

    public void Owe(Address account, BigInteger amount) => _balances[account] += amount;

    public void Withdraw()
    {
        var amount = BalanceOf(host.Sender);
        if (amount.IsZero)
        {
            throw host.Revert("NothingToWithdraw");
        }

        _balances[host.Sender] = BigInteger.Zero;
        host.Pay(host.Sender, amount);
        host.Tell("Withdrawn", host.Sender, amount);
    }
}
