using BlockAssist.Net.Identities;
using BlockAssist.Net.Simulations.Clocks;
using BlockAssist.Net.Simulations.Lines;

namespace BlockAssist.Net.Simulations.People;

/// <summary>Everybody: people with their machines and identities, and the hub's own verifiers.</summary>
internal sealed class Crowd : IDisposable
{
    private readonly List<(PeerIdentity Identity, PeerSetting Setting)> _drawn = [];
    private readonly List<Machine> _machines = [];

    /// <summary>Draws them.</summary>
    /// <param name="options">How many, and how they are.</param>
    /// <param name="draws">Their chance.</param>
    public Crowd(SimulationOptions options, Draws draws)
    {
        for (var person = 0; person < options.Peers; person++)
        {
            var kind = person < options.CountOfAttackers ? options.Kind : PeerKind.Honest;
            var machine = new Machine(kind, draws.LogNormal(options.StepsASecond, options.SpeedSpread));
            var identities = kind == PeerKind.Sybil ? options.Identities : 1;
            _machines.Add(machine);

            // The first who is honest gives away what it trains where there are copiers.
            var setting = new PeerSetting(machine, machine.StepsASecond / identities, Trains: true)
            {
                IsFriendOfCopiers = options.Kind == PeerKind.Copying && person == options.CountOfAttackers,
            };
            Add(identities, setting, draws);
        }

        Add(options.CountOfVerifiers, new PeerSetting(Verifying, options.StepsASecond, Trains: false), draws);
    }

    /// <summary>The machines of people; of the hub's own verifiers it is <see cref="Verifying"/>.</summary>
    public IReadOnlyList<Machine> Machines => _machines;

    /// <summary>What the hub's own verifiers compute.</summary>
    public Machine Verifying { get; } = new(PeerKind.Honest, 0);

    /// <summary>All who take part; empty before they have a world to live in.</summary>
    public IReadOnlyList<SimulatedPeer> Peers { get; private set; } = [];

    /// <summary>The hub's own verifiers.</summary>
    public IReadOnlyList<PeerId> Verifiers => [.. _drawn.Where(one => !one.Setting.Trains).Select(one => one.Identity.Id)];

    /// <summary>All others.</summary>
    public IEnumerable<(PeerId Peer, Machine Machine)> Trainers => _drawn.Where(one => one.Setting.Trains).Select(one => (one.Identity.Id, one.Setting.Machine));

    /// <summary>How many identities there are.</summary>
    public int Count => _drawn.Count;

    /// <summary>Puts them into a world.</summary>
    public void Enter(World world, Draws draws)
    {
        Region[] regions = [.. Enumerable.Range(0, world.Options.Lines.Regions).Select(_ => new Region(world.Time, world.Options.Lines, draws.Fork()))];
        var still = new Region(world.Time, new LineOptions(), draws.Fork());
        Peers = [.. _drawn.Select(one => new SimulatedPeer(world, one.Identity, one.Setting, one.Setting.Trains ? regions[draws.OneOf(regions.Length)] : still, draws.Fork()))];
        foreach (var attacker in Peers.Where(peer => peer.Setting.Machine.Kind != PeerKind.Honest))
        {
            world.Accomplices.Add(attacker.Id);
        }

        // Who runs the hub's verifiers is always there.
        foreach (var machine in Peers.GroupBy(peer => peer.Setting.Machine))
        {
            new Attendance(world.Time, machine.First().Setting.Trains ? world.Options.Sessions : new SessionOptions(), draws.Fork(), [.. machine]).Begin();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (identity, _) in _drawn)
        {
            identity.Dispose();
        }
    }

    private void Add(int identities, PeerSetting setting, Draws draws)
    {
        for (var number = 0; number < identities; number++)
        {
            _drawn.Add((PeerIdentity.FromSeed(draws.Bytes(Digest.Bytes)), setting));
        }
    }
}
