using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Peers;

/// <summary>A peer's part in one round as a verifier: trains segments of others again, one after the other, and shows in disputes what it came to.</summary>
/// <param name="number">The number of the round.</param>
/// <param name="files">With what the round begins.</param>
/// <param name="link">Its way to the hub.</param>
/// <param name="tools">What it works with.</param>
/// <param name="folder">Where it notes what it has done.</param>
/// <param name="clock">What time it is.</param>
internal sealed class VerifierPart(ulong number, RoundFiles files, PersistentLink link, PeerTools tools, string folder, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(PeerId Trainer, int Segment), AskToReplay> _asked = [];

    /// <summary>Notes a segment, of which states may be asked for later.</summary>
    public void Note(AskToReplay ask) => _asked.TryAdd((ask.Lease.Peer, ask.Segment), ask);

    /// <summary>Trains a segment again and says what it found.</summary>
    public async Task ReplayAsync(AskToReplay ask, CancellationToken cancellation)
    {
        var done = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"replayed-{ask.Lease.Peer}-{ask.Segment}"));
        if (File.Exists(done))
        {
            return;
        }

        tools.News.Report(new ReplayingSegment(ask.Lease.Peer, ask.Segment));
        if (await OrderOfAsync(ask, cancellation).ConfigureAwait(false) is not { } order)
        {
            return;
        }

        var began = clock.GetTimestamp();
        var finding = await Task.Run(() => tools.Replayer.ReplayAsync(order, cancellation), cancellation).ConfigureAwait(false);
        tools.News.Report(new ReplayedSegment(ask.Lease.Peer, ask.Segment, finding) { Round = number, Took = clock.GetElapsedTime(began) });
        var answer = await link.TellAsync(number, PeerMessages.GiveOutcome(ask.Lease.Peer, ask.Segment, finding), cancellation).ConfigureAwait(false);
        tools.News.Report(new SpokeOfWork(number, "finding", answer.Word));
        AtomicFile.Write(done, stream => stream.WriteByte((byte)finding.Outcome));
    }

    /// <summary>Writes the state that it came to after some steps of a segment that it challenged.</summary>
    /// <returns>Whether it could.</returns>
    public async Task<bool> WriteStateAsync(AskForState ask, string file, CancellationToken cancellation) =>
        _asked.TryGetValue((ask.Trainer, ask.Segment), out var asked)
        && await OrderOfAsync(asked, cancellation).ConfigureAwait(false) is { } order
        && await Task.Run(() => tools.Replayer.WriteStateAsync(order, ask.Step, file, cancellation), cancellation).ConfigureAwait(false);

    // Null where the hub no longer has what was to be replayed; it asks somebody else then.
    private async Task<ReplayOrder?> OrderOfAsync(AskToReplay ask, CancellationToken cancellation)
    {
        try
        {
            var evidence = await link.FetchAsync(ask.Evidence, cancellation).ConfigureAwait(false);
            var update = await link.FetchAsync(ask.Commitment.Update, cancellation).ConfigureAwait(false);
            return new ReplayOrder(files, ask.Lease, ask.Commitment, ask.Segment, ask.Marks, evidence, update);
        }
        catch (HttpRequestException error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            tools.News.Report(new Trouble("the hub no longer has what is to be trained again", TimeSpan.Zero));
            return null;
        }
    }
}
