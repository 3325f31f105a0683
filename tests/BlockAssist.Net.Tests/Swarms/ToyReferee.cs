using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Tests.Swarms;

/// <summary>Decides between toy trainers.</summary>
internal sealed class ToyReferee : IReferee
{
    /// <summary>The step of a segment from which on liars are somewhere else.</summary>
    public const int FirstWrong = 5;

    /// <summary>The evidence of who made other steps.</summary>
    public const string Cheated = "cheated";

    private const string Beginning = "state ";

    public static string StateOf(SegmentMark mark, int steps) => $"{Beginning}{mark.State} {steps}";

    public static async Task<ReplayFinding> FindAsync(ReplayOrder order, CancellationToken cancellation)
    {
        var evidence = await File.ReadAllTextAsync(order.Evidence, cancellation);
        return evidence == order.Marks[order.Segment].State.ToString() ? new ReplayFinding(ReplayOutcome.Same, "the same")
            : new ReplayFinding(ReplayOutcome.Different, evidence) { Subject = evidence == Cheated ? ReplaySubject.Steps : ReplaySubject.Evidence, Device = "toy" };
    }

    public async Task<Ruling> CompareAsync(ReplayOrder order, int steps, string trainer, string challenger, string device, CancellationToken cancellation)
    {
        var (one, other) = (await File.ReadAllTextAsync(trainer, cancellation), await File.ReadAllTextAsync(challenger, cancellation));
        return !one.StartsWith(Beginning, StringComparison.Ordinal) ? Ruling.ForChallenger
            : !other.StartsWith(Beginning, StringComparison.Ordinal) ? Ruling.ForTrainer
            : one == other ? Ruling.Agree
            : Ruling.Disagree;
    }

    public async Task<Ruling> MakeStepAsync(ReplayOrder order, int steps, string? before, string? after, CancellationToken cancellation)
    {
        var (file, right) = after is null ? (order.Evidence, order.Marks[order.Segment].State.ToString()) : (after, StateOf(order.Marks[order.Segment], steps + 1));
        return await File.ReadAllTextAsync(file, cancellation) == right ? Ruling.ForTrainer : Ruling.ForChallenger;
    }

    public Task<ReplayFinding> ReplayAsync(ReplayOrder order, CancellationToken cancellation) => FindAsync(order, cancellation);
}
