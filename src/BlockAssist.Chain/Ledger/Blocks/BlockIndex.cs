using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Blocks;

/// <summary>All blocks, and by what they are found.</summary>
internal sealed class BlockIndex
{
    private readonly List<LedgerBlock> _blocks = [];
    private readonly Dictionary<Hash32, LedgerBlock> _byHash = [];
    private readonly Dictionary<Hash32, LedgerBlock> _byTransaction = [];
    private readonly Dictionary<Address, List<ulong>> _bySender = [];

    public LedgerBlock Last => _blocks[^1];

    public int Count => _blocks.Count;

    public void Add(LedgerBlock block)
    {
        _blocks.Add(block);
        _byHash.Add(block.Hash, block);
        if (block.Sent is { } sent)
        {
            _byTransaction.Add(sent.Signed.Hash, block);
            if (!_bySender.TryGetValue(sent.Sender, out var numbers))
            {
                _bySender.Add(sent.Sender, numbers = []);
            }

            numbers.Add(block.Height);
        }
    }

    public LedgerBlock? At(ulong number) => number < (ulong)_blocks.Count ? _blocks[(int)number] : null;

    public LedgerBlock? Of(Hash32 hash) => _byHash.GetValueOrDefault(hash);

    public LedgerBlock? WithTransaction(Hash32 hash) => _byTransaction.GetValueOrDefault(hash);

    public IEnumerable<LedgerBlock> Between(ulong from, ulong to) =>
        from <= to && from < (ulong)_blocks.Count ? _blocks.Skip((int)from).Take((int)(Math.Min(to, Last.Height) - from + 1)) : [];

    /// <summary>How many transactions of an account are in blocks up to one.</summary>
    public ulong CountOf(Address sender, ulong upTo)
    {
        var numbers = _bySender.GetValueOrDefault(sender, []);
        var place = numbers.BinarySearch(upTo);
        return (ulong)(place >= 0 ? place + 1 : ~place);
    }
}
