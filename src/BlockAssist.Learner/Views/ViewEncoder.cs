using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Views;

/// <summary>Turns what a builder sees and remembers into the numbers that a policy is shown.</summary>
/// <remarks>
/// All of it is relative to the builder's feet and turned by a symmetry, so that a policy need not learn eight times, or
/// place by place, what is the same. Allocates nothing once it knows the size of the site. Belongs to one thread.
/// </remarks>
public sealed class ViewEncoder
{
    private readonly SiteSurvey _survey = new();
    private readonly int[] _inReach = new int[ViewShape.Blocks];
    private byte[] _mask = [];

    /// <summary>Shows a builder's turn.</summary>
    /// <param name="observation">What the builder sees.</param>
    /// <param name="memory">What it has done.</param>
    /// <param name="symmetry">How the view is turned.</param>
    /// <param name="view">Where to; every number is written.</param>
    public void Encode(in Observation observation, BuilderMemory memory, Symmetry symmetry, in View view)
    {
        ArgumentNullException.ThrowIfNull(memory);
        if (_mask.Length != observation.Actions.Count)
        {
            _mask = new byte[observation.Actions.Count];
        }

        observation.WriteMask(lineOfSight: true, _mask);
        _survey.Take(observation, symmetry);
        WriteOffered(observation, view);
        var eye = new CellEncoder(observation, memory, symmetry, _survey.LowestLayer, _mask);
        Array.Clear(_inReach);
        var breaks = eye.Write(view, _inReach);
        WriteTypes(observation, symmetry, view);
        SceneFacts.Write(view.Scene, observation, memory, _survey, ReachOf(memory, breaks), symmetry);
        for (var block = 0; block < ViewShape.Blocks; block++)
        {
            var facts = view.Blocks.Slice(block * BlockFacts.Count, BlockFacts.Count);
            BlockFacts.Write(facts, (Block)((int)Palette.FirstPlaceable + block), memory, _survey, _inReach[block]);
        }
    }

    /// <summary>Whether the mask of the last turn shown allows an action.</summary>
    public bool Allows(in Observation observation, BuilderAction action) =>
        observation.Actions.IndexOf(action) is var index and >= 0 && _mask[index] != 0;

    private Reach ReachOf(BuilderMemory memory, int breaks)
    {
        var all = 0;
        foreach (var ofBlock in _inReach)
        {
            all += ofBlock;
        }

        var ofLast = memory.Placements > 0 && memory.LastBlocks[0].IsPlaceable() ? _inReach[memory.LastBlocks[0] - Palette.FirstPlaceable] : 0;
        return new Reach(all, ofLast, breaks);
    }

    private static void WriteOffered(in Observation observation, in View view)
    {
        for (var block = 0; block < ViewShape.Blocks; block++)
        {
            var offered = observation.Options.InfiniteBlocks || observation.Inventory.Held[block + (int)Palette.FirstPlaceable] > 0;
            view.Offered[block] = offered ? (byte)1 : (byte)0;
        }
    }

    private void WriteTypes(in Observation observation, Symmetry symmetry, in View view)
    {
        view.Types.Clear();
        view.Types[(int)ActionType.Noop] = 1;
        view.Types[(int)ActionType.Place] = view.Place.Contains((byte)1) ? (byte)1 : (byte)0;
        view.Types[(int)ActionType.Break] = view.Break.Contains((byte)1) ? (byte)1 : (byte)0;
        for (var move = ActionType.MovePosX; move <= ActionType.MoveNegZ && !observation.Options.Teleportation; move++)
        {
            view.Types[(int)symmetry.Turn(move)] = _mask[observation.Actions.IndexOf(BuilderAction.Move(move))];
        }
    }
}
