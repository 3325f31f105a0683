using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Simulations.People;

namespace BlockAssist.Net.Simulations.Reports;

/// <summary>Keeps account of rounds as they are closed.</summary>
/// <param name="crowd">Everybody.</param>
/// <param name="honestUntil">Up to which round attackers are honest.</param>
internal sealed class CreditTally(Crowd crowd, ulong honestUntil)
{
    private readonly List<RoundFigures> _rounds = [];
    private readonly Dictionary<PeerId, Machine> _machines = crowd.Trainers.ToDictionary(one => one.Peer, one => one.Machine);
    private readonly CreditBook _book = new();
    private readonly Dictionary<Machine, int> _out = [];
    private readonly Dictionary<PeerKind, SortedDictionary<string, int>> _reasons = [];
    private readonly List<string> _wronglyOut = [];
    private int _cheated;

    /// <summary>What came of each round.</summary>
    public IReadOnlyList<RoundFigures> Rounds => _rounds;

    /// <summary>Honest peers that were shut out.</summary>
    public IReadOnlyList<string> WronglyOut => _wronglyOut;

    /// <summary>Notes a round.</summary>
    public void Note(RoundRecord record, TimeSpan at)
    {
        _book.Take(record);
        _cheated += record.Terms.Number > honestUntil ? 1 : 0;
        foreach (var line in record.Credits)
        {
            var machine = _machines[line.Peer];
            var reasons = _reasons.TryGetValue(machine.Kind, out var known) ? known : _reasons[machine.Kind] = new(StringComparer.Ordinal);
            reasons[line.Reason.ToString()] = reasons.GetValueOrDefault(line.Reason.ToString()) + 1;
        }

        foreach (var peer in record.Refuted.Concat(record.Slanderers))
        {
            ShutOut(peer, crowd.Verifiers.Contains(peer) ? null : _machines[peer]);
        }

        var credited = record.Credits.Count(line => line.Reason is CreditReason.Verified or CreditReason.Trusted);
        _rounds.Add(new RoundFigures(
            record.Terms.Number, record.Credits.Count, credited, record.Refuted.Count, record.Slanderers.Count, record.IsPromoted, record.Gate?.Pairs ?? 0, record.Gate?.Mean ?? 0, at));
    }

    /// <summary>What came of each kind.</summary>
    public IReadOnlyList<KindFigures> Kinds()
    {
        var honest = RateOf([.. crowd.Machines.Where(machine => machine.Kind == PeerKind.Honest)]);
        return [.. crowd.Machines.GroupBy(machine => machine.Kind).OrderBy(group => group.Key).Select(group => FiguresOf(group.Key, [.. group], honest))];
    }

    private void ShutOut(PeerId peer, Machine? machine)
    {
        if (machine is null || machine.Kind == PeerKind.Honest)
        {
            _wronglyOut.Add(peer.ToString());
        }
        else
        {
            _out.TryAdd(machine, _cheated);
        }
    }

    private KindFigures FiguresOf(PeerKind kind, IReadOnlyList<Machine> machines, double honest)
    {
        int[] rounds = [.. machines.Where(_out.ContainsKey).Select(machine => _out[machine])];
        return new KindFigures(kind, machines.Count, _machines.Values.Count(machine => machine.Kind == kind))
        {
            Credit = CreditOf(machines),
            Trained = machines.Sum(machine => machine.Trained),
            Replayed = machines.Sum(machine => machine.Replayed),
            AgainstHonest = honest > 0 ? RateOf(machines) / honest : null,
            Out = rounds.Length,
            RoundsUntilOut = rounds.Length == 0 ? null : rounds.Average(),
            MostRoundsUntilOut = rounds.DefaultIfEmpty().Max(),
            Reasons = _reasons.TryGetValue(kind, out var reasons) ? reasons : new SortedDictionary<string, int>(StringComparer.Ordinal),
        };
    }

    // Who makes nothing is taken to have made a step: so there is a number for what it got.
    private double RateOf(IReadOnlyList<Machine> machines) =>
        CreditOf(machines) / Math.Max(1, machines.Sum(machine => machine.Trained + machine.Replayed));

    private double CreditOf(IReadOnlyList<Machine> machines)
    {
        var theirs = machines.ToHashSet();
        return _machines.Where(one => theirs.Contains(one.Value)).Sum(one => _book.Of(one.Key));
    }
}
