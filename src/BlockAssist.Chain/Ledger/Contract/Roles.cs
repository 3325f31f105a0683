using BlockAssist.Chain.Ledger.State;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>Who may do what, and whether anything new is taken.</summary>
internal sealed class Roles(Host host)
{
    private readonly Map<(Hash32 Role, Address Account), bool> _members = host.Map<(Hash32, Address), bool>(false);
    private readonly Cell<bool> _isPaused = host.Cell(false);

    public static Hash32 Admin => default;

    public static Hash32 RoundManager { get; } = Keccak256.Of("ROUND_MANAGER_ROLE");

    public static Hash32 Verifier { get; } = Keccak256.Of("VERIFIER_ROLE");

    public static Hash32 Slasher { get; } = Keccak256.Of("SLASHER_ROLE");

    public static Hash32 Pauser { get; } = Keccak256.Of("PAUSER_ROLE");

    public bool IsPaused => _isPaused.Value;

    /// <summary>What the constructor does.</summary>
    public void Begin(Address admin)
    {
        foreach (var role in (Hash32[])[Admin, RoundManager, Slasher, Pauser])
        {
            Add(role, admin);
        }
    }

    public bool Has(Hash32 role, Address account) => _members[(role, account)];

    public void Demand(Hash32 role)
    {
        if (!Has(role, host.Sender))
        {
            throw host.Revert("AccessControlUnauthorizedAccount", host.Sender, role);
        }
    }

    public void DemandNotPaused()
    {
        if (IsPaused)
        {
            throw host.Revert("EnforcedPause");
        }
    }

    // The admin of every role is the admin.
    public void Grant(Hash32 role, Address account)
    {
        Demand(Admin);
        Add(role, account);
    }

    public void Revoke(Hash32 role, Address account)
    {
        Demand(Admin);
        Remove(role, account);
    }

    public void Renounce(Hash32 role, Address confirmation)
    {
        if (confirmation != host.Sender)
        {
            throw host.Revert("AccessControlBadConfirmation");
        }

        Remove(role, confirmation);
    }

    public void Pause()
    {
        Demand(Pauser);
        DemandNotPaused();
        _isPaused.Value = true;
        host.Tell("Paused", host.Sender);
    }

    public void Unpause()
    {
        Demand(Pauser);
        if (!IsPaused)
        {
            throw host.Revert("ExpectedPause");
        }

        _isPaused.Value = false;
        host.Tell("Unpaused", host.Sender);
    }

    private void Add(Hash32 role, Address account)
    {
        if (!Has(role, account))
        {
            _members[(role, account)] = true;
            host.Tell("RoleGranted", role, account, host.Sender);
        }
    }

    private void Remove(Hash32 role, Address account)
    {
        if (Has(role, account))
        {
            _members[(role, account)] = false;
            host.Tell("RoleRevoked", role, account, host.Sender);
        }
    }
}
