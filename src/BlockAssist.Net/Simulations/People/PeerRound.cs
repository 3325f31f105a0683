using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Simulations.Learning;
using BlockAssist.Net.Simulations.Lines;

namespace BlockAssist.Net.Simulations.People;

/// <summary>A peer's part in one round. The hub may say everything more than once; each thing is done once.</summary>
internal sealed class PeerRound
{
    private readonly World _world;
    private readonly PeerId _self;
    private readonly Welcome _begins;
    private readonly PeerVoice _voice;
    private readonly TrainerDuty _trainer;
    private readonly VerifierDuty _verifier;
    private readonly PeerSetting _setting;
    private readonly HashSet<(PeerId Trainer, int Segment, int Step)> _shown = [];

    /// <summary>Begins.</summary>
    public PeerRound(World world, PeerId self, PeerSetting setting, Welcome begins, PeerVoice voice, Line line, JobQueue jobs)
    {
        (_world, _self, _begins, _voice, _setting) = (world, self, begins, voice, setting);
        var conduct = begins.Round > world.Options.HonestUntil ? Conduct.Of(setting.Machine.Kind) : Conduct.Honest;
        _trainer = new TrainerDuty(world, setting, conduct, begins.Base, voice, jobs);
        _verifier = new VerifierDuty(world, setting, conduct, begins, voice, line, jobs);
    }

    /// <summary>The number of the round.</summary>
    public ulong Number => _begins.Round;

    /// <summary>Whether the round was closed.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Does what the hub says.</summary>
    public void Take(Envelope envelope)
    {
        // What came of it is the same for all, and large: it is looked at once, where the report is made.
        if (envelope.Kind == MessageKinds.CloseRound)
        {
            IsOver = true;
            return;
        }

        switch (HubMessages.Read(envelope.Kind, _self, envelope.Body.Span))
        {
            case Extend { Terms: var terms }:
                _trainer.Note(terms, envelope.Sent);
                break;
            case GrantLease { Lease: var lease } when lease.Peer == _self:
                _trainer.Begin(lease);
                break;
            case AskToReveal:
                _trainer.Reveal();
                break;
            case AskForEvidence { Segments: var segments }:
                _trainer.Show(segments);
                break;
            case AskToReplay ask:
                _verifier.Replay(ask);
                break;
            case AskForState ask when _shown.Add((ask.Trainer, ask.Segment, ask.Step)):
                ShowState(ask);
                break;
            default:
                break;
        }
    }

    private void ShowState(AskForState ask)
    {
        var order = ask.Trainer == _self ? new StateOrder(ask, _begins.Base, null, IsMadeUp: false) : _verifier.StateOf(ask);
        _setting.Machine.Replayed += order is { IsMadeUp: false } ? ask.Step : 0;
        if (order is not null)
        {
            var state = _world.Learning.State(order);
            _world.Time.After(
                TimeSpan.FromSeconds(ask.Step / _setting.StepsASecond),
                () => _voice.Send("state", state, () => _voice.Tell(Number, PeerMessages.ShowState(ask.Trainer, ask.Segment, ask.Step, state.Id), _ => { })));
        }
    }
}
