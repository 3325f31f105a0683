using BlockAssist.Chain.Ledger.State;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>What verifiers stand to lose.</summary>
/// <param name="host">The chain.</param>
/// <param name="roles">Who is a verifier.</param>
/// <param name="treasury">Where bonds go.</param>
/// <param name="least">What lets a verifier speak.</param>
internal sealed class VerifierBonds(Host host, Roles roles, Treasury treasury, UInt128 least)
{
    /// <summary>For how long a bond can still be taken after its owner asked for it back, in seconds.</summary>
    public const ulong Unbonding = 14 * 24 * 60 * 60;

    private readonly Map<Address, Bond> _bonds = host.Map<Address, Bond>(default);

    public UInt128 Least => least;

    public Bond Of(Address verifier) => _bonds[verifier];

    public bool IsBonded(Address verifier) => Of(verifier) is var bond && bond.Amount >= least && bond.FreeAt == 0;

    public void DemandBonded()
    {
        roles.Demand(Roles.Verifier);
        if (!IsBonded(host.Sender))
        {
            throw host.Revert("BondTooSmall", Of(host.Sender).Amount, least);
        }
    }

    public void Post()
    {
        roles.DemandNotPaused();
        roles.Demand(Roles.Verifier);
        var amount = checked(Of(host.Sender).Amount + host.ToUInt128(host.Value));
        _bonds[host.Sender] = new Bond(amount, 0);
        host.Tell("BondPosted", host.Sender, host.Value, amount);
    }

    public void BeginUnbonding()
    {
        var bond = Of(host.Sender);
        if (bond.Amount == 0)
        {
            throw host.Revert("NotUnbonding", host.Sender);
        }

        var freeAt = checked(host.Time + Unbonding);
        _bonds[host.Sender] = bond with { FreeAt = freeAt };
        host.Tell("UnbondingBegun", host.Sender, freeAt);
    }

    public void Unbond()
    {
        var bond = Of(host.Sender);
        if (bond.FreeAt == 0)
        {
            throw host.Revert("NotUnbonding", host.Sender);
        }

        if (host.Time < bond.FreeAt)
        {
            throw host.Revert("StillBonded", bond.FreeAt);
        }

        _bonds[host.Sender] = default;
        treasury.Owe(host.Sender, bond.Amount);
        host.Tell("BondReturned", host.Sender, bond.Amount);
    }

    public void Slash(Address verifier, UInt128 amount, Hash32 evidence)
    {
        roles.Demand(Roles.Slasher);
        Take(verifier, amount, evidence);
    }

    /// <summary>Takes of a bond what it has.</summary>
    public void Take(Address verifier, UInt128 amount, Hash32 evidence)
    {
        var bond = Of(verifier);
        var taken = UInt128.Min(amount, bond.Amount);
        _bonds[verifier] = bond with { Amount = bond.Amount - taken };
        treasury.Reserve += taken;
        host.Tell("BondSlashed", verifier, taken, evidence);
    }

    /// <summary>A bond; <see cref="FreeAt"/> is 0 unless its owner asked for it back.</summary>
    public readonly record struct Bond(UInt128 Amount, ulong FreeAt);
}
