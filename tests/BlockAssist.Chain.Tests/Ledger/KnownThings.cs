using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Ledger;

/// <summary>What is on the two chains, as far as those who act there know.</summary>
internal sealed class KnownThings(TwinChains chains)
{
    public List<Hash32> Ids { get; } = [];

    public HashSet<Hash32> Slots { get; } = [];

    public HashSet<Hash32> Batches { get; } = [];

    /// <summary>The round that was opened last.</summary>
    public uint Round { get; set; }

    /// <summary>The key of the peer for which somebody may speak.</summary>
    public static Hash32 KeyOf(Person person) => Keccak256.Of(person.Address.ToString());

    /// <summary>Questions about all of it.</summary>
    public IEnumerable<byte[]> Views(Random chance)
    {
        foreach (var view in (string[])["paused", "reserve", "currentRound", "getTotalUploads", "getTotalSessions"])
        {
            yield return chains.Abi.Function(view).EncodeCall();
        }

        foreach (var person in chains.Everybody)
        {
            foreach (var view in (string[])["balances", "bonds", "isBonded", "peers", "getUserUploads", "getUserSessions"])
            {
                yield return chains.Abi.Function(view).EncodeCall(person.Address);
            }

            yield return chains.Abi.Function("accountOf").EncodeCall(KeyOf(person));
            yield return chains.Abi.Function("hasRole").EncodeCall(Keccak256.Of("VERIFIER_ROLE"), person.Address);
        }

        for (var round = Math.Max(Round, 3) - 3; round <= Round + 1; round++)
        {
            yield return chains.Abi.Function("rounds").EncodeCall(round);
            yield return chains.Abi.Function("phase").EncodeCall(round);
            yield return chains.Abi.Function("isClaimed").EncodeCall(round, chance.Next(4));
        }

        foreach (var id in Ids.TakeLast(6))
        {
            yield return chains.Abi.Function("contributions").EncodeCall(id);
            yield return chains.Abi.Function("attestationOf").EncodeCall(id, chains.Everybody[4].Address);
        }

        foreach (var slot in Slots.TakeLast(4))
        {
            yield return chains.Abi.Function("committedAt").EncodeCall(slot);
        }

        foreach (var batch in Batches.TakeLast(4))
        {
            yield return chains.Abi.Function("batches").EncodeCall(batch);
            yield return chains.Abi.Function("isInBatch").EncodeCall(batch, Keccak256.Of("leaf"), Array.Empty<object>());
        }

        yield return chains.Abi.Function("isPending").EncodeCall("training 1", "");
        yield return chains.Abi.Function("getModelUploader").EncodeCall("somebody/model-1");
        yield return chains.Abi.Function("getEoa").EncodeCall([new object[] { "peer 1 of a name that is longer than one word", "nobody" }]);
    }
}
