using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger.Blocks;
using BlockAssist.Chain.Ledger.State;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>What the parts of the contract see of the chain, and what they can do there: keep, tell, refuse, pay.</summary>
internal sealed class Host(ContractPlace place, ContractAbi abi, Accounts accounts, Journal journal)
{
    private const int Overflow = 0x11;

    private static readonly AbiError Panic = AbiError.Parse("Panic(uint256 code)");

    private readonly Dictionary<string, AbiEvent> _events = abi.Events.ToDictionary(told => told.Name);
    private readonly Dictionary<string, AbiError> _errors = abi.Errors.ToDictionary(error => error.Name);
    private readonly List<Log> _told = [];
    private Call? _call;

    /// <summary>Where the contract is.</summary>
    public ContractPlace Place { get; } = place;

    public Address Sender => Now.Sender;

    public BigInteger Value => Now.Value;

    public ulong Height => Now.Height;

    public ulong Time => Now.Time;

    private Call Now => _call ?? throw new InvalidOperationException("nobody calls");

    /// <summary>Lets a call happen; what it tells is told only if it is not refused.</summary>
    /// <exception cref="Revert">It is refused; what it did until then is still to be undone.</exception>
    public (T Result, IReadOnlyList<Log> Told) Run<T>(Call call, Func<T> act)
    {
        _call = call;
        _told.Clear();
        try
        {
            return (act(), [.. _told]);
        }
        catch (OverflowException)
        {
            throw new Revert(Panic.Selector.Before(Panic.Inputs.EncodeParts(Overflow)));
        }
        finally
        {
            _call = null;
        }
    }

    public Map<TKey, TValue> Map<TKey, TValue>(TValue nothing)
        where TKey : notnull => new(journal, nothing);

    public Cell<T> Cell<T>(T first) => new(journal, first);

    /// <summary>Tells an event.</summary>
    public void Tell(string name, params IReadOnlyList<object> values)
    {
        var (topics, data) = _events[name].Encode(values);
        _told.Add(new Log(topics, data));
    }

    /// <summary>An error to be thrown.</summary>
    public Revert Revert(string name, params IReadOnlyList<object> values)
    {
        var error = _errors[name];
        return new Revert(error.Selector.Before(error.Inputs.EncodeParts(values)));
    }

    /// <summary>What the contract has goes to an account.</summary>
    public void Pay(Address account, BigInteger amount) => accounts.Move(Place.Contract, account, amount);
}
