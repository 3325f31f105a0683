using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>Work as it stands in a call.</summary>
internal readonly record struct WorkData(CallData Data, int Word)
{
    public byte Kind => Data.UInt8(Word);

    public uint Round => Data.UInt32(Word + 1);

    public Hash32 Parent => Data.Hash(Word + 2);

    public Hash32 Demonstrations => Data.Hash(Word + 3);

    public Hash32 Update => Data.Hash(Word + 4);
}
