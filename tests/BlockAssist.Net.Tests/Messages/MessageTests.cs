using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Net.Rounds.Disputes;
using CsCheck;

namespace BlockAssist.Net.Tests.Messages;

/// <summary>Whatever is written is read as the same.</summary>
public sealed class MessageTests
{
    private const int Runs = 200;
    private static readonly PeerId Peer = new(Enumerable.Repeat((byte)7, PeerId.Bytes).ToArray());

    [Fact]
    public void What_a_peer_asks_for_is_read_as_it_was_written() =>
        Any.Number.Sample(speed => Told(new LeaseAsked(Some.Noon, Peer, speed), PeerMessages.AskLease(speed)), iter: Runs);

    [Fact]
    public void A_commitment_is_read_as_it_was_written() =>
        Any.Commitment.Sample(commitment => Told(new Committed(Some.Noon, Peer, commitment), PeerMessages.Commit(commitment)), iter: Runs);

    [Fact]
    public void What_is_revealed_is_read_as_it_was_written() =>
        Any.Mark.Array[0, 30].Select(marks => new Revelation(marks)).Sample(
            revelation => Told(new Revealed(Some.Noon, Peer, revelation), PeerMessages.Reveal(revelation)), iter: Runs);

    [Fact]
    public void Evidence_is_read_as_it_was_written() => Any.Count.Select(Any.Blob).Sample(
        (segment, blob) => Told(new EvidenceGiven(Some.Noon, Peer, segment, blob), PeerMessages.GiveEvidence(segment, blob)), iter: Runs);

    [Fact]
    public void A_finding_is_read_as_it_was_written() => Any.Peer.Select(Any.Count, Any.Finding).Sample(
        (trainer, segment, finding) => Told(
            new Replayed(Some.Noon, Peer, trainer, segment, finding.Outcome, finding.Difference) { Subject = finding.Subject, Device = finding.Device, Play = finding.Play },
            PeerMessages.GiveOutcome(trainer, segment, finding)),
        iter: Runs);

    [Fact]
    public void A_state_is_read_as_it_was_written() => Any.Peer.Select(Any.Count, Any.Count, Any.Blob).Sample(
        (trainer, segment, step, state) => Told(new StateShown(Some.Noon, Peer, trainer, segment, step, state), PeerMessages.ShowState(trainer, segment, step, state)), iter: Runs);

    [Fact]
    public void An_offer_of_clips_is_read_as_it_was_written() => Any.Blob.Array[1, ClipLimits.MostOfPeer].Sample(
        clips => Told(new ClipsOffered(Some.Noon, Peer, clips), PeerMessages.OfferClips(clips)), iter: Runs);

    [Fact]
    public void An_offer_of_nothing_and_one_of_too_much_are_refused()
    {
        var clip = BlobId.Of("clip"u8);
        foreach (var count in (int[])[0, ClipLimits.MostOfPeer + 1])
        {
            var offer = PeerMessages.OfferClips([.. Enumerable.Repeat(clip, count)]);
            Assert.Null(PeerMessages.Read(offer.Kind, Peer, Some.Noon, offer.Body.Span));
        }
    }

    [Fact]
    public void What_a_hub_says_is_read_as_it_was_meant()
    {
        Any.Terms.Sample(terms => Heard(new Extend(terms)), iter: Runs);
        Any.Lease.Sample(lease => Heard(new GrantLease(lease)), iter: Runs);
        Any.Count.Array[0, 64].Sample(segments => Heard(new AskForEvidence(Peer, segments)), iter: Runs);
        Any.Replay.Sample(ask => Heard(ask with { Verifier = Peer }), iter: Runs);
        Any.Peer.Select(Any.Count, Any.Count).Sample((trainer, segment, step) => Heard(new AskForState(Peer, trainer, segment, step)), iter: Runs);
        Any.Record.Sample(record => Heard(new Close(record)), iter: Runs);
        Heard(new AskToReveal([Peer]));
    }

    [Fact]
    public void Who_is_asked_alone_hears_it_alone()
    {
        var other = new PeerId(new byte[PeerId.Bytes]);

        Assert.Equal([Peer, other], HubMessages.Of(new AskToReveal([Peer, other])).Select(said => said.To));
        Assert.Empty(HubMessages.Of(new Refuse(Peer, RoundRefusal.Full)));
        Assert.Empty(HubMessages.Of(new Screen([])));
    }

    [Fact]
    public void How_a_round_was_opened_is_read_as_it_was_noted() => Any.Opening.Sample(
        opening => Assert.Equal(Messages.Told.Of(opening), Messages.Told.Of(HubNotes.ReadOpening(HubNotes.Of(opening).Body.Span, default))), iter: Runs);

    [Fact]
    public void What_a_hub_did_is_read_as_it_was_noted()
    {
        byte[] secret = [1, 2, 3];
        Any.Blob.Select(Any.Merge).Sample((candidate, merge) => Noted(new Merged(Some.Noon, candidate, merge), secret), iter: Runs);
        Any.Gate.Sample(gate => Noted(new Gated(Some.Noon, gate), secret), iter: Runs);
        Any.Numbered(Gen.Enum<ScreenFault>().Select(Any.Number)).Sample(
            seen => Noted(new Screened(Some.Noon, seen.ToDictionary(one => one.Key, one => one.Value.Item1), seen.ToDictionary(one => one.Key, one => one.Value.Item2), secret), secret),
            iter: Runs);
        Any.Peer.Select(Any.Count, Gen.Enum<Ruling>()).Sample((trainer, segment, ruling) => Noted(new Ruled(Some.Noon, trainer, segment, ruling), secret), iter: Runs);
        Any.Peer.Select(Any.Clip.Array[0, ClipLimits.MostOfPeer]).Sample((peer, clips) => Noted(new ClipsValued(Some.Noon, peer, clips), secret), iter: Runs);
        Noted(new TimePassed(Some.Noon), secret);
        Noted(new Resumed(Some.Noon, TimeSpan.FromMinutes(90)), secret);
        Assert.Null(HubNotes.Of(new LeaseAsked(Some.Noon, Peer, 1)));
    }

    [Fact]
    public void An_update_that_only_one_side_of_a_screening_names_is_noted_all_the_same()
    {
        var screened = new Screened(Some.Noon, new Dictionary<PeerId, ScreenFault> { [Peer] = ScreenFault.Copy }, new Dictionary<PeerId, double>(), default);

        var read = Assert.IsType<Screened>(HubNotes.Read(MessageKinds.Screening, Some.Noon, default, HubNotes.Of(screened)!.Body.Span));

        Assert.Equal((ScreenFault.Copy, 0), (read.Faults[Peer], read.Gains[Peer]));
    }

    [Fact]
    public void What_passes_between_hub_gateway_worker_and_peer_is_read_as_it_was_written()
    {
        Gen.ULong.Select(Gen.Enum<RoundStage>(), Any.Blob, Any.Digest, Any.Name).Sample(
            (round, stage, model, recipe, name) =>
            {
                var welcome = new Welcome(round, stage, model, recipe) { Network = name };
                Assert.Equal(welcome, Welcome.Read(welcome.ToBytes()));
            },
            iter: Runs);
        Gen.ULong.Select(Any.Count, Gen.Byte.Array[0, 50].Array[0, 5]).Sample(
            (round, next, envelopes) =>
            {
                var heard = new Heard(round, next, [.. envelopes.Select(bytes => (ReadOnlyMemory<byte>)bytes)]);
                Assert.Equal(Messages.Told.Of(heard), Messages.Told.Of(Net.Messages.Heard.Read(heard.ToBytes())));
            },
            iter: Runs);
        Any.Blob.Array[0, 10].Sample(blobs => Assert.Equal(blobs, Kept.Read(new Kept(blobs).ToBytes())!.Blobs), iter: Runs);
    }

    [Fact]
    public void Work_is_read_as_what_the_round_wants()
    {
        var updates = new[] { (Peer, BlobId.Of("a"u8), 0.25) };
        var opening = new RoundOpening(Rounds.PlayedRound.Terms(), default, new Roster(), [.. Enumerable.Range(0, 12).Select(number => BlobId.Of([(byte)number]))]);

        var screen = WorkOrder.Read(WorkOrder.Write(new Screen([(Peer, updates[0].Item2, 7, true)]), opening, "one"))!;
        var merge = WorkOrder.Read(WorkOrder.Write(new Merge(updates), opening, "two"))!;
        var gate = WorkOrder.Read(WorkOrder.Write(new Gate(updates[0].Item2), opening, "three"))!;
        var value = WorkOrder.Read(WorkOrder.Write(new Value(Peer, [updates[0].Item2]), opening, "four"))!;

        Assert.Equal(("one", 7UL, MessageKinds.Screening, opening.Terms.Base), (screen.Token, screen.Round, screen.Kind, screen.Base));
        Assert.Equal([new WorkUpdate(Peer, updates[0].Item2, 1, 7)], screen.Updates);
        Assert.Equal([new WorkUpdate(Peer, updates[0].Item2, 0.25, 0)], merge.Updates);
        Assert.Equal((MessageKinds.Gating, updates[0].Item2), (gate.Kind, gate.Candidate));
        Assert.Equal([opening.Lineage[8], opening.Lineage[1]], gate.Older);
        Assert.Equal(MessageKinds.Valuing, value.Kind);
        Assert.Equal([new WorkUpdate(Peer, updates[0].Item2, 0, 0)], value.Updates);
    }

    [Fact]
    public void A_case_is_read_as_what_is_to_be_decided()
    {
        var opening = new RoundOpening(Rounds.PlayedRound.Terms(), default, new Roster(), []);

        Any.Judge.Sample(
            judge =>
            {
                var order = WorkOrder.Read(WorkOrder.Write(judge, opening, "one"))!;
                Assert.Equal((MessageKinds.Ruling, new BlobId(opening.Terms.Recipe)), (order.Kind, order.Recipe));
                Assert.Equal(Messages.Told.Of(judge), Messages.Told.Of(order.Case));
            },
            iter: Runs);
    }

    private static void Told(RoundEvent meant, Message said) =>
        Assert.Equal(Messages.Told.Of(meant), Messages.Told.Of(PeerMessages.Read(said.Kind, Peer, Some.Noon, Within(MessageKinds.FromPeers, said))));

    private static void Heard(RoundCommand meant)
    {
        var said = Assert.Single(HubMessages.Of(meant)).Message;
        Assert.Equal(Messages.Told.Of(meant), Messages.Told.Of(HubMessages.Read(said.Kind, Peer, Within(MessageKinds.FromHub, said))));
    }

    private static void Noted(RoundEvent meant, byte[] secret)
    {
        var note = HubNotes.Of(meant)!;
        Assert.Equal(Messages.Told.Of(meant), Messages.Told.Of(HubNotes.Read(note.Kind, Some.Noon, secret, Within(MessageKinds.FromHub, note))));
    }

    private static ReadOnlySpan<byte> Within(EnvelopeLimits limits, Message message)
    {
        Assert.InRange(message.Body.Length, 0, limits.BodyOf(message.Kind)!.Value);
        return message.Body.Span;
    }
}
