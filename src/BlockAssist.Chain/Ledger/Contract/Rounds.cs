using System.Numerics;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger.State;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>The rounds of a swarm: one after the other, each from a model to a model.</summary>
internal sealed class Rounds(Host host, Roles roles, Treasury treasury)
{
    /// <summary>How long a round may take in all, in seconds.</summary>
    public const ulong Longest = 7 * 24 * 60 * 60;

    private readonly Cell<uint> _current = host.Cell(0U);
    private readonly Map<uint, Round> _rounds = host.Map<uint, Round>(default);

    public uint Current => _current.Value;

    public Round this[uint number]
    {
        get => _rounds[number];
        set => _rounds[number] = value;
    }

    public RoundPhase PhaseOf(uint number)
    {
        var round = this[number];
        return round.SubmitUntil == 0 ? RoundPhase.None
            : round.IsSettled ? RoundPhase.Settled
            : host.Time < round.SubmitUntil ? RoundPhase.Submit
            : host.Time < round.AttestUntil ? RoundPhase.Attest
            : RoundPhase.Reveal;
    }

    public uint Open(Hash32 parent, uint submitFor, uint attestFor, uint revealFor)
    {
        roles.DemandNotPaused();
        roles.Demand(Roles.RoundManager);
        if (Current != 0 && !this[Current].IsSettled)
        {
            throw WrongPhase(Current);
        }

        var length = (ulong)submitFor + attestFor + revealFor;
        if (length > Longest)
        {
            throw host.Revert("RoundTooLong", length, Longest);
        }

        var number = checked(Current + 1);
        var submitUntil = checked(host.Time + submitFor);
        var attestUntil = checked(submitUntil + attestFor);
        var pool = host.ToUInt128(host.Value + treasury.Reserve);
        var round = new Round(submitUntil, attestUntil, checked(attestUntil + revealFor), IsSettled: false, parent, pool, CreditRoot: default);
        (_current.Value, this[number], treasury.Reserve) = (number, round, BigInteger.Zero);
        host.Tell("RoundOpened", number, parent, round.SubmitUntil, round.AttestUntil, round.RevealUntil, pool);
        return number;
    }

    public void Settle(uint number, Hash32 model, Hash32 record, Hash32 creditRoot, UInt128 credited)
    {
        roles.Demand(Roles.RoundManager);
        var round = this[number];
        if (round.IsSettled || round.SubmitUntil == 0 || host.Time < round.RevealUntil)
        {
            throw WrongPhase(number);
        }

        if (credited > round.Pool)
        {
            throw host.Revert("PoolExceeded", credited, round.Pool);
        }

        treasury.Reserve += round.Pool - credited;
        this[number] = round with { IsSettled = true, Pool = credited, CreditRoot = creditRoot };
        host.Tell("RoundSettled", number, model, record, creditRoot, credited);
    }

    /// <summary>A round to which work can be submitted now.</summary>
    public Round Submitting(uint number) => this[number] is var round && host.Time < round.SubmitUntil ? round : throw WrongPhase(number);

    public void Demand(uint number, RoundPhase wanted)
    {
        if (PhaseOf(number) != wanted)
        {
            throw WrongPhase(number);
        }
    }

    public Revert WrongPhase(uint number) => host.Revert("WrongPhase", number, (int)PhaseOf(number));

    /// <summary>A round.</summary>
    public readonly record struct Round(
        ulong SubmitUntil, ulong AttestUntil, ulong RevealUntil, bool IsSettled, Hash32 Parent, UInt128 Pool, Hash32 CreditRoot);
}
