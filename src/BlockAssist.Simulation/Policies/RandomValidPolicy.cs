using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies;

/// <summary>Draws a kind of action among those with an allowed action, then one of that kind: MBAG's benchmark player.</summary>
/// <remarks>Judged by the flat <see cref="ActionMask"/>, so without line of sight many of its edits have no effect.</remarks>
/// <param name="seed">Fixes what it draws.</param>
/// <param name="lineOfSight">Whether edits must also be seen by a ray.</param>
public sealed class RandomValidPolicy(ulong seed, bool lineOfSight = false) : IPolicy
{
    private readonly int[] _counts = new int[BuilderAction.TypeCount];
    private SeededRandom _random = new(seed);
    private byte[] _mask = [];

    /// <summary>Fixes what it draws from the next <see cref="Reset"/> on.</summary>
    public ulong Seed { get; set; } = seed;

    /// <inheritdoc/>
    public void Reset() => _random = new SeededRandom(Seed);

    /// <inheritdoc/>
    public BuilderAction Act(in Observation observation)
    {
        var actions = observation.Actions;
        if (_mask.Length != actions.Count)
        {
            _mask = new byte[actions.Count];
        }

        observation.WriteMask(lineOfSight, _mask);
        var type = DrawType(actions);
        var (from, length) = RangeOf(actions, type);
        return actions.ActionAt(from + IndexOfNth(_mask.AsSpan(from, length), _random.Next(_counts[(int)type])));
    }

    private ActionType DrawType(ActionSpace actions)
    {
        var types = 0;
        for (var type = 0; type < _counts.Length; type++)
        {
            var (from, length) = RangeOf(actions, (ActionType)type);
            _counts[type] = _mask.AsSpan(from, length).Count((byte)1);
            types += _counts[type] > 0 ? 1 : 0;
        }

        var drawn = _random.Next(types);
        for (var type = 0; ; type++)
        {
            if (_counts[type] > 0 && drawn-- == 0)
            {
                return (ActionType)type;
            }
        }
    }

    private static (int From, int Length) RangeOf(ActionSpace actions, ActionType type) => type switch
    {
        ActionType.Noop => (0, 1),
        ActionType.Place => (ActionSpace.FirstPlace, actions.FirstBreak - ActionSpace.FirstPlace),
        ActionType.Break => (actions.FirstBreak, actions.FirstMove - actions.FirstBreak),
        ActionType.Give => (actions.FirstGive, actions.Count - actions.FirstGive),
        _ when actions.FirstGive == actions.FirstMove => (0, 0),
        _ => (actions.FirstMove + (type - ActionType.MovePosX), 1),
    };

    private static int IndexOfNth(ReadOnlySpan<byte> mask, int nth)
    {
        var index = mask.IndexOf((byte)1);
        for (; nth > 0; nth--)
        {
            index += 1 + mask[(index + 1)..].IndexOf((byte)1);
        }

        return index;
    }
}
