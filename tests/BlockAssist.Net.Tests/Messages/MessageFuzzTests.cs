using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Net.Tests.Rounds;
using BlockAssist.Net.Work;
using CsCheck;
using Google.Protobuf;

namespace BlockAssist.Net.Tests.Messages;

/// <summary>What readers of messages make of bytes that nobody wrote as they are.</summary>
public sealed class MessageFuzzTests
{
    private static readonly EnvelopeKind[] Kinds =
        [.. Enumerable.Range(0, 40).Select(number => new EnvelopeKind((uint)number))];

    [Fact]
    public void Random_bytes_never_throw() => Gen.Byte.Array[0, 300].Sample(ReadAll, iter: 2000);

    [Fact]
    public void Damaged_messages_never_throw() => FuzzRun.Over(Corpus(), 200, ReadAll);

    [Fact]
    public void Messages_that_are_cut_off_never_throw() =>
        Array.ForEach(Corpus(), message => Array.ForEach([.. Enumerable.Range(0, message.Length)], length => ReadAll(message[..length])));

    [Fact]
    public void Keys_and_digests_of_another_length_are_refused()
    {
        foreach (var length in (int[])[0, 1, 31, 33, 64])
        {
            byte[] evidence = [0x12, (byte)length, .. new byte[length]];
            byte[] outcome = [0x0A, (byte)length, .. new byte[length], 0x18, 0x01];
            Assert.Null(Read(MessageKinds.GiveEvidence, evidence));
            Assert.Null(Read(MessageKinds.GiveOutcome, outcome));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Numbers_that_are_none_are_refused_wherever_they_are(double none)
    {
        var (peer, terms) = (PlayedRound.Peer(1), PlayedRound.Terms());
        var record = new RoundRecord(terms, terms.Base, false, null, null, [], new Dictionary<PeerId, double>(), []);
        var line = new CreditLine(peer, CreditReason.Verified, 1, 1, 1, 1, 1);
        var gate = new GateResult("a", "b", GateVerdict.Better, 1, 0, [], []);
        var merge = new MergeResult("mean", 1, []);
        Message[] fromPeers =
        [
            PeerMessages.AskLease(none),
            PeerMessages.GiveOutcome(peer, 0, new ReplayFinding(ReplayOutcome.Same, "", none)),
            PeerMessages.Reveal(new Revelation([new SegmentMark(terms.Recipe, terms.Recipe, (float)none)])),
        ];
        RoundCommand[] fromHub =
        [
            new Extend(terms with { Budget = none }),
            new Close(record with { Credits = [line with { Amount = none }] }),
            new Close(record with { Credits = [line with { Gain = none }] }),
            new Close(record with { Credits = [line with { Weight = none }] }),
            new Close(record with { Verifications = new Dictionary<PeerId, double> { [peer] = none } }),
            new Close(record with { Gate = gate with { Mean = none } }),
            new Close(record with { Gate = gate with { Curve = [none] } }),
            new Close(record with { Gate = gate with { Regressions = [new Regression("a", 1, none, 1)] } }),
            new Close(record with { Merge = merge with { Norm = none } }),
            new Close(record with { Merge = merge with { Peers = [new MergedPeer(1, 1, none, 1)] } }),
        ];

        Assert.All(fromPeers, message => Assert.Null(Read(message.Kind, message.Body.ToArray())));
        Assert.All(fromHub.SelectMany(HubMessages.Of), said => Assert.Null(HubMessages.Read(said.Message.Kind, peer, said.Message.Body.Span)));
    }

    [Fact]
    public void Values_that_nobody_has_defined_are_refused()
    {
        var peer = new byte[32];

        // Outcomes 0, 4 and 2³²−1; subject 2; ruling 5; a step and a segment of 2³¹; stage 99 of a welcome.
        Assert.Null(Read(MessageKinds.GiveOutcome, [0x0A, 32, .. peer, 0x18, 0x00]));
        Assert.Null(Read(MessageKinds.GiveOutcome, [0x0A, 32, .. peer, 0x18, 0x04]));
        Assert.Null(Read(MessageKinds.GiveOutcome, [0x0A, 32, .. peer, 0x18, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]));
        Assert.NotNull(Read(MessageKinds.GiveOutcome, [0x0A, 32, .. peer, 0x18, 0x01]));
        Assert.Null(Read(MessageKinds.GiveOutcome, [0x0A, 32, .. peer, 0x18, 0x01, 0x28, 0x02]));
        Assert.NotNull(Read(MessageKinds.GiveOutcome, [0x0A, 32, .. peer, 0x18, 0x01, 0x28, 0x01]));
        Assert.Null(Read(MessageKinds.Ruling, [0x0A, 32, .. peer, 0x18, 0x05]));
        Assert.NotNull(Read(MessageKinds.Ruling, [0x0A, 32, .. peer, 0x18, 0x04]));
        Assert.Null(Read(MessageKinds.ShowState, [0x0A, 32, .. peer, 0x18, 0x80, 0x80, 0x80, 0x80, 0x08, 0x22, 32, .. peer]));
        Assert.Null(Read(MessageKinds.GiveEvidence, [0x08, 0x80, 0x80, 0x80, 0x80, 0x08, 0x12, 32, .. peer]));
        Assert.Null(Welcome.Read([0x18, 99, 0x22, 32, .. peer, 0x2A, 32, .. peer]));
        Assert.Null(News.Read([0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]));
        Assert.NotNull(News.Read([0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]));
        Assert.NotNull(Welcome.Read([0x18, 1, 0x22, 32, .. peer, 0x2A, 32, .. peer]));
    }

    [Fact]
    public void What_is_nested_deep_or_claims_to_be_huge_is_refused()
    {
        byte[][] bombs =
        [
            [.. Enumerable.Repeat((byte)0x7B, 30_000)],
            [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07],
            [0x32, 0xFF, 0xFF, 0xFF, 0xFF, 0x07],
        ];

        ReadAll([0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]);
        Assert.All(bombs, bomb => Assert.All(Kinds.Where(kind => kind != MessageKinds.Tick), kind => Assert.Null(Read(kind, bomb))));
    }

    [Fact]
    public void What_bytes_claim_takes_no_more_memory_than_a_multiple_of_them()
    {
        // A hub is trusted with more than peers.
        const int FromPeers = 64;
        const int FromHub = 128;
        var limits = Kinds.Select(kind => (Kind: kind, Bytes: MessageKinds.FromPeers.BodyOf(kind) ?? MessageKinds.FromHub.BodyOf(kind) ?? 0)).Where(one => one.Bytes > 0);
        foreach (var (kind, bytes) in limits)
        {
            var most = MessageKinds.FromPeers.BodyOf(kind) is null ? FromHub : FromPeers;
            foreach (var body in Fillings(Math.Min(bytes, 16 << 10)))
            {
                Read(kind, body);
                var before = GC.GetAllocatedBytesForCurrentThread();
                Read(kind, body);
                var taken = GC.GetAllocatedBytesForCurrentThread() - before;
                Assert.True(taken <= (most * body.Length) + 20_000, $"kind {kind.Number}: {taken} bytes for {body.Length} that begin with {Convert.ToHexString(body.AsSpan(0, 4))}");
            }
        }
    }

    // Empty parts of every field, also within the first; unknown fields, each another one.
    private static IEnumerable<byte[]> Fillings(int bytes)
    {
        for (var field = 1; field <= 11; field++)
        {
            byte[] empty = [.. Enumerable.Repeat<byte[]>([(byte)((field << 3) | 2), 0], bytes / 2).SelectMany(part => part)];
            yield return empty;
            yield return Within(0x0A, empty[..(bytes - 8)]);
            yield return Within(0x22, empty[..(bytes - 8)]);
            yield return [.. Enumerable.Repeat<byte[]>([(byte)(field << 3), 1], bytes / 2).SelectMany(part => part)];
        }

        using var stream = new MemoryStream();
        var output = new CodedOutputStream(stream);
        for (var field = 100; output.Position < bytes - 8; field++)
        {
            output.WriteTag(field, WireFormat.WireType.Varint);
            output.WriteUInt32(1);
        }

        output.Flush();
        yield return stream.ToArray();
    }

    private static byte[] Within(byte tag, byte[] content)
    {
        using var stream = new MemoryStream();
        var output = new CodedOutputStream(stream);
        output.WriteRawTag(tag);
        output.WriteBytes(ByteString.CopyFrom(content));
        output.Flush();
        return stream.ToArray();
    }

    private static object? Read(EnvelopeKind kind, byte[] body) =>
        (object?)PeerMessages.Read(kind, default, Some.Noon, body)
        ?? HubMessages.Read(kind, default, body)
        ?? (object?)HubNotes.Read(kind, Some.Noon, default, body)
        ?? (kind == MessageKinds.Opening ? HubNotes.ReadOpening(body, default) : null);

    private static void ReadAll(byte[] bytes)
    {
        Array.ForEach(Kinds, kind => Read(kind, bytes));
        Heard.Read(bytes);
        Welcome.Read(bytes);
        Kept.Read(bytes);
        WorkOrder.Read(bytes);
    }

    private static byte[][] Corpus()
    {
        var (messages, orders) = SomeMessages();
        return [.. messages.Select(message => message.Body.ToArray()), .. orders];
    }

    /// <summary>A message of every kind, and orders of work.</summary>
    internal static (Message[] Messages, byte[][] Orders) SomeMessages()
    {
        var (peer, terms) = (PlayedRound.Peer(1), PlayedRound.Terms());
        var lease = new Lease(peer, 7, 3, 6, 9);
        var (commitment, marks) = (PlayedRound.CommitmentOf(lease), PlayedRound.Marks(peer, 3));
        var (merge, gate) = (new MergeResult("mean", 1, [new(1, 1, 1, 1)]), new GateResult("a", "b", GateVerdict.Better, 1, 0, [1], [new("a", 1, 1, 1)]));
        var record = new RoundRecord(
            terms, terms.Base, true, merge, gate, [new CreditLine(peer, CreditReason.Verified, 1, 1, 1, 1, 1)], new Dictionary<PeerId, double> { [peer] = 1 }, [peer])
        {
            Slanderers = [peer],
            Play = [new CountedPlay(peer, SomePlay.Of(1))],
            Clips = [SomeClip.Of(peer, 1)],
        };
        var roster = new Roster { VerifiedRounds = new Dictionary<PeerId, int> { [peer] = 1 }, Banned = new HashSet<PeerId> { peer }, Verifiers = [peer] };
        var replay = new AskToReplay(peer, lease, 1, commitment, marks, terms.Base);
        RoundCommand[] commands = [new Extend(terms), new GrantLease(lease), new AskForEvidence(peer, [1, 2]), replay, new AskForState(peer, peer, 1, 3), new Close(record)];
        var opening = new RoundOpening(terms, PlayedRound.Secret, roster, [terms.Base]);
        Message[] messages =
        [
            PeerMessages.AskLease(1),
            PeerMessages.Commit(commitment),
            PeerMessages.Reveal(new Revelation(marks)),
            PeerMessages.GiveEvidence(1, terms.Base),
            PeerMessages.GiveOutcome(peer, 1, new ReplayFinding(ReplayOutcome.Same, "", 0.5) { Subject = ReplaySubject.Evidence, Device = "cpu", Play = [SomePlay.Of(1)] }),
            PeerMessages.ShowState(peer, 1, 3, terms.Base),
            PeerMessages.OfferClips([terms.Base, terms.Base]),
            HubNotes.Of(new ClipsValued(default, peer, [SomeClip.Of(peer, 1)]))!,
            HubNotes.Of(opening),
            HubNotes.Of(new Ruled(default, peer, 1, Ruling.Agree))!,
            HubNotes.Of(new Merged(default, terms.Base, merge))!,
            HubNotes.Of(new Gated(default, gate))!,
            .. commands.SelectMany(HubMessages.Of).Select(said => said.Message),
        ];
        Judge[] cases = [new(replay, "cpu", new CompareStates(3, terms.Base, terms.Base)), new(replay, "cpu", new MakeStep(3, null, terms.Base)), new(replay, "", new JudgeSegment(ReplaySubject.Evidence))];
        return (messages, [.. cases.Select(one => WorkOrder.Write(one, opening, "token"))]);
    }
}
