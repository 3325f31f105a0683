namespace BlockAssist.Net.Identities;

/// <summary>What one try of a passphrase costs: the memory and passes of Argon2id, in one lane.</summary>
/// <param name="MemoryKiB">Memory in KiB; 8 to 1,048,576.</param>
/// <param name="Passes">How often it is gone over; 1 to 16.</param>
public sealed record StretchCost(int MemoryKiB, int Passes)
{
    private const int LeastMemory = 8;
    private const int MostMemory = 1 << 20;
    private const int MostPasses = 16;

    /// <summary>For what people can remember: 64 MiB and three passes, the second choice of RFC 9106 §4, in one lane instead of four.</summary>
    public static StretchCost Usual { get; } = new(1 << 16, 3);

    /// <summary>For a random key, which nobody can guess: next to nothing.</summary>
    public static StretchCost Least { get; } = new(LeastMemory, 1);

    /// <summary>Whether it can be had, and does not take a file's word for more memory than any of ours takes.</summary>
    internal bool IsInRange => MemoryKiB is >= LeastMemory and <= MostMemory && Passes is >= 1 and <= MostPasses;
}
