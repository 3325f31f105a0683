using System.Numerics;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger.State;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>Credit that a settled round gives, claimed line by line against its root.</summary>
internal sealed class Credits(Host host, Treasury treasury, Rounds rounds)
{
    private readonly Map<(uint Round, BigInteger Index), bool> _claimed = host.Map<(uint, BigInteger), bool>(false);

    public bool IsClaimed(uint round, BigInteger index) => _claimed[(round, index)];

    public void Claim(uint number, BigInteger index, Address account, BigInteger amount, IEnumerable<Hash32> proof)
    {
        if (IsClaimed(number, index))
        {
            throw host.Revert("AlreadyClaimed", number, index);
        }

        var round = rounds[number];
        if (!MerkleProof.Proves(round.CreditRoot, CreditTree.LeafOf(index, account, amount), proof))
        {
            throw host.Revert("InvalidProof");
        }

        if (amount > round.Pool)
        {
            throw host.Revert("PoolExceeded", amount, round.Pool);
        }

        _claimed[(number, index)] = true;
        rounds[number] = round with { Pool = round.Pool - (UInt128)amount };
        treasury.Owe(account, amount);
        host.Tell("CreditClaimed", number, account, index, amount);
    }
}
