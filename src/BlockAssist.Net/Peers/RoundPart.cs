using System.Globalization;
using System.Net;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Peers;

/// <summary>A peer's part in one round.</summary>
/// <param name="self">Who it is.</param>
/// <param name="number">The number of the round.</param>
/// <param name="files">With what the round begins.</param>
/// <param name="link">Its way to the hub.</param>
/// <param name="tools">What it works with.</param>
internal sealed class RoundPart(PeerId self, ulong number, RoundFiles files, PersistentLink link, PeerTools tools) : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(tools.Rounds, number.ToString(CultureInfo.InvariantCulture));
    private readonly CancellationTokenSource _end = new();
    private RoundTerms? _terms;
    private Lease? _lease;
    private Task<TrainedLease?> _training = Task.FromResult<TrainedLease?>(null);

    /// <summary>The number of the round.</summary>
    public ulong Number => number;

    /// <summary>Whether the round was closed.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether it was given a lease.</summary>
    public bool HasLease => _lease is not null;

    /// <summary>Asks for work, if there is something to learn from and it is still time.</summary>
    public async Task AskAsync(RoundStage stage, CancellationToken cancellation)
    {
        if (stage is not (RoundStage.Training or RoundStage.Closed))
        {
            return;
        }

        if (!tools.Permit.IsGiven)
        {
            tools.News.Report(new MayNotTrain());
            return;
        }

        if (await tools.Trainer.MeasureAsync(files, cancellation).ConfigureAwait(false) is not { } speed)
        {
            tools.News.Report(new NothingToLearn());
            return;
        }

        var answer = await link.TellAsync(number, PeerMessages.AskLease(speed), cancellation).ConfigureAwait(false);
        tools.News.Report(new AskedForLease(number, answer.Word));
    }

    /// <summary>Does what the hub says.</summary>
    public async Task TakeAsync(Envelope envelope, CancellationToken cancellation)
    {
        switch (HubMessages.Read(envelope.Kind, self, envelope.Body.Span))
        {
            case Extend { Terms: var terms } when terms.Number == number:
                _terms = terms;
                break;
            case GrantLease { Lease: var lease } when lease.Peer == self && lease.Round == number && _lease is null:
                _lease = lease;
                Directory.CreateDirectory(_folder);
                _training = TrainAsync(lease, _end.Token);
                break;
            case AskToReveal:
                await RevealAsync(cancellation).ConfigureAwait(false);
                break;
            case AskForEvidence { Segments: var segments }:
                await ShowAsync(segments, cancellation).ConfigureAwait(false);
                break;
            case AskToReplay ask:
                await ReplayAsync(ask, cancellation).ConfigureAwait(false);
                break;
            case Close { Record: var record }:
                await CloseAsync(record, envelope.Bytes, cancellation).ConfigureAwait(false);
                break;
            default:
                break;
        }
    }

    /// <summary>Ends what is still being trained; what was done is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopTrainingAsync().ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task<TrainedLease?> TrainAsync(Lease lease, CancellationToken cancellation)
    {
        try
        {
            var progress = new TrainingProgress(segments => tools.News.Report(new TrainingLease(lease, segments, _terms?.CommitBy ?? DateTimeOffset.MaxValue)));
            var trained = await tools.Permit.WhileGivenAsync(
                stop => Task.Run(() => tools.Trainer.TrainAsync(files, lease, _folder, progress, stop), stop), cancellation).ConfigureAwait(false);
            var update = await tools.Blobs.PutFileAsync(trained.Update, cancellation).ConfigureAwait(false);
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

    private async Task RevealAsync(CancellationToken cancellation)
    {
        if (await _training.ConfigureAwait(false) is { } trained)
        {
            await link.SendAsync(await tools.Blobs.PutFileAsync(trained.Update, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            await TellAsync("reveal", PeerMessages.Reveal(new Revelation(trained.Marks)), cancellation).ConfigureAwait(false);
        }
    }

    private async Task ShowAsync(IReadOnlyList<int> segments, CancellationToken cancellation)
    {
        if (await _training.ConfigureAwait(false) is null)
        {
            return;
        }

        foreach (var segment in segments)
        {
            var file = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"evidence-{segment}"));
            await tools.Trainer.WriteEvidenceAsync(files, _lease!, _folder, segment, file, cancellation).ConfigureAwait(false);
            var evidence = await tools.Blobs.PutFileAsync(file, cancellation).ConfigureAwait(false);
            File.Delete(file);
            await link.SendAsync(evidence, cancellation).ConfigureAwait(false);
            await TellAsync("evidence", PeerMessages.GiveEvidence(segment, evidence), cancellation).ConfigureAwait(false);
        }
    }

    private async Task ReplayAsync(AskToReplay ask, CancellationToken cancellation)
    {
        var done = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"replayed-{ask.Lease.Peer}-{ask.Segment}"));
        if (File.Exists(done))
        {
            return;
        }

        tools.News.Report(new ReplayingSegment(ask.Lease.Peer, ask.Segment));
        if (await OrderOfAsync(ask, cancellation).ConfigureAwait(false) is not { } order)
        {
            return;
        }

        var finding = await Task.Run(() => tools.Replayer.ReplayAsync(order, cancellation), cancellation).ConfigureAwait(false);
        tools.News.Report(new ReplayedSegment(ask.Lease.Peer, ask.Segment, finding));
        await TellAsync("finding", PeerMessages.GiveOutcome(ask.Lease.Peer, ask.Segment, finding.Outcome, finding.Difference), cancellation).ConfigureAwait(false);
        AtomicFile.Write(done, stream => stream.WriteByte((byte)finding.Outcome));
    }

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

    private async Task CloseAsync(RoundRecord record, ReadOnlyMemory<byte> signed, CancellationToken cancellation)
    {
        IsOver = true;
        tools.News.Report(new RoundOver(record, record.Credits.FirstOrDefault(line => line.Peer == self), signed));
        if (record.IsPromoted)
        {
            tools.News.Report(new ModelCame(number, await link.FetchAsync(record.Model, cancellation).ConfigureAwait(false)));
        }

        await StopTrainingAsync().ConfigureAwait(false);
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task StopTrainingAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _training.ConfigureAwait(false);
    }

    private async Task<Answer> TellAsync(string what, Message message, CancellationToken cancellation)
    {
        var answer = await link.TellAsync(number, message, cancellation).ConfigureAwait(false);
        tools.News.Report(new SpokeOfWork(number, what, answer.Word));
        return answer;
    }

    private sealed class TrainingProgress(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
