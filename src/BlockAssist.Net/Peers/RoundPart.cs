using System.Globalization;
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
/// <param name="clips">Its part in the exchange of clips.</param>
/// <param name="clock">What time it is.</param>
internal sealed class RoundPart(PeerId self, ulong number, RoundFiles files, PersistentLink link, PeerTools tools, ClipPart clips, TimeProvider clock) : IAsyncDisposable
{
    private readonly string _folder = FolderOf(tools, number);
    private readonly TrainerPart _trainer = new(number, files, link, tools, FolderOf(tools, number));
    private readonly VerifierPart _verifier = new(number, files, link, tools, FolderOf(tools, number), clock);
    private readonly CancellationTokenSource _end = new();

    // Each beside the other: whoever is asked for a state in a dispute is not waited for longer because of its other work.
    private readonly WorkQueue _replays = new();
    private readonly WorkQueue _states = new();

    /// <summary>The number of the round.</summary>
    public ulong Number => number;

    /// <summary>Whether the round was closed.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether it was given a lease.</summary>
    public bool HasLease => _trainer.Lease is not null;

    /// <summary>Whether it trains a segment again, or shows a state.</summary>
    public bool IsBusy => _replays.IsBusy || _states.IsBusy;

    /// <summary>Asks for work, if there is something to learn from and it is still time.</summary>
    /// <returns>The hub's answer; null where it did not ask.</returns>
    public async Task<Answer?> AskAsync(RoundStage stage, CancellationToken cancellation)
    {
        if (stage is not (RoundStage.Training or RoundStage.Closed))
        {
            return null;
        }

        if (!tools.Permit.IsGiven)
        {
            tools.News.Report(new MayNotTrain());
            return null;
        }

        if (await tools.Trainer.MeasureAsync(files, cancellation).ConfigureAwait(false) is not { } speed)
        {
            tools.News.Report(new NothingToLearn());
            return null;
        }

        var answer = await link.TellAsync(number, PeerMessages.AskLease(speed), cancellation).ConfigureAwait(false);
        tools.News.Report(new AskedForLease(number, answer.Word));
        return answer;
    }

    /// <summary>Does what the hub says.</summary>
    public async Task TakeAsync(Envelope envelope, CancellationToken cancellation)
    {
        await _replays.DemandAsync().ConfigureAwait(false);
        await _states.DemandAsync().ConfigureAwait(false);
        switch (HubMessages.Read(envelope.Kind, self, envelope.Body.Span))
        {
            case Extend { Terms: var terms } when terms.Number == number:
                _trainer.Note(terms, envelope.Sent);
                break;
            case GrantLease { Lease: var lease } when lease.Peer == self && lease.Round == number:
                _trainer.Begin(lease, _end.Token);
                break;
            case AskToReveal:
                await _trainer.RevealAsync(cancellation).ConfigureAwait(false);
                break;
            case AskForEvidence { Segments: var segments }:
                await _trainer.ShowAsync(segments, cancellation).ConfigureAwait(false);
                break;
            case AskToReplay ask:
                _verifier.Note(ask);
                _replays.Add(() => _verifier.ReplayAsync(ask, _end.Token));
                break;
            case AskForState ask:
                _states.Add(() => ShowStateAsync(ask, _end.Token));
                break;
            case Close { Record: var record }:
                await CloseAsync(record, envelope.Bytes, cancellation).ConfigureAwait(false);
                break;
            default:
                break;
        }
    }

    /// <summary>Ends what is still being done; what was done is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _trainer.Dispose();
        _end.Dispose();
    }

    private async Task ShowStateAsync(AskForState ask, CancellationToken cancellation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"state-{ask.Trainer}-{ask.Segment}-{ask.Step}");
        var (done, file) = (Path.Combine(_folder, $"{name}-shown"), Path.Combine(_folder, name));
        if (File.Exists(done))
        {
            return;
        }

        tools.News.Report(new ShowingState(ask.Trainer, ask.Segment, ask.Step));
        Directory.CreateDirectory(_folder);
        if (!await WriteStateAsync(ask, file, cancellation).ConfigureAwait(false))
        {
            tools.News.Report(new Trouble($"the state after step {ask.Step} of segment {ask.Segment} cannot be made again", TimeSpan.Zero));
            return;
        }

        var state = await link.KeepAsync(file, cancellation).ConfigureAwait(false);
        File.Delete(file);
        await link.SendAsync(state, cancellation).ConfigureAwait(false);
        var answer = await link.TellAsync(number, PeerMessages.ShowState(ask.Trainer, ask.Segment, ask.Step, state), cancellation).ConfigureAwait(false);
        tools.News.Report(new SpokeOfWork(number, "state", answer.Word));
        AtomicFile.Write(done, stream => stream.WriteByte(1));
    }

    private Task<bool> WriteStateAsync(AskForState ask, string file, CancellationToken cancellation) => ask.Trainer == self
        ? _trainer.WriteStateAsync(ask.Segment, ask.Step, file, cancellation)
        : _verifier.WriteStateAsync(ask, file, cancellation);

    private async Task CloseAsync(RoundRecord record, ReadOnlyMemory<byte> signed, CancellationToken cancellation)
    {
        IsOver = true;
        tools.News.Report(new RoundOver(record, record.Credits.FirstOrDefault(line => line.Peer == self), signed));
        if (record.IsPromoted)
        {
            tools.News.Report(new ModelCame(number, await link.FetchAsync(record.Model, cancellation).ConfigureAwait(false)));
        }

        clips.Take(record);
        await StopAsync().ConfigureAwait(false);
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task StopAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _trainer.EndAsync().ConfigureAwait(false);
        await _replays.EndAsync().ConfigureAwait(false);
        await _states.EndAsync().ConfigureAwait(false);
    }

    private static string FolderOf(PeerTools tools, ulong number) => Path.Combine(tools.Rounds, number.ToString(CultureInfo.InvariantCulture));
}
