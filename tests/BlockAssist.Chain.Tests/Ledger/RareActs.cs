using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Ledger;

/// <summary>Acts that need others before them, in an order in which they come to what they are for.</summary>
internal sealed class RareActs(TwinChains chains)
{
    private static readonly Hash32 Parent = Keccak256.Of("parent");
    private static readonly Hash32 Key = Keccak256.Of("key");

    private readonly Person _admin = chains.Everybody[0];
    private readonly Person _ada = chains.Everybody[1];
    private readonly Person _bob = chains.Everybody[2];

    private static object[] Work => [1, 1, Parent, Keccak256.Of("play"), Keccak256.Of("update")];

    /// <summary>One account is a verifier and a peer; another is neither.</summary>
    public async Task BecomeAsync()
    {
        await chains.TellAsync(_admin, default, new Wei(10_000), _ada.Address);
        await CallAsync(_admin, "grantRole", 0, Keccak256.Of("VERIFIER_ROLE"), _ada.Address);
        await CallAsync(_ada, "postBond", 5000);
        foreach (var (person, key) in ((Person, Hash32)[])[(_bob, Key), (_ada, Key)])
        {
            await CallAsync(person, "claimPeer", 0, key, new byte[64]);
        }

        await CallAsync(_ada, "rejectPeer", 0, _bob.Address, Parent);
        await CallAsync(_ada, "rejectPeer", 0, _bob.Address, Key);
        await CallAsync(_ada, "confirmPeer", 0, _ada.Address, Key);
        await CallAsync(_bob, "claimPeer", 0, Key, new byte[64]);
        await CallAsync(_admin, "openRound", 7, Parent, 604_800, 1, 0);
        await CallAsync(_admin, "openRound", 7, Parent, 1000, 1000, 1000);
    }

    /// <summary>Everything that counts once, twice.</summary>
    public async Task RepeatAsync()
    {
        var leaf = Keccak256.Of(Keccak256.Of(Parent.ToArray()).ToArray());
        for (var i = 0; i < 2; i++)
        {
            await CallAsync(_ada, "submit", 0, [Work]);
            await CallAsync(_ada, "commit", 0, Parent);
            await CallAsync(_ada, "submitBatch", 0, 1, 1, leaf, 1);
            await CallAsync(_bob, "registerPeer", 0, "peer");
            await CallAsync(_bob, "submitHFUpload", 0, _bob.Address, $"training {i}", "model", 1, false);
            await CallAsync(_ada, "verifyHFUpload", 0, "training 0", "model");
            await CallAsync(_admin, "pause", 0);
            await CallAsync(_admin, "unpause", 0);
        }

        var batch = Keccak256.Of(AbiFunction.Parse("batch(address,uint32,uint32)").Inputs.EncodeParts(_ada.Address, 1, 1));
        await CallAsync(_bob, "isInBatch", 0, batch, Parent, Array.Empty<object>());
        await CallAsync(_bob, "isInBatch", 0, batch, Parent, new object[] { Key });
    }

    public async Task AttestOwnAsync()
    {
        var id = Hash32.Parse(await chains.AskAsync(_ada.Address, chains.Abi.Function("contributionId").EncodeCall(_ada.Address, Work)));
        chains.Pass(1000);
        await CallAsync(_ada, "commitAttestation", 0, id, Parent);
        await CallAsync(_ada, "commitAttestation", 0, Parent, Parent);
        await CallAsync(_ada, "slashSilent", 0, id, _ada.Address);
        chains.Pass(3000);
        await CallAsync(_ada, "slashSilent", 0, id, _ada.Address);
        await CallAsync(_admin, "settleRound", 0, 1, Parent, Parent, Parent, 0);
    }

    /// <summary>Bytes beyond the width of what they are: some parts are looked at only when their turn comes.</summary>
    public async Task MalformAsync()
    {
        await CallAsync(_admin, "openRound", 0, Parent, 100_000, 1000, 1000);
        foreach (var (name, values) in ((string, object[])[])
        [
            ("submit", [Work]), ("submitFor", [_ada.Address, Work, new byte[65]]), ("submitCommitted", [Work, Key]), ("contributionId", [_ada.Address, Work]),
            ("supportsInterface", [new byte[] { 0x79, 0x65, 0xdb, 0x0b }]), ("peers", [_ada.Address]), ("slash", [_ada.Address, 1, Key]), ("getEoa", [new object[] { "peer", "nobody" }]),
            ("revealAttestation", [Key, true, 1, Key]), ("claim", [1, 0, _ada.Address, 5, new object[] { Key, Parent }]), ("registerPeer", ["another"]),
        ])
        {
            var data = chains.Abi.Function(name).EncodeCall(values);
            foreach (var who in (Person[])[_ada, _bob, _admin])
            {
                await chains.TellAsync(who, data);
                for (var word = 4; word < data.Length; word += 32)
                {
                    var dirty = data.ToArray();
                    dirty[word] = 1;
                    await chains.AskAsync(who.Address, dirty);
                    dirty[word] = 0;
                    dirty[Math.Min(word + 30, data.Length - 1)] ^= 0x10;
                    await chains.AskAsync(who.Address, dirty);
                    await chains.AskAsync(who.Address, data.AsMemory(0, word));
                }
            }
        }
    }

    public async Task LeaveAsync()
    {
        await CallAsync(_ada, "unbond", 0);
        await CallAsync(_ada, "beginUnbonding", 0);
        await CallAsync(_ada, "unbond", 0);
        chains.Pass(14 * 86_400);
        await CallAsync(_ada, "unbond", 0);
        await CallAsync(_ada, "withdraw", 0);
        await CallAsync(_admin, "barPeer", 0, _ada.Address, Parent);
        await CallAsync(_ada, "commit", 0, Key);
        await CallAsync(_ada, "claimPeer", 0, Key, new byte[64]);
        await CallAsync(_ada, "renounceRole", 0, Keccak256.Of("VERIFIER_ROLE"), _ada.Address);
        await chains.CompareAsync([], [_ada.Address, _bob.Address, _admin.Address, chains.Place.Contract]);
    }

    private async Task CallAsync(Person person, string function, BigInteger value, params IReadOnlyList<object> values) =>
        await chains.TellAsync(person, chains.Abi.Function(function).EncodeCall(values), new Wei(value));
}
