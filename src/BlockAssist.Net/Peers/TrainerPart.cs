using System.Globalization;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Peers;

/// <summary>What a peer does with its lease in a round: trains it, and shows what it did.</summary>
/// <remarks>
/// What is not done shortly before the end counts as far as it is done: a machine that was slower than measured, or stopped for its player, loses
/// nothing of what it did. From then on no more is trained, also after a restart, since a peer commits once.
/// </remarks>
/// <param name="number">The number of the round.</param>
/// <param name="files">With what the round begins.</param>
/// <param name="link">The peer's way to the hub.</param>
/// <param name="tools">What it works with.</param>
/// <param name="folder">A folder for this round alone.</param>
internal sealed class TrainerPart(ulong number, RoundFiles files, PersistentLink link, PeerTools tools, string folder) : IDisposable
{
    // No timer of .NET runs for longer than some weeks, whatever a hub says.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource _enough = new();
    private RoundTerms? _terms;
    private Task<TrainedLease?> _training = Task.FromResult<TrainedLease?>(null);

    /// <summary>The lease; null before there is one.</summary>
    public Lease? Lease { get; private set; }

    /// <summary>Notes how long there is still time; by the hub's clock, whatever the peer's says.</summary>
    /// <param name="terms">The terms of the round.</param>
    /// <param name="now">What time it is at the hub.</param>
    public void Note(RoundTerms terms, DateTimeOffset now)
    {
        _terms = terms;
        if (!_enough.IsCancellationRequested)
        {
            var left = terms.LeftToTrain(now);
            _enough.CancelAfter(left < LongestTimer ? left : LongestTimer);
        }
    }

    /// <summary>Begins to train a lease, or goes on with it; the first that was granted.</summary>
    public void Begin(Lease lease, CancellationToken cancellation)
    {
        if (Lease is null)
        {
            Lease = lease;
            Directory.CreateDirectory(folder);
            _training = TrainAsync(lease, cancellation);
        }
    }

    /// <summary>Ends when nothing is trained any more.</summary>
    public Task EndAsync() => _training;

    /// <summary>Shows what it committed to.</summary>
    public async Task RevealAsync(CancellationToken cancellation)
    {
        if (await _training.ConfigureAwait(false) is { } trained)
        {
            await link.SendAsync(await link.KeepAsync(trained.Update, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            await TellAsync("reveal", PeerMessages.Reveal(new Revelation(trained.Marks)), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Sends the evidence of segments.</summary>
    public async Task ShowAsync(IReadOnlyList<int> segments, CancellationToken cancellation)
    {
        if (await _training.ConfigureAwait(false) is null)
        {
            return;
        }

        foreach (var segment in segments)
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"evidence-{segment}"));
            await tools.Trainer.WriteEvidenceAsync(files, Lease!, folder, segment, file, cancellation).ConfigureAwait(false);
            var evidence = await link.KeepAsync(file, cancellation).ConfigureAwait(false);
            File.Delete(file);
            await link.SendAsync(evidence, cancellation).ConfigureAwait(false);
            await TellAsync("evidence", PeerMessages.GiveEvidence(segment, evidence), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the state after some steps of a segment into a file.</summary>
    /// <returns>Whether it could.</returns>
    public async Task<bool> WriteStateAsync(int segment, int step, string file, CancellationToken cancellation)
    {
        if (await _training.ConfigureAwait(false) is null)
        {
            return false;
        }

        await tools.Trainer.WriteStateAsync(files, Lease!, folder, segment, step, file, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _enough.Dispose();

    private async Task<TrainedLease?> TrainAsync(Lease lease, CancellationToken cancellation)
    {
        try
        {
            var done = Path.Combine(folder, "trained");
            if (await ResultOfAsync(lease, File.Exists(done), cancellation).ConfigureAwait(false) is not { } trained)
            {
                tools.News.Report(new Trouble("not one segment of the lease was done in time", TimeSpan.Zero));
                return null;
            }

            AtomicFile.Write(done, stream => stream.WriteByte(1));
            var update = await link.KeepAsync(trained.Update, cancellation).ConfigureAwait(false);
            var commitment = new Commitment(
                SegmentChain.EndOf(lease, trained.Marks), trained.Marks.Count, update, new FileInfo(trained.Update).Length, trained.Examples, trained.Device);
            await TellAsync("commit", PeerMessages.Commit(commitment), cancellation).ConfigureAwait(false);
            return trained;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception error)
        {
            tools.News.Report(new Trouble($"the lease could not be trained: {error.Message}", TimeSpan.Zero));
            return null;
        }
    }

    private async Task<TrainedLease?> ResultOfAsync(Lease lease, bool isDone, CancellationToken cancellation)
    {
        if (!isDone)
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _enough.Token);
            try
            {
                var progress = new TrainingProgress(segments => tools.News.Report(new TrainingLease(lease, segments, _terms?.CommitBy ?? DateTimeOffset.MaxValue)));
                return await tools.Permit.WhileGivenAsync(
                    stop => Task.Run(() => tools.Trainer.TrainAsync(files, lease, folder, progress, stop), stop), end.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
            }
        }

        return await tools.Trainer.SoFarAsync(files, lease, folder, cancellation).ConfigureAwait(false);
    }

    private async Task TellAsync(string what, Message message, CancellationToken cancellation)
    {
        var answer = await link.TellAsync(number, message, cancellation).ConfigureAwait(false);
        tools.News.Report(new SpokeOfWork(number, what, answer.Word));
    }

    private sealed class TrainingProgress(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
