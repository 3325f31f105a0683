using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Search;

/// <summary>A decision to be made: what could be done, how likely each of it is right, where the others will be at work.</summary>
/// <remarks>Is filled again for each decision; allocates nothing. Belongs to one thread.</remarks>
public sealed class SearchProblem
{
    /// <summary>How many edits are weighed at most: the surest.</summary>
    public const int MaxEdits = 64;

    /// <summary>How many kinds of edit there are: breaks, then placements by block.</summary>
    public const int Kinds = Palette.Count;

    private readonly PossibleEdit[] _edits = new PossibleEdit[MaxEdits];

    /// <summary>What could be done.</summary>
    public ReadOnlySpan<PossibleEdit> Edits => _edits.AsSpan(0, Count);

    /// <summary>How much could be done.</summary>
    public int Count { get; private set; }

    /// <summary>Where the assistant is.</summary>
    public BlockPos At { get; set; }

    /// <summary>How many steps the others take for an edit.</summary>
    public float StepsAnEdit { get; set; } = 4;

    /// <summary>How much the others are drawn to cells that are not among the edits, in the measure of <see cref="PossibleEdit.Soon"/>.</summary>
    public float SoonElsewhere { get; set; }

    /// <summary>Forgets all edits.</summary>
    public void Clear() => (Count, SoonElsewhere) = (0, 0);

    /// <summary>Adds an edit; when there are too many the least sure is dropped.</summary>
    public void Add(in PossibleEdit edit)
    {
        if (Count < MaxEdits)
        {
            _edits[Count++] = edit;
            return;
        }

        var least = 0;
        for (var i = 1; i < Count; i++)
        {
            least = _edits[i].Right < _edits[least].Right ? i : least;
        }

        var dropped = edit.Right > _edits[least].Right ? _edits[least] : edit;
        _edits[least] = edit.Right > _edits[least].Right ? edit : _edits[least];
        SoonElsewhere += dropped.Soon;
    }
}
