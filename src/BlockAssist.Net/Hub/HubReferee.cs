using BlockAssist.Net.Blobs;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Hub;

/// <summary>Has a referee decide what a dispute has come to.</summary>
/// <param name="blobs">The hub's blobs, wherever they are.</param>
/// <param name="referee">The referee.</param>
internal sealed class HubReferee(IBlobShelf blobs, IReferee referee)
{
    /// <summary>Decides.</summary>
    public async Task<Ruled> RuleAsync(WorkOrder order, CancellationToken cancellation)
    {
        var (segment, device, task) = order.Case ?? throw new InvalidDataException("a dispute without a case");
        var replay = new ReplayOrder(
            await order.FilesAsync(blobs, cancellation).ConfigureAwait(false),
            segment.Lease,
            segment.Commitment,
            segment.Segment,
            segment.Marks,
            await FileOfAsync(segment.Evidence).ConfigureAwait(false),
            await FileOfAsync(segment.Commitment.Update).ConfigureAwait(false));
        var ruling = task switch
        {
            CompareStates states => await referee.CompareAsync(
                replay,
                states.Step,
                await FileOfAsync(states.Trainer).ConfigureAwait(false),
                await FileOfAsync(states.Challenger).ConfigureAwait(false),
                device,
                cancellation).ConfigureAwait(false),
            MakeStep step => await referee.MakeStepAsync(
                replay,
                step.Step,
                step.From is { } from ? await FileOfAsync(from).ConfigureAwait(false) : null,
                step.To is { } to ? await FileOfAsync(to).ConfigureAwait(false) : null,
                cancellation).ConfigureAwait(false),
            JudgeSegment judge => Of(await referee.ReplayAsync(replay, cancellation).ConfigureAwait(false), judge.Subject),
            _ => throw new InvalidDataException($"{task} is nothing for a referee"),
        };
        return new Ruled(default, segment.Lease.Peer, segment.Segment, ruling);

        Task<string> FileOfAsync(BlobId blob) => blobs.FileOfAsync(blob, cancellation);
    }

    // Who found fault with the evidence is wrong also where only the steps are left open.
    private static Ruling Of(ReplayFinding finding, ReplaySubject challenged) => finding.Outcome switch
    {
        ReplayOutcome.Same => Ruling.ForTrainer,
        ReplayOutcome.Different => Ruling.ForChallenger,
        _ when challenged == ReplaySubject.Evidence && finding.Subject == ReplaySubject.Steps => Ruling.ForTrainer,
        _ => Ruling.Undecided,
    };
}
