using BlockAssist.Learner.Leases;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Net.Work;
using BlockAssist.Simulation.Episodes.Screening;

namespace BlockAssist.Cli.Swarm;

/// <summary>What the network and the learner call the same by different names.</summary>
internal static class SwarmForms
{
    /// <summary>The terms of a lease.</summary>
    public static LeaseTerms Terms(this Lease lease) => new(lease.Segments, lease.StepsASegment, lease.Seed);

    /// <summary>What came of a lease, as the network has it.</summary>
    public static TrainedLease ToNet(this LeaseResult result) => new([.. result.Marks.Select(mark => mark.ToNet())], result.Update, result.Examples, result.Class.Key);

    /// <summary>A mark, as the learner has it.</summary>
    public static LeaseMark ToLearner(this SegmentMark mark) => new($"{mark.State}", $"{mark.Lessons}", mark.Loss);

    /// <summary>A mark, as the network has it.</summary>
    public static SegmentMark ToNet(this LeaseMark mark) => new(DigestOf(mark.State), DigestOf(mark.Lessons), mark.Loss);

    /// <summary>An outcome, as the network has it.</summary>
    public static ReplayOutcome ToNet(this LeaseOutcome outcome) => outcome switch
    {
        LeaseOutcome.Same => ReplayOutcome.Same,
        LeaseOutcome.Different => ReplayOutcome.Different,
        _ => ReplayOutcome.Undecided,
    };

    /// <summary>What a finding is about, as the network has it.</summary>
    public static ReplaySubject ToNet(this LeaseSubject subject) => subject == LeaseSubject.Evidence ? ReplaySubject.Evidence : ReplaySubject.Steps;

    /// <summary>The word of a referee, as the network has it.</summary>
    public static Ruling ToNet(this LeaseWord word) => word switch
    {
        LeaseWord.Agree => Ruling.Agree,
        LeaseWord.Disagree => Ruling.Disagree,
        LeaseWord.ForTrainer => Ruling.ForTrainer,
        LeaseWord.ForChallenger => Ruling.ForChallenger,
        _ => Ruling.Undecided,
    };

    /// <summary>What a replay found, as the network has it.</summary>
    /// <exception cref="ArgumentException">A print or a hash is none.</exception>
    public static ReplayFinding ToNet(this LeaseFinding found) => new(found.Outcome.ToNet(), found.Reason, found.Difference)
    {
        Subject = found.Subject.ToNet(),
        Device = found.Class,
        Play = [.. found.Play.Select(play => new PlaySeen(DigestOf(play.File), play.Builder, play.Built, play.Complaint is null, play.Print is [] ? null : PlayPrint.FromBytes(play.Print)))],
    };

    private static Digest DigestOf(string hash) => new(Convert.FromHexString(hash));
}
