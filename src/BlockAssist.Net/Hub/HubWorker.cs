using System.Globalization;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Clips;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Hub;

/// <summary>Does what a hub has to do itself: values clips, looks at updates, decides disputes, merges, lets models play.</summary>
/// <param name="hub">The hub.</param>
/// <param name="blobs">Its blobs, wherever they are.</param>
/// <param name="workshop">Opens and tries models.</param>
/// <param name="referee">Decides disputes.</param>
/// <param name="folder">Where models are written before they are blobs.</param>
/// <param name="gate">What is asked of a candidate.</param>
/// <param name="news">Who is told what is done.</param>
public sealed class HubWorker(IHubWork hub, IBlobShelf blobs, IModelWorkshop workshop, IReferee referee, string folder, SequentialOptions gate, IProgress<HubNote> news)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(20);

    /// <summary>Measures its pauses.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Works until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var pause = await WorkAsync(cancellation).ConfigureAwait(false) ? TimeSpan.Zero : Pause;
                await Task.Delay(pause, Clock, cancellation).ConfigureAwait(false);
            }
            catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                news.Report(new HubNote($"could not do what the round wants: {error.Message}", IsTrouble: true));
                await Task.Delay(AfterTrouble, Clock, cancellation).ConfigureAwait(false);
            }
        }
    }

    // Whether there was something to do.
    private async Task<bool> WorkAsync(CancellationToken cancellation)
    {
        if (await hub.LeaseWorkAsync(cancellation).ConfigureAwait(false) is not { } bytes || WorkOrder.Read(bytes) is not { } order)
        {
            return false;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var beating = BeatAsync(order.Token, end);
        try
        {
            var happened = await Task.Run(() => DoAsync(order, end.Token), end.Token).ConfigureAwait(false);
            var note = HubNotes.Of(happened)!;
            await hub.FinishWorkAsync(order.Token, note.Kind.Number, note.Body.ToArray(), cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            news.Report(new HubNote($"round {order.Round}: what was being done is somebody else's by now"));
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return true;
    }

    // Ends the work when it is no longer ours. A beat that does not come through is made up for by the next.
    private async Task BeatAsync(string token, CancellationTokenSource end)
    {
        using var timer = new PeriodicTimer(BetweenBeats, Clock);
        while (await timer.WaitForNextTickAsync(end.Token).ConfigureAwait(false))
        {
            try
            {
                if (!await hub.BeatWorkAsync(token, end.Token).ConfigureAwait(false))
                {
                    await end.CancelAsync().ConfigureAwait(false);
                }
            }
            catch (Exception error) when (!end.IsCancellationRequested)
            {
                news.Report(new HubNote($"could not tell the hub that its work is being done: {error.Message}", IsTrouble: true));
            }
        }
    }

    private Task<RoundEvent> DoAsync(WorkOrder order, CancellationToken cancellation) =>
        order.Kind == MessageKinds.Screening ? ScreenAsync(order, cancellation)
        : order.Kind == MessageKinds.Ruling ? RuleAsync(order, cancellation)
        : order.Kind == MessageKinds.Merging ? MergeAsync(order, cancellation)
        : order.Kind == MessageKinds.Valuing ? ValueAsync(order, cancellation)
        : GateAsync(order, cancellation);

    private async Task<RoundEvent> ScreenAsync(WorkOrder order, CancellationToken cancellation)
    {
        var round = await order.FilesAsync(blobs, cancellation).ConfigureAwait(false);
        var model = round.Base;
        var changes = new List<ReadOnlyMemory<float>>();
        foreach (var (_, update, _, _) in order.Updates)
        {
            changes.Add(workshop.ReadUpdate(await blobs.FileOfAsync(update, cancellation).ConfigureAwait(false), model) ?? []);
        }

        var screened = await UpdateRules.ScreenAsync(order, changes, workshop.Open(model, momentum: null).Weights.Length, some => workshop.GainsAsync(round, some, cancellation)).ConfigureAwait(false);
        news.Report(new HubNote($"round {order.Round}: looked at {changes.Count} updates, {screened.Faults.Values.Count(fault => fault != ScreenFault.None)} stand out"));
        return screened;
    }

    private async Task<RoundEvent> RuleAsync(WorkOrder order, CancellationToken cancellation)
    {
        var ruled = await new HubReferee(blobs, referee).RuleAsync(order, cancellation).ConfigureAwait(false);
        news.Report(new HubNote($"round {order.Round}: segment {ruled.Segment} of {PeerName.Of(ruled.Trainer)} is disputed: {ruled.Ruling}"));
        return ruled;
    }

    private async Task<RoundEvent> ValueAsync(WorkOrder order, CancellationToken cancellation)
    {
        var sound = new List<SharedClip>();
        foreach (var (peer, clip, _, _) in order.Updates)
        {
            cancellation.ThrowIfCancellationRequested();
            if (ClipJudge.Value(peer, clip, await blobs.FileOfAsync(clip, cancellation).ConfigureAwait(false)) is { } valued)
            {
                sound.Add(valued);
            }
        }

        var offers = order.Updates[0].Peer;
        news.Report(new HubNote($"round {order.Round}: of {order.Updates.Count} clips of {PeerName.Of(offers)} {sound.Count} can be learnt from"));
        return new ClipsValued(default, offers, sound);
    }

    private async Task<RoundEvent> MergeAsync(WorkOrder order, CancellationToken cancellation)
    {
        var round = await order.FilesAsync(blobs, cancellation).ConfigureAwait(false);
        var basePath = round.Base;
        var model = workshop.Open(basePath, order.Momentum is { } known ? await blobs.FileOfAsync(known, cancellation).ConfigureAwait(false) : null);
        var updates = new List<PeerUpdate>();
        foreach (var (_, update, weight, _) in order.Updates)
        {
            var change = workshop.ReadUpdate(await blobs.FileOfAsync(update, cancellation).ConfigureAwait(false), basePath);
            updates.Add(new PeerUpdate(change ?? throw new InvalidDataException($"update {update} cannot be read any more"), weight));
        }

        var result = await UpdateRules.MergeAsync(model, updates, some => workshop.GainsAsync(round, some, cancellation)).ConfigureAwait(false);
        var (file, momentumFile) = (Path.Combine(folder, $"candidate-{order.Token}"), Path.Combine(folder, $"momentum-{order.Token}"));
        try
        {
            workshop.Save(basePath, model.Weights, model.Momentum, file, momentumFile);
            var momentum = await blobs.KeepAsync(momentumFile, cancellation).ConfigureAwait(false);
            var candidate = await blobs.KeepAsync(file, cancellation).ConfigureAwait(false);
            news.Report(new HubNote(string.Create(CultureInfo.InvariantCulture, $"round {order.Round}: merged {updates.Count} updates by {result.Rule}, with a step of {result.Step.Rate} and momentum {result.Step.Momentum}; gain {result.Gain:F3}")));
            return new Merged(default, candidate, result with { Momentum = momentum });
        }
        finally
        {
            File.Delete(momentumFile);
            File.Delete(file);
        }
    }

    private async Task<RoundEvent> GateAsync(WorkOrder order, CancellationToken cancellation)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var model in order.Older.Prepend(order.Base).Prepend(order.Candidate))
        {
            files[model.ToString()] = await blobs.FileOfAsync(model, cancellation).ConfigureAwait(false);
        }

        var match = workshop.Match(hash => files[hash]);
        IReadOnlyList<string> older = [.. order.Older.Select(model => model.ToString())];
        var result = await new PromotionGate(match, gate).TryAsync(order.Candidate.ToString(), order.Base.ToString(), older, progress: null, cancellation).ConfigureAwait(false);
        news.Report(new HubNote($"round {order.Round}: the merged model is {(result.IsPassed ? "better" : "not better")} by {result.Mean:P1} of the goal over {result.Pairs} pairs"));
        return new Gated(default, result);
    }
}
