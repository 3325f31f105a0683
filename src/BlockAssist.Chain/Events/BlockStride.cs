using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Events;

/// <summary>Of how many blocks logs are asked for at once: fewer after a node could not answer, and more again when it can.</summary>
internal sealed class BlockStride
{
    private readonly int _most;

    /// <summary>As many as it may be.</summary>
    /// <param name="most">How many at most.</param>
    public BlockStride(int most) => _most = Blocks = most;

    /// <summary>How many now.</summary>
    public int Blocks { get; private set; }

    /// <summary>What it stands for was answered.</summary>
    public void Lengthen() => Blocks = Math.Min(_most, Blocks * 2);

    /// <summary>The node could not answer.</summary>
    /// <param name="asked">Of how many it was asked.</param>
    /// <param name="fault">What was the matter.</param>
    /// <returns>Whether asking for less is worth trying: nodes say in many ways that an answer would be too long.</returns>
    public bool TryShorten(ulong asked, ChainFault fault)
    {
        var shortens = asked > 1 && fault is not ChainFault.NodeUnreachable;
        Blocks = shortens ? (int)(asked / 2) : Blocks;
        return shortens;
    }
}
