namespace BlockAssist.Learner.Networks;

/// <summary>What a weight holds before training.</summary>
public enum WeightFill
{
    /// <summary>Zero throughout.</summary>
    Zero,

    /// <summary>One throughout.</summary>
    One,

    /// <summary>Uniform random numbers within bounds that keep the variance from layer to layer.</summary>
    Uniform,
}
