using BlockAssist.Cli.Dashboard.Pages;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>Tells of the record of a round.</summary>
internal static class RoundReading
{
    private const int MostLines = 100;
    private const int MostPoints = 150;

    /// <summary>What came of a round.</summary>
    /// <param name="record">The record.</param>
    /// <param name="self">Who looks.</param>
    public static RoundSummary Of(RoundRecord record, PeerId self) => new(record.Terms.Number, $"{record.Terms.Base}", $"{record.Model}", record.IsPromoted)
    {
        Opens = record.Terms.Opens,
        CommitBy = record.Terms.CommitBy,
        RevealBy = record.Terms.RevealBy,
        VerifyBy = record.Terms.VerifyBy,
        Budget = record.Terms.Budget,
        Merge = record.Merge is { } merge ? Of(merge) : null,
        Gate = record.Gate is { } gate ? Of(gate) : null,
        Peers = record.Credits.Count,
        Work = [.. record.Credits.OrderByDescending(line => line.Peer == self).ThenByDescending(line => line.Amount).Take(MostLines).Select(line => Of(line, self))],
        Verifiers =
        [
            .. record.Verifications.OrderByDescending(one => one.Key == self).ThenByDescending(one => one.Value).Take(MostLines)
                .Select(one => new VerifierLine(PeerName.Of(one.Key), one.Key == self, one.Value)),
        ],
        Refuted = Names(record.Refuted),
        Slanderers = Names(record.Slanderers),
        Clips = record.Clips.Count,
    };

    private static MergeSummary Of(MergeResult merge) =>
        new(merge.Rule, Curves.Known(merge.Norm), Curves.Known(merge.Gain), Curves.Known(merge.Step.Rate), Curves.Known(merge.Step.Momentum));

    private static GateSummary Of(GateResult gate)
    {
        var asked = new SequentialOptions();
        IReadOnlyList<FigurePoint> curve = [.. gate.Curve.Select((ratio, pair) => new FigurePoint(pair + 1, ratio)).Where(point => double.IsFinite(point.Y))];
        return new GateSummary($"{gate.Verdict}", gate.Pairs, Curves.Known(gate.Mean), Curves.Thinned(curve, MostPoints), asked.Upper, asked.Lower)
        {
            Older = gate.Regressions.Count,
            WorseThan = gate.Regressions.Count(one => one.IsWorse),
        };
    }

    private static WorkLine Of(CreditLine line, PeerId self) =>
        new(PeerName.Of(line.Peer), line.Peer == self, $"{line.Reason}", line.Amount, line.Segments, Curves.Known(line.Weight), Curves.Known(line.Gain));

    private static IReadOnlyList<string> Names(IReadOnlyList<PeerId> peers) => [.. peers.Take(MostLines).Select(PeerName.Of)];
}
