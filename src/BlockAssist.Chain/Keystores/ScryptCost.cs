namespace BlockAssist.Chain.Keystores;

/// <summary>What one try of a password costs: 128·N·R bytes of memory, gone over P times (RFC 7914).</summary>
/// <param name="N">A power of two, 2 and above.</param>
/// <param name="R">How large a block is, in 128 bytes.</param>
/// <param name="P">How often.</param>
public sealed record ScryptCost(int N, int R, int P)
{
    private const long MostMemory = 1L << 30;
    private const long MostWork = 1L << 32;

    /// <summary>What other wallets take too: 128 MiB.</summary>
    public static ScryptCost Usual { get; } = new(1 << 17, 8, 1);

    /// <summary>Next to nothing, for a password that is random and long.</summary>
    public static ScryptCost Least { get; } = new(2, 8, 1);

    /// <summary>Whether it can be had, and takes at most 1 GiB and as long as 4 GiB take once.</summary>
    internal bool IsInRange => N >= 2 && int.IsPow2(N) && R >= 1 && P >= 1 && R <= MostMemory / 128 / N && P <= MostWork / 128 / N / R;
}
