using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;

namespace BlockAssist.Net.Tests.Rounds;

/// <summary>One part in ten of a round's budget is for what people built that nobody had shown before.</summary>
public sealed class NewPlayTests
{
    private static readonly PeerId Ada = PlayedRound.Peer(1);
    private static readonly PeerId Bob = PlayedRound.Peer(2);

    [Fact]
    public void New_play_of_people_is_credited_by_the_root_of_what_they_built()
    {
        var record = Play((_, trainer) => trainer == Ada ? [SomePlay.Of(1, built: 400)] : [SomePlay.Of(2, built: 60), SomePlay.Of(3, built: 40)]);

        Assert.Equal([(Ada, 400), (Bob, 60), (Bob, 40)], record.Play.Select(counted => (counted.Peer, counted.Play.Built)));
        Assert.Equal((400, 100), (Line(record, Ada).Built, Line(record, Bob).Built));
        Assert.Equal(100.0 * 20 / 30, Line(record, Ada).Amount - 300, 1e-6);
        Assert.Equal(100.0 * 10 / 30, Line(record, Bob).Amount - 300, 1e-6);
    }

    [Fact]
    public void What_a_machine_built_or_is_too_little_brings_nothing()
    {
        var record = Play((_, trainer) => trainer == Ada ? [SomePlay.Of(1) with { IsPersons = false }, SomePlay.Of(2) with { Print = null }, SomePlay.Of(3, built: 0)] : []);

        Assert.Empty(record.Play);
        Assert.Equal(300, Line(record, Ada).Amount, 1e-6);
    }

    [Fact]
    public void Who_copies_what_was_committed_to_earlier_or_shown_in_an_earlier_round_gets_nothing_for_it()
    {
        var record = Play((_, trainer) => trainer == Ada ? [SomePlay.Of(1), SomePlay.CopyOf(1), SomePlay.CopyOf(9)] : [SomePlay.CopyOf(1)], known: 9);

        var counted = Assert.Single(record.Play);
        Assert.Equal((Ada, SomePlay.Of(1).Built), (counted.Peer, counted.Play.Built));
        Assert.Equal((400, 300), (Line(record, Ada).Amount, Line(record, Bob).Amount));
    }

    [Fact]
    public void A_clip_that_another_peer_shared_brings_nothing_in_whatever_form_and_its_own_peer_what_new_play_does()
    {
        var clip = SomeClip.Of(Ada, 1) with { File = new(SomePlay.Of(4).File) };
        var round = new PlayedRound(earlier: new EarlierPlay([], [clip]))
        {
            Shows = (_, trainer) => trainer == Ada ? [SomePlay.Of(1)] : [SomePlay.Of(4), SomePlay.CopyOf(1), SomePlay.Of(2)],
        };
        round.Verify(round.TrainAndScreen(Bob, Ada));
        round.MergeAndPlay();

        Assert.Equal([(Bob, SomePlay.Of(2).File), (Ada, SomePlay.Of(1).File)], round.Record.Play.Select(counted => (counted.Peer, counted.Play.File)));
    }

    [Fact]
    public void Only_what_all_verifiers_saw_counts()
    {
        var honest = PlayedRound.Peer(200);
        var record = Play((verifier, _) => verifier == honest ? [SomePlay.Of(1)] : [SomePlay.Of(1, built: 1_000_000), SomePlay.Of(2)], [honest, PlayedRound.Peer(201)]);

        Assert.Empty(record.Play);
    }

    [Fact]
    public void Nobody_brings_more_than_three_in_a_round()
    {
        var record = Play((_, trainer) => trainer == Ada ? [.. Enumerable.Range(1, 10).Select(number => SomePlay.Of(number, built: 10 * number))] : []);

        Assert.Equal([100, 90, 80], record.Play.Select(counted => counted.Play.Built));
    }

    [Fact]
    public void Where_nothing_is_merged_play_stays_new()
    {
        var round = new PlayedRound { Shows = (_, _) => [SomePlay.Of(1)] };
        round.Verify(round.TrainAndScreen(Ada, Bob), (_, _) => ReplayOutcome.Different);

        Assert.Null(round.Record.Merge);
        Assert.Empty(round.Record.Play);
    }

    private static RoundRecord Play(Func<PeerId, PeerId, IReadOnlyList<PlaySeen>> shows, PeerId[]? verifiers = null, int? known = null)
    {
        var roster = verifiers is null ? null : new Roster { Verifiers = verifiers };
        var round = new PlayedRound(roster, earlier: new EarlierPlay(known is { } number ? [SomePlay.Of(number).Print!] : [], [])) { Shows = shows };
        round.Verify(round.TrainAndScreen(Ada, Bob));
        round.MergeAndPlay();
        return round.Record;
    }

    private static CreditLine Line(RoundRecord record, PeerId peer) => record.Credits.Single(line => line.Peer == peer);
}
