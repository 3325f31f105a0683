using BlockAssist.Net.Peers;

namespace BlockAssist.Liar;

/// <summary>Writes in a line each what happens to the peer.</summary>
/// <param name="output">Where to.</param>
internal sealed class SpokenNews(TextWriter output) : IProgress<PeerNews>
{
    /// <inheritdoc/>
    public void Report(PeerNews value) => output.WriteLine(value switch
    {
        AskedForLease asked => $"round {asked.Round}: asked for a lease: {asked.Answer}",
        SpokeOfWork spoke => $"round {spoke.Round}: {spoke.What}: {spoke.Answer}",
        ReplayedSegment replayed => $"said of segment {replayed.Segment} of {replayed.Trainer}: {replayed.Finding.Outcome}",
        RoundOver over => $"round {over.Record.Terms.Number} is over, own work: {over.Own?.Reason.ToString() ?? "none"}",
        Trouble trouble => trouble.Why,
        _ => value.GetType().Name,
    });
}
