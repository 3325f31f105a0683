namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>What a coder has learnt about the bytes of each context: a tree of 255 probabilities each.</summary>
internal sealed class ContextModel
{
    /// <summary>Probabilities are twelve-bit fractions, of the bit being 0.</summary>
    public const int ProbabilityBits = 12;

    /// <summary>The coder's range is widened by a byte when it gets smaller than this.</summary>
    public const uint MinRange = 1u << 24;

    /// <summary>How many contexts a number of variable length uses.</summary>
    public const int NumberContexts = 3;

    private const int One = 1 << ProbabilityBits;
    private const int Rate = 4;
    private const int TreeSize = 256;

    private readonly ushort[] _probabilities;

    public ContextModel(int contexts)
    {
        _probabilities = new ushort[contexts * TreeSize];
        Forget();
    }

    /// <summary>Every bit is as likely 0 as 1 again.</summary>
    public void Forget() => Array.Fill(_probabilities, (ushort)(One / 2));

    /// <summary>The probabilities of a context; the root is number 1, the children of n are 2n and 2n + 1.</summary>
    public Span<ushort> TreeOf(int context) => _probabilities.AsSpan(context * TreeSize, TreeSize);

    /// <summary>Moves a probability a sixteenth of the way towards the bit that came.</summary>
    public static void Learn(ref ushort probability, int bit)
    {
        var change = bit == 0 ? (One - probability) >> Rate : -(probability >> Rate);
        probability = (ushort)(probability + change);
    }
}
