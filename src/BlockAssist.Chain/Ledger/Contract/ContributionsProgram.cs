using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Ledger.Blocks;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>The contract <c>Contributions</c>, with the meaning of its Solidity sources: the same checks in the same order, the same events and errors.</summary>
internal sealed class ContributionsProgram
{
    private static readonly string[] Payable = ["openRound", "postBond"];

    private readonly Host _host;
    private readonly Roles _roles;
    private readonly Dictionary<Selector, Entry> _entries;

    /// <summary>The contract before its constructor.</summary>
    /// <param name="host">The chain.</param>
    /// <param name="abi">What it can be asked.</param>
    /// <param name="leastBond">What lets a verifier speak.</param>
    /// <param name="silencePenalty">What a verifier loses who commits and does not reveal.</param>
    public ContributionsProgram(Host host, ContractAbi abi, UInt128 leastBond, UInt128 silencePenalty)
    {
        (_host, _roles) = (host, new Roles(host));
        var functions = new ContributionsFunctions(host, _roles, leastBond, silencePenalty).ByName();
        _entries = abi.Functions.ToDictionary(function => function.Selector, function => new Entry(function, Payable.Contains(function.Name), functions[function.Name]));
    }

    /// <summary>The constructor.</summary>
    public IReadOnlyList<Log> Begin(Call call, Address admin) => _host.Run(call, () =>
    {
        _roles.Begin(admin);
        return true;
    }).Told;

    /// <summary>What comes of a call: what it returns and tells.</summary>
    /// <exception cref="Revert">It is refused; what it did until then is still to be undone.</exception>
    public (byte[] Result, IReadOnlyList<Log> Told) Run(Call call, ReadOnlyMemory<byte> data) =>
        Selector.At(data.Span) is { } selector && _entries.TryGetValue(selector, out var entry) && (entry.IsPayable || call.Value.IsZero)
            ? _host.Run(call, () => entry.Run(data[Selector.Bytes..]))
            : throw new Revert(default);

    // A function, and what it does with what it is called with.
    private sealed record Entry(AbiFunction Function, bool IsPayable, Func<CallData, IReadOnlyList<object>> Act)
    {
        private readonly int _head = Function.Inputs.Parts.Sum(part => part.Type.HeadBytes);

        public byte[] Run(ReadOnlyMemory<byte> arguments) => Function.Outputs.EncodeParts(Act(new CallData(arguments, _head)));
    }
}
