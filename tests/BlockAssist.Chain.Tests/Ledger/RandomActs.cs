using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.TypedData;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Ledger;

/// <summary>What anybody may do in whatever order, much of it wrong, on two chains that must agree about each.</summary>
internal sealed class RandomActs(TwinChains chains, int seed)
{
    private const int Phase = 1000;

    private static readonly Hash32 Parent = Keccak256.Of("parent");
    private static readonly AbiTuple Said = AbiFunction.Parse("said(bytes32,address,bool,uint32,bytes32)").Inputs;
    private static readonly AbiTuple Salted = AbiFunction.Parse("salted(uint8,uint32,bytes32,bytes32,bytes32,bytes32)").Inputs;
    private static readonly AbiTuple Batch = AbiFunction.Parse("batch(address,uint32,uint32)").Inputs;
    private static readonly AbiTuple Slot = AbiFunction.Parse("slot(address,bytes32)").Inputs;

    private static readonly TypedStructs WorkStruct = new(new Dictionary<string, IReadOnlyList<TypedField>>
    {
        ["Work"] =
        [
            new("contributor", "address"), new("kind", "uint8"), new("round", "uint32"), new("parent", "bytes32"), new("demonstrations", "bytes32"), new("update", "bytes32"),
        ],
    });

    private readonly Random _chance = new(seed);
    private readonly KnownThings _known = new(chains);
    private readonly List<(uint Round, CreditTree Tree)> _trees = [];
    private readonly List<(Person Who, object[] Work, Hash32 Salt)> _hidden = [];

    private Person Admin => chains.Everybody[0];

    private Person Anybody => chains.Everybody[_chance.Next(chains.Everybody.Count)];

    private Person Peer => chains.Everybody[1 + _chance.Next(3)];

    private Person Verifier => chains.Everybody[4 + _chance.Next(2)];

    private Hash32 SomeId => _known.Ids.Count > 0 && !Rarely ? _known.Ids[_chance.Next(_known.Ids.Count)] : Keccak256.Of("no id");

    private Hash32 RecentId => _known.Ids.Count > 0 ? _known.Ids[^(1 + _chance.Next(Math.Min(2, _known.Ids.Count)))] : SomeId;

    private bool Rarely => _chance.Next(16) == 0;

    /// <summary>Money for all, two verifiers, three peers, a round.</summary>
    public async Task BeginAsync()
    {
        foreach (var person in chains.Everybody.Skip(1))
        {
            await chains.TellAsync(Admin, default, new Wei(BigInteger.One << 130), person.Address);
        }

        foreach (var verifier in chains.Everybody.Skip(4).Take(2))
        {
            await CallAsync(Admin, "grantRole", [Keccak256.Of("VERIFIER_ROLE"), verifier.Address]);
            await CallAsync(verifier, "postBond", [], 5000);
        }

        foreach (var peer in chains.Everybody.Skip(1).Take(3))
        {
            await CallAsync(peer, "claimPeer", [KnownThings.KeyOf(peer), new byte[64]]);
            await CallAsync(Verifier, "confirmPeer", [peer.Address, KnownThings.KeyOf(peer)]);
        }

        await OpenAsync();
    }

    /// <summary>One act, and whether the two chains are the same after it.</summary>
    public async Task StepAsync()
    {
        var acts = Acts();
        await acts[_chance.Next(acts.Length)]();
        await chains.CompareAsync([.. _known.Views(_chance)], [.. chains.Everybody.Select(person => person.Address), chains.Place.Contract]);
    }

    private Func<Task>[] Acts() =>
    [
        OpenAsync, OpenAsync, OpenAsync, SettleAsync, SettleAsync, SubmitAsync, SubmitAsync, SubmitAsync, SubmitForAsync, SubmitForAsync, HideAsync, ShowAsync, ShowAsync, BatchAsync,
        AttestAsync, AttestAsync, AttestAsync, RevealAsync, RevealAsync, RevealAsync, ClaimAsync, ClaimAsync, ClaimAsync, MalformAsync, MalformAsync, PayAsync, RoleAsync, UploadAsync, UploadAsync,
        PassAsync, PassAsync, BondAsync, BondAsync, LiveAsync, LiveAsync,
        () => CallAsync(Anybody, "slashSilent", [SomeId, Verifier.Address]),
        () => CallAsync(Rarely ? Anybody : Admin, "slash", [Verifier.Address, _chance.Next(800), Keccak256.Of("evidence")]),
        () => CallAsync(Rarely ? Anybody : Verifier, _chance.Next(3) == 0 ? "beginUnbonding" : "unbond", []),
        () => CallAsync(Anybody, "withdraw", []),
        () => CallAsync(Rarely ? Anybody : Admin, _chance.Next(4) == 0 ? "pause" : "unpause", []),
        () => CallAsync(Rarely ? Anybody : Admin, "unpause", []),
        () => CallAsync(Anybody, "claimPeer", [KnownThings.KeyOf(Anybody), new byte[Rarely ? 63 : 64]]),
        () => Anybody is var peer ? CallAsync(Verifier, _chance.Next(3) == 0 ? "rejectPeer" : "confirmPeer", [peer.Address, KnownThings.KeyOf(Rarely ? Anybody : peer)]) : Task.CompletedTask,
        () => Rarely ? CallAsync(Admin, "barPeer", [Anybody.Address, Keccak256.Of("evidence")]) : Task.CompletedTask,
    ];

    // A round from its beginning to its end, as far as what was done before lets it.
    private async Task LiveAsync()
    {
        chains.Pass(3 * Phase);
        await CallAsync(Admin, "unpause", []);
        Func<Task>[] parts =
        [
            SettleAsync, OpenAsync, HideAsync, SubmitAsync, ShowAsync, SubmitForAsync, SubmitAsync, BondAsync, BondAsync, () => NextAsync(Phase), AttestAsync, AttestAsync, AttestAsync,
            () => NextAsync(Phase), RevealAsync, RevealAsync, RevealAsync, () => NextAsync(Phase), () => CallAsync(Anybody, "slashSilent", [RecentId, Verifier.Address]), SettleAsync, ClaimAsync, ClaimAsync,
        ];
        foreach (var part in parts)
        {
            await part();
        }
    }

    private Task NextAsync(ulong seconds)
    {
        chains.Pass(seconds);
        return Task.CompletedTask;
    }

    private async Task<IReadOnlyList<EventLog>> CallAsync(Person person, string function, object[] values, BigInteger value = default) =>
        (await chains.TellAsync(person, chains.Abi.Function(function).EncodeCall(values), new Wei(value))).Logs;

    private object[] SomeWork() => [_chance.Next(4), Rarely ? _known.Round + 1 : _known.Round, Rarely ? Keccak256.Of("other") : Parent, Keccak256.Of($"play {_chance.Next(60)}"), Keccak256.Of("update")];

    private async Task OpenAsync()
    {
        var logs = await CallAsync(
            Rarely ? Anybody : Admin, "openRound", [Parent, Rarely ? 700_000 : Phase, Phase, Phase], Rarely ? BigInteger.One << 128 : _chance.Next(5000));
        _known.Round += logs.Count > 0 ? 1U : 0;
    }

    private async Task PassAsync()
    {
        chains.Pass(Rarely ? 15 * 86_400UL : (ulong)_chance.Next(Phase));
        await CallAsync(Rarely ? Anybody : Admin, "unpause", []);
    }

    private async Task BondAsync() => await CallAsync(Rarely ? Anybody : Verifier, "postBond", [], Rarely ? BigInteger.One << 127 : _chance.Next(3000));

    private async Task SettleAsync()
    {
        var tree = new CreditTree([.. Enumerable.Range(0, 1 + _chance.Next(6)).Select(_ => (Anybody.Address, new Wei(_chance.Next(1500))))]);
        if (_chance.Next(2) == 0)
        {
            chains.Pass(3 * Phase);
        }

        var logs = await CallAsync(
            Rarely ? Anybody : Admin, "settleRound", [_known.Round, Parent, Keccak256.Of("record"), tree.Root, Rarely ? tree.Sum.Value / 2 : tree.Sum.Value]);
        if (logs.Count > 0)
        {
            _trees.Add((_known.Round, tree));
        }
    }

    private async Task SubmitAsync() => Note(await CallAsync(Rarely ? Anybody : Peer, "submit", [SomeWork()]));

    private async Task SubmitForAsync()
    {
        var (peer, work) = (Peer, SomeWork());
        var digest = new TypedDomain { Name = "BlockAssist Contributions", Version = "1", ChainId = chains.Place.ChainId, VerifyingContract = chains.Place.Contract }.DigestOf(
            WorkStruct, "Work", new Dictionary<string, object?>
            {
                ["contributor"] = peer.Address,
                ["kind"] = work[0],
                ["round"] = work[1],
                ["parent"] = work[2],
                ["demonstrations"] = work[3],
                ["update"] = work[4],
            });
        var signature = (Rarely ? Anybody : peer).Sign(digest).ToArray();
        Note(await CallAsync(Anybody, "submitFor", [peer.Address, work, Damaged(signature)]));
    }

    // Each of the ways in which OpenZeppelin refuses a signature.
    private byte[] Damaged(byte[] signature) => _chance.Next(12) switch
    {
        0 => signature[..64],
        1 => [.. signature[..64], 0],
        2 => [.. signature[..32], .. Enumerable.Repeat((byte)0xFF, 32), signature[64]],
        3 => [.. new byte[32], .. signature[32..]],
        4 => [.. Enumerable.Repeat((byte)5, 32), .. signature[32..]],
        _ => signature,
    };

    private async Task HideAsync()
    {
        var (peer, work, salt) = (Rarely ? Anybody : Peer, SomeWork(), Keccak256.Of($"salt {_chance.Next(3)}"));
        var commitment = Keccak256.Of(Salted.EncodeParts([.. work, salt]));
        await CallAsync(peer, "commit", [commitment]);
        _hidden.Add((peer, work, salt));
        _known.Slots.Add(Keccak256.Of(Slot.EncodeParts(peer.Address, commitment)));
    }

    private async Task ShowAsync()
    {
        if (_hidden.Count > 0)
        {
            var (peer, work, salt) = _hidden[^1];
            Note(await CallAsync(Rarely ? Anybody : peer, "submitCommitted", [work, salt]));
        }
    }

    private async Task BatchAsync()
    {
        var (peer, number) = (Peer, _chance.Next(4));
        await CallAsync(peer, "submitBatch", [_known.Round, number, Rarely ? default(Hash32) : Keccak256.Of(Keccak256.Of(Keccak256.Of("leaf").ToArray()).ToArray()), 256]);
        _known.Batches.Add(Keccak256.Of(Batch.EncodeParts(peer.Address, _known.Round, number)));
    }

    private void Note(IReadOnlyList<EventLog> logs) => _known.Ids.AddRange(logs.Select(log => log.Topics[1]));

    private async Task AttestAsync()
    {
        var (id, who) = (RecentId, Rarely ? Anybody : Verifier);
        await CallAsync(who, "commitAttestation", [id, Keccak256.Of(Said.EncodeParts(id, who.Address, true, uint.MaxValue, Parent))]);
    }

    // All scores are the largest, so that the second is too much.
    private async Task RevealAsync() => await CallAsync(Rarely ? Anybody : Verifier, "revealAttestation", [RecentId, !Rarely, uint.MaxValue, Parent]);

    private async Task ClaimAsync()
    {
        if (_trees.Count > 0)
        {
            var (round, tree) = _trees[_chance.Next(_trees.Count)];
            var line = _chance.Next(tree.Lines.Count);
            var amount = tree.Lines[line].Amount.Value + (Rarely ? 1 : 0);
            await CallAsync(Anybody, "claim", [round, line, tree.Lines[line].Account, amount, tree.Proof(line).Cast<object>().ToArray()]);
        }
    }

    private async Task PayAsync()
    {
        var isToContract = _chance.Next(2) == 0;
        await chains.TellAsync(Anybody, isToContract ? default : new byte[] { 1, 2, 3 }, new Wei(_chance.Next(100)), isToContract ? null : Anybody.Address);
    }

    private async Task RoleAsync()
    {
        var (who, role, to) = (Rarely ? Anybody : Admin, Keccak256.Of(_chance.Next(3) == 0 ? "SLASHER_ROLE" : "VERIFIER_ROLE"), Rarely ? Anybody : chains.Everybody[6]);
        await (_chance.Next(3) switch
        {
            0 => CallAsync(who, "grantRole", [role, to.Address]),
            1 => CallAsync(who, "revokeRole", [role, to.Address]),
            _ => CallAsync(to, "renounceRole", [role, (Rarely ? who : to).Address]),
        });
    }

    private async Task UploadAsync()
    {
        var (training, model) = ($"training {_chance.Next(6)}", $"somebody/model-{_chance.Next(6)}");
        await (_chance.Next(3) switch
        {
            0 => CallAsync(Anybody, "registerPeer", [$"peer {_chance.Next(20)} of a name that is longer than one word"]),
            1 => CallAsync(Anybody, "submitHFUpload", [Rarely ? default : Anybody.Address, training, model, Rarely ? BigInteger.Zero : Rarely ? BigInteger.One << 40 : 3, true]),
            _ => CallAsync(Rarely ? Anybody : Verifier, "verifyHFUpload", [training, model]),
        });
    }

    // Bytes that are no call: cut off, longer, with other bytes in them, with money where none is taken.
    private async Task MalformAsync()
    {
        string[] names = ["submit", "claim", "claimPeer", "getEoa", "registerPeer", "submitHFUpload", "supportsInterface", "revealAttestation", "slash", "isInBatch", "submitFor", "submitCommitted", "phase"];
        var function = chains.Abi.Function(names[_chance.Next(names.Length)]);
        var data = function.EncodeCall([.. function.Inputs.Parts.Select(part => SomeValue(part.Type))]);
        var isPaid = _chance.Next(5) == 0;
        switch (_chance.Next(4))
        {
            case 0:
                data = data[.._chance.Next(data.Length)];
                break;
            case 1:
                data = [.. data, .. new byte[_chance.Next(70)]];
                break;
            default:
                data[_chance.Next(data.Length)] = (byte)_chance.Next(256);
                break;
        }

        await chains.TellAsync(_chance.Next(2) == 0 ? Peer : Verifier, data, new Wei(isPaid ? 1 : 0));
    }

    private object SomeValue(AbiType type) => type switch
    {
        AbiAddress => Anybody.Address,
        AbiBool => true,
        AbiArray array => Enumerable.Range(0, 3).Select(_ => SomeValue(array.Element)).ToArray(),
        AbiTuple tuple => tuple.Parts.Select(part => SomeValue(part.Type)).ToArray(),
        AbiBytes { IsText: true } => "some text that is a little longer than one word",
        AbiBytes => new byte[65],
        AbiFixedBytes { Name: "bytes4" } => new byte[] { 0x79, 0x65, 0xdb, 0x0b },
        AbiFixedBytes => Parent,
        _ => (BigInteger)_known.Round,
    };
}
