using System.Runtime.InteropServices;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>The last goals that were proposed: what a new one is compared with, and what may be edited.</summary>
/// <param name="size">The size of the goals.</param>
/// <param name="most">How many are kept.</param>
internal sealed class RecentProposals(GridSize size, int most)
{
    // Neither easy nor hopeless.
    private const double LeastShare = 0.15;
    private const double MostShare = 0.95;

    private readonly List<Entry> _entries = [];

    /// <summary>Whether a goal is like one of them.</summary>
    /// <param name="shape">What there is to be done for it.</param>
    /// <param name="likeness">From which share of equal cells on.</param>
    public bool HasLike(WorkShape shape, double likeness) => _entries.Exists(entry => entry.Shape.LikenessTo(shape) >= likeness);

    /// <summary>Keeps a goal; the oldest goes.</summary>
    public void Add(int number, BlockGrid goal) => Add(new Entry(number, goal, new WorkShape(goal), null));

    /// <summary>Enters how far a goal was built, if it is still kept.</summary>
    public void Judge(int number, double share)
    {
        var place = _entries.FindIndex(entry => entry.Number == number);
        if (place >= 0)
        {
            _entries[place] = _entries[place] with { Share = share };
        }
    }

    /// <summary>One that was built in part; null if there is none.</summary>
    public BlockGrid? AtTheEdge(SeededRandom random)
    {
        var edge = _entries.FindAll(entry => entry.Share is > LeastShare and < MostShare);
        return edge.Count == 0 ? null : edge[random.Next(edge.Count)].Goal;
    }

    /// <summary>All that is kept.</summary>
    public RecentState[] Capture() =>
        [.. _entries.Select(entry => new RecentState(entry.Number, MemoryMarshal.AsBytes(entry.Goal.Blocks).ToArray(), entry.Share))];

    /// <summary>Takes on what another kept.</summary>
    /// <exception cref="FormatException">It is none of goals of this size.</exception>
    public void Restore(IEnumerable<RecentState?> states)
    {
        _entries.Clear();
        foreach (var state in states)
        {
            var goal = ProposerState.GoalOf(size, state?.Goal);
            Add(new Entry(state!.Number, goal, new WorkShape(goal), state.Share));
        }
    }

    private void Add(Entry entry)
    {
        _entries.Add(entry);
        _entries.RemoveRange(0, Math.Max(0, _entries.Count - most));
    }

    private sealed record Entry(int Number, BlockGrid Goal, WorkShape Shape, double? Share);
}
