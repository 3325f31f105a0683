namespace BlockAssist.Learner.Inference;

/// <summary>How a network is to be run.</summary>
public sealed record InferenceOptions
{
    /// <summary>What is to run it; the processor takes over where that is not to be had. Null: the first that works.</summary>
    public InferenceProvider? Provider { get; init; }

    /// <summary>How many threads a run may use on the processor. With 1, the caller's alone: a game keeps its other cores.</summary>
    /// <value>From 1; 1 unless set.</value>
    public int Threads { get; init; } = 1;

    /// <summary>What a provider must be able to answer before it is accepted. Null: what the file asks; otherwise random inputs give finite outputs.</summary>
    public InferenceProbe? Probe { get; init; }
}
