using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Simulations.Clocks;
using BlockAssist.Net.Simulations.Lines;

namespace BlockAssist.Net.Simulations.People;

/// <summary>A peer in virtual time: listens to the hub, and does what it is asked, in its own way. Its words are signed, and the hub's are checked.</summary>
internal sealed class SimulatedPeer
{
    private const long WelcomeBytes = 150;

    private readonly World _world;
    private readonly Line _line;
    private readonly EnvelopeGate _gate;
    private readonly PeerVoice _voice;
    private readonly JobQueue _jobs;
    private PeerRound? _round;
    private ulong _refusedIn;
    private int _after;
    private int _visit;
    private int _failures;
    private bool _isHere;

    /// <summary>Makes one; it is not there yet.</summary>
    public SimulatedPeer(World world, PeerIdentity identity, PeerSetting setting, Region region, Draws draws)
    {
        (_world, Id, Setting) = (world, identity.Id, setting);
        _line = new Line(world.Options.Lines, region, draws.Fork());
        var clock = new SkewedTime(world.Time, world.Options.Lines.Skew * draws.Normal());
        _gate = new EnvelopeGate(
            new EnvelopeGateOptions { Network = world.Network, Limits = MessageKinds.FromHub, Senders = 1 },
            sender => sender == world.Hub.Id ? SenderStanding.Admitted : SenderStanding.Unknown,
            clock);
        _voice = new PeerVoice(world, _line, new EnvelopeWriter(identity, world.Network, MessageKinds.FromPeers, clock));
        _jobs = new JobQueue(world.Time);
    }

    /// <summary>Who it is.</summary>
    public PeerId Id { get; }

    /// <summary>What is known of it from outside.</summary>
    public PeerSetting Setting { get; }

    /// <summary>How much it did not take of what the hub said.</summary>
    public long NotTaken { get; private set; }

    /// <summary>It comes, or comes back.</summary>
    public void Come()
    {
        _isHere = true;
        _visit++;
        _voice.Open();
        _jobs.TurnOn();
        Look();
    }

    /// <summary>It goes; what it has done stays.</summary>
    public void Go()
    {
        _isHere = false;
        _visit++;
        _voice.Close();
        _jobs.TurnOff();
        _world.Hub.Forget(Id);
    }

    // Where the swarm is; what the round begins with is fetched.
    private void Look()
    {
        var visit = _visit;
        Request(WelcomeBytes, _world.Hub.Welcome, bytes =>
        {
            if (visit != _visit || Welcome.Read(bytes) is not { } welcome)
            {
                return;
            }

            if (_round?.Number == welcome.Round)
            {
                Listen();
                return;
            }

            _world.Traffic.Down("model", _world.Learning.ModelBytes);
            _world.Time.After(_line.Down(_world.Learning.ModelBytes), () => Begin(welcome, visit));
        });
    }

    private void Begin(Welcome welcome, int visit)
    {
        if (visit != _visit)
        {
            return;
        }

        _jobs.Clear();
        _round = new PeerRound(_world, Id, Setting, welcome, _voice, _line, _jobs);
        _after = 0;
        if (Setting.Trains && welcome.Stage is RoundStage.Training or RoundStage.Closed && _refusedIn != welcome.Round)
        {
            _voice.Tell(welcome.Round, PeerMessages.AskLease(Setting.StepsASecond), answer => NoteAnswer(welcome.Round, answer));
        }

        Listen();
    }

    // Who is told that all leases are taken, or that it is banned, is told so all round.
    private void NoteAnswer(ulong round, Answer answer) => _refusedIn = answer.IsTaken ? _refusedIn : round;

    private void Listen()
    {
        if (_isHere && _round is { } round)
        {
            var (visit, after) = (_visit, _after);
            _world.Hub.Listen(Id, round.Number, after, bytes => Arrive(bytes, visit));
        }
    }

    private void Arrive(byte[] bytes, int visit)
    {
        if (_line.Fails())
        {
            _world.Time.After(_line.RetryAfter(++_failures), () => ListenIn(visit));
            return;
        }

        _failures = 0;
        _world.Time.After(_line.Down(bytes.Length), () => Take(bytes, visit));
    }

    private void ListenIn(int visit)
    {
        if (visit == _visit)
        {
            Listen();
        }
    }

    private void Take(byte[] bytes, int visit)
    {
        if (visit != _visit || Heard.Read(bytes) is not { } heard)
        {
            return;
        }

        if (heard.Round != _round!.Number)
        {
            Look();
            return;
        }

        _after = heard.Next;
        foreach (var envelope in heard.Envelopes)
        {
            Take(envelope);
        }

        if (!_round.IsOver)
        {
            Listen();
        }
        else if (!_world.IsOver)
        {
            Look();
        }
    }

    private void Take(ReadOnlyMemory<byte> bytes)
    {
        if (!_gate.TryTake(bytes, out var envelope, out _))
        {
            NotTaken++;
            return;
        }

        _world.Traffic.Down(KindNames.Of(envelope.Kind), bytes.Length);
        _round!.Take(envelope);
    }

    private void Request(long bytes, Func<byte[]> ask, Action<byte[]> answer)
    {
        var visit = _visit;
        if (_line.Fails())
        {
            _world.Time.After(_line.RetryAfter(++_failures), () => RequestIn(visit, bytes, ask, answer));
            return;
        }

        _failures = 0;
        _world.Time.After(_line.Up(bytes), () =>
        {
            var answered = ask();
            _world.Time.After(_line.Down(answered.Length), () => answer(answered));
        });
    }

    private void RequestIn(int visit, long bytes, Func<byte[]> ask, Action<byte[]> answer)
    {
        if (visit == _visit)
        {
            Request(bytes, ask, answer);
        }
    }
}
