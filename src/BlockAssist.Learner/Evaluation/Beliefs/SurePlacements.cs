namespace BlockAssist.Learner.Evaluation.Beliefs;

/// <summary>The placements that are likelier right than a bound.</summary>
/// <param name="bound">The bound.</param>
internal sealed class SurePlacements(double bound)
{
    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them were right.</summary>
    public long Right { get; private set; }

    /// <summary>Takes in a placement, if it is likely enough.</summary>
    public void Add(float chance, bool isRight)
    {
        if (chance > bound)
        {
            Count++;
            Right += isRight ? 1 : 0;
        }
    }

    /// <summary>Takes in what another counted.</summary>
    public void Add(SurePlacements other) => (Count, Right) = (Count + other.Count, Right + other.Right);
}
