using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds.Disputes;

/// <summary>A verifier's word against a trainer's, and what has still to be said of it.</summary>
/// <param name="segment">The segment, as the verifier was asked to train it again.</param>
/// <param name="device">The class of device that it did so on.</param>
/// <param name="dispute">How far the dispute is.</param>
internal sealed class Challenge(AskToReplay segment, string device, Dispute dispute)
{
    private DisputeTask? _said;

    /// <summary>Who challenges.</summary>
    public PeerId Challenger => segment.Verifier;

    /// <summary>The dispute.</summary>
    public Dispute Dispute => dispute;

    /// <summary>What the referee has to do; null where others are waited for.</summary>
    public Judge? Case { get; private set; }

    /// <summary>Which side a peer is; null for neither.</summary>
    public DisputeSide? SideOf(PeerId peer) =>
        peer == segment.Lease.Peer ? DisputeSide.Trainer
        : peer == Challenger ? DisputeSide.Challenger
        : null;

    /// <summary>What is to be done that was not said before.</summary>
    public IEnumerable<RoundCommand> Next()
    {
        if (ReferenceEquals(_said, dispute.Task))
        {
            return [];
        }

        _said = dispute.Task;
        Case = _said is CompareStates or MakeStep or JudgeSegment ? new Judge(segment, device, _said) : null;
        return Case is { } judge ? [judge]
            : _said is ShowStates { Step: var step } ? [Ask(segment.Lease.Peer, step), Ask(Challenger, step)]
            : [];
    }

    private AskForState Ask(PeerId side, int step) => new(side, segment.Lease.Peer, segment.Segment, step);
}
