using static TorchSharp.torch;

namespace BlockAssist.Learner.Leases;

/// <summary>How the steps of a lease are made, and shown to others: what differs between leases that learn from demonstrations and those that learn from their own play.</summary>
internal interface ILeaseCourse
{
    /// <summary>Its states as files.</summary>
    LeaseStates States { get; }

    /// <summary>Where it begins.</summary>
    LeaseMoment Begin();

    /// <summary>The digest of what a segment learns from: 64 hexadecimal digits.</summary>
    string LessonsOf(int segment);

    /// <summary>Goes on from a state; the caller's.</summary>
    /// <param name="from">The state.</param>
    /// <param name="steps">How many steps there will be at most.</param>
    /// <param name="device">What computes.</param>
    ILeaseRun GoOn(LeaseMoment from, int steps, Device device);

    /// <summary>Writes all that the replay of a segment needs into one file.</summary>
    /// <param name="done">The segment.</param>
    /// <param name="file">Where to.</param>
    void WriteEvidence(DoneSegment done, string file);
}
