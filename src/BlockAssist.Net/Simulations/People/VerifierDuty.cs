using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Simulations.Learning;
using BlockAssist.Net.Simulations.Lines;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Simulations.People;

/// <summary>What a peer does as a verifier: trains segments of others again, or says that it has.</summary>
/// <param name="world">Where it lives.</param>
/// <param name="setting">What the peer is.</param>
/// <param name="conduct">How honest it is.</param>
/// <param name="begins">What the round begins with.</param>
/// <param name="voice">Says things to the hub.</param>
/// <param name="line">Its line.</param>
/// <param name="jobs">What its machine does.</param>
internal sealed class VerifierDuty(World world, PeerSetting setting, Conduct conduct, Welcome begins, PeerVoice voice, Line line, JobQueue jobs)
{
    private readonly Dictionary<(PeerId Trainer, int Segment), AskToReplay> _asked = [];

    /// <summary>Trains a segment again and says what came of it.</summary>
    public void Replay(AskToReplay ask)
    {
        if (!_asked.TryAdd((ask.Lease.Peer, ask.Segment), ask))
        {
            return;
        }

        if (MadeUpFinding(ask) is { } finding)
        {
            Say(ask, finding);
            return;
        }

        var evidence = world.Learning.Evidence(ask.Lease, ask.Segment).Bytes + ask.Commitment.Bytes;
        world.Traffic.Down("evidence", evidence);
        jobs.Add(line.Down(evidence) + TimeSpan.FromSeconds(ask.Lease.StepsASegment / setting.StepsASecond), () =>
        {
            setting.Machine.Replayed += ask.Lease.StepsASegment;
            Say(ask, world.Learning.Replay(begins.Base, ask));
        });
    }

    /// <summary>What it shows in a dispute over a segment that it challenged; null if it knows nothing of it.</summary>
    public StateOrder? StateOf(AskForState ask) =>
        _asked.TryGetValue((ask.Trainer, ask.Segment), out var asked) ? new StateOrder(ask, begins.Base, asked, MadeUpFinding(asked) is not null) : null;

    private ReplayFinding? MadeUpFinding(AskToReplay ask) =>
        conduct.Vouches && world.Accomplices.Has(ask.Lease.Peer) ? new ReplayFinding(ReplayOutcome.Same, "an accomplice's")
        : conduct.Slanders ? new ReplayFinding(ReplayOutcome.Different, "slander") { Device = ask.Commitment.Device }
        : null;

    private void Say(AskToReplay ask, ReplayFinding finding)
    {
        world.Findings.Add(finding.Outcome);
        voice.Tell(begins.Round, PeerMessages.GiveOutcome(ask.Lease.Peer, ask.Segment, finding), _ => { });
    }
}
