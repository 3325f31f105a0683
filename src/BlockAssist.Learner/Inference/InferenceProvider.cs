namespace BlockAssist.Learner.Inference;

/// <summary>What can run a network, in the order in which it is tried.</summary>
public enum InferenceProvider
{
    /// <summary>Any graphics card under Windows, through DirectX 12.</summary>
    DirectMl,

    /// <summary>A graphics card by NVIDIA.</summary>
    Cuda,

    /// <summary>The processor.</summary>
    Cpu,
}
